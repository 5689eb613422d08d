// SPDX-License-Identifier: Apache-2.0
// The ordered store in memory, for tests and for questions that leave nothing behind.
#pragma once

#include <array>
#include <map>
#include <mutex>
#include <string>

#include "store/ordered_kv.h"

namespace forewhen::store {

class MemoryKv final : public OrderedKv {
 public:
  using Rows = std::map<std::string, std::string, std::less<>>;

  MemoryKv();
  // Copies a space first when a cursor still walks over it.
  Status commit(const std::vector<KvWrite>& writes) override;
  Result<std::optional<std::string>> get(Space space, std::string_view key) const override;
  std::unique_ptr<KvCursor> cursor(Space space) const override;
  Status sync() override { return Done{}; }
  Status catch_up() override { return Done{}; }
  std::unique_ptr<OrderedKv> view() const override;

 private:
  std::shared_ptr<Rows> rows_of(Space space) const;

  mutable std::mutex mutex_;  // guards the pointers; the rows of a space change only while nobody else has them
  std::array<std::shared_ptr<Rows>, kSpaces> spaces_;
};

}  // namespace forewhen::store
