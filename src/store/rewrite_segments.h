// SPDX-License-Identifier: Apache-2.0
// Segments written anew as others: small ones folded into one, so that a list has few places to look at; one parted by
// imports, so that an import can go. What the graph says does not change, and a writer that dies leaves the old ones.
#pragma once

#include <functional>
#include <vector>

#include "forewhen/store/graph_store.h"
#include "store/segment.h"

namespace forewhen::store {

struct FoldLimits {
  std::size_t rows = 0, bytes = 0;  // of a segment, at most
};
// What can be gathered within the memory of the store: a row takes some 700 bytes while it waits, and while one segment
// is written the next one is gathered.
FoldLimits limits_of(const StoreOptions& options);

// Rows of the segments `from` become one segment for each number that `part_of` gives for their imports.
// REQUIRES: opened for writing.
Status rewrite_segments(GraphStore& store, const std::vector<std::uint32_t>& from,
                        const std::function<std::size_t(std::uint32_t import)>& part_of);

// Folds segments of like size as soon as there are eight, so that a row is written anew once for each factor of eight.
Status fold_if_due(GraphStore& store, FoldLimits limits);
// Folds all that fit together.
Status fold_all(GraphStore& store, FoldLimits limits);

// Takes away the keys of segments that nobody knows, which a writer that died or failed left behind, unless that was
// done already. Whoever writes a segment does so first, since it may take the number of one of those.
Status sweep_segments(GraphStore& store);

}  // namespace forewhen::store
