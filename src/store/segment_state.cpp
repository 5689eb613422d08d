// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/segment.h"

namespace forewhen::store {

RowFate SegmentState::fate(std::uint32_t row) const {
  const auto at = std::upper_bound(runs.begin(), runs.end(), row,
                                   [](std::uint32_t wanted, const Run& run) { return wanted < run.end; });
  return at != runs.end() && at->first <= row ? at->fate : RowFate::event;
}

void SegmentState::add_fate(std::uint32_t row, RowFate fate) {
  seen |= static_cast<std::uint8_t>(1u << static_cast<unsigned>(fate));
  if (!runs.empty() && runs.back().end == row && runs.back().fate == fate)
    ++runs.back().end;
  else
    runs.push_back({row, row + 1, fate});
}

std::uint64_t SegmentState::rows_of(RowFate fate) const {
  std::uint64_t rows = 0;
  for (const Run& run : runs) rows += run.fate == fate ? run.end - run.first : 0;
  return rows;
}

}  // namespace forewhen::store
