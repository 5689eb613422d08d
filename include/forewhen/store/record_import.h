// SPDX-License-Identifier: Apache-2.0
// Rows of data sets into the store, in bulk. A row is known by its id: the same row again writes nothing, a newer
// version takes the place of the older one, a deletion takes it away. What an import did can be undone as a whole.
// Whatever the order of rows and files, the events are the same; where a source has no versions the later import holds.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/record.h"

namespace forewhen {

class GraphStore;

struct ImportInfo {
  std::uint32_t number = 0;  // from 1; 0 where it is new: the next one, recorded now
  Instant recorded;
  std::string set;     // names of the data sets, what the ids of the rows begin with: "gdelt,icews"; from the rows
  std::string format;  // "icews", "gdelt2", ...
  std::vector<std::string> files;
  std::uint64_t rows = 0;       // handed in
  std::uint64_t added = 0;      // ids that were new
  std::uint64_t updated = 0;    // newer versions of known ids
  std::uint64_t unchanged = 0;  // known as they are: nothing was written
  std::uint64_t outdated = 0;   // older versions than the known one: kept, but no event
  std::uint64_t deleted = 0;    // ids taken back
  std::uint64_t mirrored = 0;   // rows that say what another says, the other way round: evidence of its event
  std::uint64_t refused = 0;    // by the reader

  friend bool operator==(const ImportInfo&, const ImportInfo&) = default;
};

struct ImportOptions {
  // What is 0 follows from StoreOptions::memory; with 512 MiB it is 2^18 rows and 96 MiB.
  std::size_t rows_at_once = 0;   // rows gathered before they are written
  std::size_t bytes_at_once = 0;  // the same in bytes
  std::size_t fold_rows = 0;      // small pieces are folded together into ones of as many rows at most
};

class RecordImport {
 public:
  // REQUIRES: the store was opened for writing and outlives this; no other change meanwhile.
  RecordImport(GraphStore& store, ImportInfo info, ImportOptions options = {});
  ~RecordImport();
  // REQUIRES: identified (identify()). An error is the store's and ends the import; what was written by then stays.
  Status add(const Record& record);
  // Writes the rest. `refused` goes into the record of the import.
  Result<ImportInfo> finish(std::uint64_t refused = 0);

 private:
  class State;
  std::unique_ptr<State> state_;
};

// By number.
Result<std::vector<ImportInfo>> imports(const GraphStore& store);
// The actor as texts and data sets give it together: with the names and affiliations of all. GraphStore::find_actor
// gives what texts say where they say anything.
Result<std::optional<Actor>> actor_of_all_sources(const GraphStore& store, ActorId id);
// Rows of all data sets, before packing.
Result<std::uint64_t> bytes_of_rows(const GraphStore& store);
// The rows that `wanted` says, versions that are overtaken and deletions too, into a store that has none, under the
// imports that brought them. Gives how many.
Result<std::uint64_t> copy_rows(const GraphStore& from, GraphStore& to,
                                const std::function<bool(const Record&, const ImportInfo&)>& wanted);
// As if that import had never been; what it had overtaken or taken back holds again. not_found: no such import.
Result<ImportInfo> undo_import(GraphStore& store, std::uint32_t number);

}  // namespace forewhen
