// SPDX-License-Identifier: Apache-2.0
#include "store/memory_kv.h"

namespace forewhen::store {
namespace {

class MemoryCursor final : public KvCursor {
 public:
  explicit MemoryCursor(std::shared_ptr<const MemoryKv::Rows> rows) : rows_(std::move(rows)), at_(rows_->end()) {}

  void seek(std::string_view key) override { at_ = rows_->lower_bound(key); }
  void next() override { ++at_; }
  bool valid() const override { return at_ != rows_->end(); }
  std::string_view key() const override { return at_->first; }
  std::string_view value() const override { return at_->second; }
  Status status() const override { return Done{}; }

 private:
  std::shared_ptr<const MemoryKv::Rows> rows_;
  MemoryKv::Rows::const_iterator at_;
};

std::size_t index_of(Space space) { return static_cast<std::size_t>(space); }

}  // namespace

std::string_view name_of(Space space) {
  static constexpr std::string_view kNames[] = {"records", "text", "time", "index"};
  return kNames[index_of(space)];
}

MemoryKv::MemoryKv() {
  for (auto& space : spaces_) space = std::make_shared<Rows>();
}

Status MemoryKv::commit(const std::vector<KvWrite>& writes) {
  for (const KvWrite& write : writes) {
    std::shared_ptr<Rows>& rows = spaces_[index_of(write.space)];
    if (rows.use_count() > 1) rows = std::make_shared<Rows>(*rows);
    if (write.value)
      rows->insert_or_assign(write.key, *write.value);
    else
      rows->erase(write.key);
  }
  return Done{};
}

Result<std::optional<std::string>> MemoryKv::get(Space space, std::string_view key) const {
  const Rows& rows = *spaces_[index_of(space)];
  const auto found = rows.find(key);
  if (found == rows.end()) return std::optional<std::string>();
  return std::optional(found->second);
}

std::unique_ptr<KvCursor> MemoryKv::cursor(Space space) const {
  return std::make_unique<MemoryCursor>(spaces_[index_of(space)]);
}

}  // namespace forewhen::store
