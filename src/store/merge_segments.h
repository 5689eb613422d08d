// SPDX-License-Identifier: Apache-2.0
// Several segments as one, front to back and without making their records: the bytes are those that a builder of all
// their rows would lay out. Memory grows with their rows by a few bytes each (the new number of each row, the filter of
// ids, the longest list of a word) and with their actors and places, not with what the rows say.
#pragma once

#include <memory>
#include <vector>

#include "store/segment.h"

namespace forewhen::store {

using SegmentEntries = std::vector<std::shared_ptr<const Catalog::Entry>>;

inline constexpr std::size_t kMergedBytesPerRow = 24;  // of memory, roughly

struct MergedSegment {
  SegmentInfo info;
  SegmentState state;
};
// Writes the keys of segment `number`; nobody knows it yet. The rows' fates stay as they are.
Result<MergedSegment> merge_segments(OrderedKv& kv, const SegmentEntries& from, std::uint32_t number);

}  // namespace forewhen::store
