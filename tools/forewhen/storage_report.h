// SPDX-License-Identifier: Apache-2.0
// What a store takes on disk, as `forewhen stats --storage` shows it.
#pragma once

#include "forewhen/store/storage.h"
#include "terminal.h"

namespace forewhen {

void print(const StorageReport& report, std::uint64_t bytes_in_folder, OutputForm form);

}  // namespace forewhen
