// SPDX-License-Identifier: Apache-2.0
// Changes in memory over an ordered store that stays as it is: for questions about a graph that is not on disk.
#pragma once

#include <array>
#include <map>
#include <mutex>
#include <string>

#include "store/ordered_kv.h"

namespace forewhen::store {

// One thread at a time, but for load(). Cursors see what was committed before they were made.
class OverlayKv final : public OrderedKv {
 public:
  // What stands over the base; nothing: the key is gone.
  using Rows = std::map<std::string, std::optional<std::string>, std::less<>>;

  explicit OverlayKv(std::unique_ptr<OrderedKv> base);
  Status commit(const std::vector<KvWrite>& writes) override;
  Result<std::optional<std::string>> get(Space space, std::string_view key) const override;
  std::unique_ptr<KvCursor> cursor(Space space) const override;
  Status sync() override { return Done{}; }
  Status catch_up() override { return Done{}; }
  std::unique_ptr<OrderedKv> view() const override;

 private:
  std::unique_ptr<OrderedKv> base_;
  std::mutex committing_;
  std::array<std::shared_ptr<Rows>, kSpaces> spaces_;
};

}  // namespace forewhen::store
