// SPDX-License-Identifier: Apache-2.0
// The part of check() for rows of data sets. A segment is a function of its rows: it is built again from them and must
// come out byte for byte. Which rows are events is settled again from all rows, and the counts with it.
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
