// SPDX-License-Identifier: Apache-2.0
// How much room a store takes, and what can be done about it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/store/graph_store.h"

namespace forewhen {

struct StorageReport {
  struct Family {
    std::string name;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;  // on disk, compressed
  };
  struct Table {
    std::string name;  // "claims", "rows of data sets", ...
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;  // keys and values, before compression
  };
  std::vector<Family> families;  // none of a store in memory
  std::vector<Table> tables;     // those that have rows, by family and letter
};

// Reads every row.
Result<StorageReport> storage(const GraphStore& store);

// Gives back the room of what was retracted or replaced and packs the rest tightly. Reading goes on meanwhile.
// usage: not opened for writing.
Status compact(GraphStore& store);

// Bytes of all files in a folder; 0 where there is none.
std::uint64_t bytes_on_disk(const std::filesystem::path& folder);

}  // namespace forewhen
