// SPDX-License-Identifier: Apache-2.0
// The part of check() for rows of data sets. A segment is a function of its rows: its indexes are built again from
// them, as many rows at a time as memory allows, and must say the same; each value must be the one that would be
// written. Which rows are events is settled again from all rows, and the counts with it.
#pragma once

#include <functional>
#include <string>

#include "forewhen/store/graph_store.h"

namespace forewhen::store {

// Keys of segments, their descriptions and states, and of imports.
bool is_of_segments(std::string_view key);

// How many rows (keys) were walked; `problem` is told what is wrong.
Result<std::uint64_t> check_segments(const GraphStore& graph, const std::function<void(std::string)>& problem);

}  // namespace forewhen::store
