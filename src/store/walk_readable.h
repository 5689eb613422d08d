// SPDX-License-Identifier: Apache-2.0
// Walks over rows of which some cannot be read.
#pragma once

#include <functional>
#include <string_view>

#include "store/ordered_kv.h"

namespace forewhen::store {

// As walk(); where bytes are damaged it goes on with the next row that can be read. Gives the number of gaps.
std::uint64_t walk_readable(const OrderedKv& kv, Space space, std::string_view prefix,
                            const std::function<bool(std::string_view key, std::string_view value)>& visit);

}  // namespace forewhen::store
