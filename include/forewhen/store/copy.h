// SPDX-License-Identifier: Apache-2.0
// A store row by row into another folder: for backups, and back from them.
#pragma once

#include <cstdint>
#include <filesystem>

#include "forewhen/base/result.h"

namespace forewhen {

struct CopyReport {
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;  // keys and values
};

// The state of `from` at one moment, also while another process writes there, into `to`, which must not exist yet (or
// be an empty folder). The copy is a store like any other; it is read again and compared before it gets its name, and a
// copy that was broken off leaves nothing but a folder `to`.partial, which the next one removes.
// refused: `to` is taken. corrupt: a byte of `from` is damaged. Errors else are those of GraphStore::open.
Result<CopyReport> copy_store(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace forewhen
