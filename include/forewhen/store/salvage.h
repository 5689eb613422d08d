// SPDX-License-Identifier: Apache-2.0
// What can still be read of a damaged store: documents with their claims, decisions and rows of data sets, each whole
// or not at all. All else in a store follows from these.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/store/graph_store.h"

namespace forewhen {

struct SalvagedDocument {
  DocumentClaims claims;
  Instant recorded;
  std::uint64_t revision = 1;
};

class Salvage {
 public:
  // Opens what is in `folder`, or, where it cannot be opened, a copy of it in `work` whose files have been put in
  // order; `folder` itself stays as it is. `work` must not exist. locked: another process writes there.
  static Result<std::unique_ptr<Salvage>> open(const std::filesystem::path& folder, const std::filesystem::path& work);
  ~Salvage();

  // In the order of their ids. An error that visit returns ends it.
  Status documents(const std::function<Status(SalvagedDocument)>& visit);
  Status decisions(const std::function<Status(const Decision&)>& visit);
  // Rows of all imports into another store, which has none: with their numbers and times. Gives how many.
  Result<std::uint64_t> data_sets(GraphStore& to);

  // What could not be read, in words; complete when all of the above has been called.
  const std::vector<std::string>& lost() const;

 private:
  class State;
  explicit Salvage(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// After a salvaged document was applied: the revision that it had.
Status keep_revision(GraphStore& store, const std::string& document, std::uint64_t revision);

}  // namespace forewhen
