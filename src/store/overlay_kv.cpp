// SPDX-License-Identifier: Apache-2.0
#include "store/overlay_kv.h"

namespace forewhen::store {
namespace {

std::size_t index_of(Space space) { return static_cast<std::size_t>(space); }

// Two sorted runs at once. Where both have the key, the upper one counts.
class OverlayCursor final : public KvCursor {
 public:
  OverlayCursor(std::unique_ptr<KvCursor> base, std::shared_ptr<const OverlayKv::Rows> rows)
      : base_(std::move(base)), rows_(std::move(rows)), at_(rows_->end()) {}

  void seek(std::string_view key) override {
    base_->seek(key);
    at_ = rows_->lower_bound(key);
    settle();
  }
  void next() override {
    if (upper_) {
      if (base_->valid() && base_->key() == at_->first) base_->next();
      ++at_;
    } else {
      base_->next();
    }
    settle();
  }
  bool valid() const override { return valid_; }
  std::string_view key() const override { return upper_ ? std::string_view(at_->first) : base_->key(); }
  std::string_view value() const override { return upper_ ? std::string_view(*at_->second) : base_->value(); }
  Status status() const override { return base_->status(); }

 private:
  // Chooses the side with the lesser key and steps over keys that are gone. A base that cannot be read ends the walk:
  // what stands above it is not the next key for sure.
  void settle() {
    valid_ = false;
    while (true) {
      if (!base_->valid() && !base_->status()) return;
      const bool below = base_->valid();
      if (at_ == rows_->end()) {
        upper_ = false, valid_ = below;
        return;
      }
      upper_ = !below || at_->first <= base_->key();
      if (!upper_ || at_->second) {
        valid_ = true;
        return;
      }
      if (below && base_->key() == at_->first) base_->next();
      ++at_;
    }
  }

  std::unique_ptr<KvCursor> base_;
  std::shared_ptr<const OverlayKv::Rows> rows_;
  OverlayKv::Rows::const_iterator at_;
  bool upper_ = false, valid_ = false;
};

}  // namespace

OverlayKv::OverlayKv(std::unique_ptr<OrderedKv> base) : base_(std::move(base)) {
  for (auto& space : spaces_) space = std::make_shared<Rows>();
}

Status OverlayKv::commit(const std::vector<KvWrite>& writes) {
  const std::lock_guard lock(committing_);
  for (std::shared_ptr<Rows>& rows : spaces_) {
    if (rows.use_count() > 1) rows = std::make_shared<Rows>(*rows);
  }
  for (const KvWrite& write : writes) spaces_[index_of(write.space)]->insert_or_assign(write.key, write.value);
  return Done{};
}

Result<std::optional<std::string>> OverlayKv::get(Space space, std::string_view key) const {
  const Rows& rows = *spaces_[index_of(space)];
  const auto found = rows.find(key);
  return found == rows.end() ? base_->get(space, key) : Result(found->second);
}

std::unique_ptr<KvCursor> OverlayKv::cursor(Space space) const {
  return std::make_unique<OverlayCursor>(base_->cursor(space), spaces_[index_of(space)]);
}

std::unique_ptr<OrderedKv> OverlayKv::view() const {
  auto copy = std::make_unique<OverlayKv>(base_->view());
  copy->spaces_ = spaces_;
  return copy;
}

}  // namespace forewhen::store
