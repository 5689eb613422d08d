// SPDX-License-Identifier: Apache-2.0
// Data sets into the store: read, and import in bulk.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "forewhen/dataset/reader.h"
#include "forewhen/store/graph_store.h"
#include "forewhen/store/record_import.h"

namespace forewhen {

struct ImportDataOptions {
  std::string format;  // for the record of the import; empty: that of the first row
  std::vector<std::string> files;
  ImportOptions store;
  std::size_t most_refusals = 20;  // kept whole; the others are counted
  std::function<void(std::uint64_t rows, std::uint64_t bytes)> progress;
};

struct ImportReport {
  ImportInfo import;  // number 0: nothing was new
  DatasetReport read;
  std::vector<Error> refusals;        // the first ones
  std::uint64_t refusals_in_all = 0;  // of rows, and of whole files
  GraphCounts after;
};

// A row that is refused costs itself only; an Error means that the store could not be written, and what was written by
// then stays.
Result<ImportReport> import_data(GraphStore& store, DatasetReader& reader, const ImportDataOptions& options);

}  // namespace forewhen
