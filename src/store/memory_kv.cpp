// SPDX-License-Identifier: Apache-2.0
#include "store/memory_kv.h"

#include <atomic>

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
  const std::lock_guard lock(mutex_);
  for (std::shared_ptr<Rows>& rows : spaces_) {
    if (rows.use_count() > 1) rows = std::make_shared<Rows>(*rows);
  }
  std::atomic_thread_fence(std::memory_order_acquire);  // what others did with the rows before they let go of them
  for (const KvWrite& write : writes) {
    Rows& rows = *spaces_[index_of(write.space)];
    if (write.value)
      rows.insert_or_assign(write.key, *write.value);
    else
      rows.erase(write.key);
  }
  return Done{};
}

std::shared_ptr<MemoryKv::Rows> MemoryKv::rows_of(Space space) const {
  const std::lock_guard lock(mutex_);
  return spaces_[index_of(space)];
}

Result<std::optional<std::string>> MemoryKv::get(Space space, std::string_view key) const {
  const std::shared_ptr<const Rows> rows = rows_of(space);
  const auto found = rows->find(key);
  if (found == rows->end()) return std::optional<std::string>();
  return std::optional(found->second);
}

std::unique_ptr<KvCursor> MemoryKv::cursor(Space space) const { return std::make_unique<MemoryCursor>(rows_of(space)); }

std::unique_ptr<OrderedKv> MemoryKv::view() const {
  auto copy = std::make_unique<MemoryKv>();
  const std::lock_guard lock(mutex_);
  copy->spaces_ = spaces_;
  return copy;
}

}  // namespace forewhen::store
