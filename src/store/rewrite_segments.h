// SPDX-License-Identifier: Apache-2.0
// Segments written anew as others: small ones folded into one, so that a list has few places to look at; one parted by
// imports, so that an import can go. What the graph says does not change, and a writer that dies leaves the old ones.
#pragma once

#include <functional>
#include <vector>

#include "forewhen/store/graph_store.h"
#include "store/segment.h"

namespace forewhen::store {

struct SegmentLimits {
  std::size_t rows = 0, bytes = 0;  // of a segment that is gathered from its rows
  std::size_t merged_rows = 0;      // of one that is merged from others
};
// What can be done within the memory of the store: a row takes some 700 bytes while it waits to be laid out, and while
// one segment is written the next one is gathered; some 24 bytes while segments are merged.
SegmentLimits limits_of(const StoreOptions& options);

// The rows of a segment become one or more segments for each number that `part_of` gives for their imports.
// REQUIRES: opened for writing.
Status part_segment(GraphStore& store, std::uint32_t segment,
                    const std::function<std::size_t(std::uint32_t import)>& part_of);

// Folds segments of like size as soon as there are eight, so that a row is written anew once for each factor of eight;
// those of `most_rows` and more stay.
Status fold_if_due(GraphStore& store, std::size_t most_rows);
// Folds all that fit together.
Status fold_all(GraphStore& store);

// Takes away the keys of segments that nobody knows, which a writer that died or failed left behind, unless that was
// done already. Whoever writes a segment does so first, since it may take the number of one of those.
Status sweep_segments(GraphStore& store);

}  // namespace forewhen::store
