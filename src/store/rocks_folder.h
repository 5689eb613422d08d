// SPDX-License-Identifier: Apache-2.0
// Looks at a folder before it is opened, so that a store is never made in, or written over, something else.
#pragma once

#include <filesystem>

#include "forewhen/base/result.h"

namespace forewhen::store {

// A writer may go on. With `create` the folder is made where there is none.
Status prepare_folder(const std::filesystem::path& folder, bool create);
// A reader may go on: there is a database with our column families in it.
Status examine_folder(const std::filesystem::path& folder);

// Takes away the files of bulk loads that a writer which died left behind. REQUIRES: the caller holds the writer's
// lock.
void remove_left_loads(const std::filesystem::path& folder);

}  // namespace forewhen::store
