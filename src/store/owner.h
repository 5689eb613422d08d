// SPDX-License-Identifier: Apache-2.0
// From a row back to the thing that asks for it: the question that names the rows left over by damage.
#pragma once

#include <string_view>

#include "forewhen/store/graph_store.h"
#include "store/ordered_kv.h"

namespace forewhen::store {

// Whether the thing that this key names is there and asks for the row. Things themselves (documents, events, ...) have
// no owner and are always asked for. Reads the thing again, so it is for the few rows, not for all.
bool has_owner(const OrderedKv& kv, Space space, std::string_view key);

}  // namespace forewhen::store
