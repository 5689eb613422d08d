// SPDX-License-Identifier: Apache-2.0
// A damaged store anew: documents, decisions and rows of data sets are kept as far as they can be read whole; events,
// actors, places, links and every index are worked out from them again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/store/graph_store.h"

namespace forewhen {

struct RepairReport {
  std::uint64_t documents = 0, decisions = 0, rows = 0;  // that were kept; rows of data sets
  std::vector<std::string> lost;                         // what could not be read
  GraphCounts after;
  std::filesystem::path damaged;  // where the store as it was lies now
};

// The new store is built and checked beside the old one, then takes its place in one step; the old one is kept under
// another name. Killed at any moment it leaves a store under the old name, the old one or the new one, both whole.
// Errors leave the store as it was. locked: another process writes there.
Result<RepairReport> repair(const std::filesystem::path& folder);

}  // namespace forewhen
