// SPDX-License-Identifier: Apache-2.0
// Where the rows lie that lists gave last: who lists events asks for them next, and need not seek them by their ids.
// Only a hint: what it says is compared with the id that stands there.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include "forewhen/model/event.h"

namespace forewhen::store {

class ListedRows {
 public:
  void note(EventId id, std::uint32_t segment, std::uint32_t row) {
    if (segment <= kMostSegments)
      at(id).store(tag_of(id) | std::uint64_t{segment} << 32 | row, std::memory_order_relaxed);
  }
  struct Hint {
    std::uint32_t segment = 0, row = 0;
  };
  // Of this row or, seldom, of another.
  std::optional<Hint> find(EventId id) const {
    const std::uint64_t place = at(id).load(std::memory_order_relaxed);
    if ((place ^ tag_of(id)) >> 48 != 0) return std::nullopt;
    return Hint{static_cast<std::uint32_t>(place >> 32) & kMostSegments, static_cast<std::uint32_t>(place)};
  }

 private:
  static constexpr unsigned kBits = 13;  // 64 KiB
  static constexpr std::uint32_t kMostSegments = 0xffff;
  static std::uint64_t tag_of(EventId id) { return id.value << 48; }
  std::atomic<std::uint64_t>& at(EventId id) const { return rows_[id.value * 0x9e3779b97f4a7c15u >> (64 - kBits)]; }

  std::unique_ptr<std::atomic<std::uint64_t>[]> rows_ =
      std::make_unique<std::atomic<std::uint64_t>[]>(std::size_t{1} << kBits);
};

}  // namespace forewhen::store
