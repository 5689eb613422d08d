// SPDX-License-Identifier: Apache-2.0
#include "forewhen/pipeline/import.h"

namespace forewhen {
namespace {

constexpr std::uint64_t kRowsPerProgress = 1 << 14;

}  // namespace

Result<ImportReport> import_data(GraphStore& store, DatasetReader& reader, const ImportDataOptions& options) {
  ImportReport report;
  ImportInfo info;
  info.files = options.files;
  info.format = options.format;
  std::unique_ptr<RecordImport> import;
  Record record;
  for (std::uint64_t rows = 0;; ++rows) {
    const auto more = reader.next(record);
    if (more && !*more) break;
    if (!more) {
      ++report.refusals_in_all;
      if (report.refusals.size() < options.most_refusals) report.refusals.push_back(more.error());
      continue;
    }
    if (!import) {  // the format is known with the first row
      if (info.format.empty() && !reader.report().formats.empty())
        info.format = reader.report().formats.begin()->second;
      import = std::make_unique<RecordImport>(store, info, options.store);
    }
    if (Status added = import->add(record); !added) return added.error();
    if (options.progress && rows % kRowsPerProgress == 0) options.progress(rows, reader.report().bytes);
  }
  report.read = reader.report();
  if (import) {
    auto done = import->finish(report.read.refused_in_all());
    if (!done) return done.error();
    report.import = *std::move(done);
  }
  if (Status synced = store.sync(); !synced) return synced.error();
  const auto after = store.counts();
  if (!after) return after.error();
  report.after = *after;
  return report;
}

}  // namespace forewhen
