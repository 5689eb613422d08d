// SPDX-License-Identifier: Apache-2.0
// The version record: which layout a store has and which program wrote it.
#pragma once

#include <filesystem>
#include <string_view>

#include "forewhen/base/result.h"
#include "store/ordered_kv.h"

namespace forewhen::store {

// version, naming the program that wrote it, unless the record says that the layout is ours.
Status require_layout(std::string_view record, const std::filesystem::path& folder);
// The same for an open store; with `create` an empty one gets the record.
Status settle_layout(OrderedKv& kv, bool create, const std::filesystem::path& folder);

}  // namespace forewhen::store
