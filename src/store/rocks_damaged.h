// SPDX-License-Identifier: Apache-2.0
// Opens databases that RocksDB would refuse, by its own means of mending files, and leaves the originals alone.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "store/ordered_kv.h"

namespace forewhen::store {

// As Salvage::open; adds to `lost` what the files could not give.
Result<std::unique_ptr<OrderedKv>> open_damaged(const std::filesystem::path& folder, const std::filesystem::path& work,
                                                std::vector<std::string>& lost);

}  // namespace forewhen::store
