// SPDX-License-Identifier: Apache-2.0
#include "store/import_again.h"

#include <map>

#include "store/body.h"
#include "store/records.h"

namespace forewhen {
namespace store {

Status import_again(GraphStore& to, const ImportInfo& info, const std::function<Status(RecordImport&)>& add) {
  ImportInfo same;
  same.number = info.number;
  same.recorded = info.recorded;
  same.format = info.format;
  same.files = info.files;
  RecordImport import(to, same);
  if (Status added = add(import); !added) return added;
  const auto done = import.finish();
  if (!done) return done.error();
  const Status kept = StoreAccess::kv(to).commit({{Space::records, import_key(info.number), encode(info)}});
  if (!kept) return kept;
  StoreAccess::forget_catalog(to);
  return Done{};
}

}  // namespace store

Result<std::uint64_t> bytes_of_rows(const GraphStore& graph) {
  const auto rows = store::records_of(graph);
  if (!rows) return rows.error();
  std::uint64_t bytes = 0;
  for (const auto& [number, entry] : rows->catalog().segments) bytes += entry->info.bytes;
  return bytes;
}

Result<std::uint64_t> copy_rows(const GraphStore& from, GraphStore& to,
                                const std::function<bool(const Record&, const ImportInfo&)>& wanted) {
  const auto rows = store::records_of(from);
  if (!rows) return rows.error();
  const store::Catalog& catalog = rows->catalog();
  std::map<std::uint32_t, std::vector<store::RowPlace>> places;  // by import
  for (const auto& [number, entry] : catalog.segments) {
    std::uint32_t row = 0;
    const std::uint32_t segment = number;
    const Status read =
        catalog.segment(number, StoreAccess::kv(from)).each_record([&](const store::ImportedRecord& one) {
          const auto import = catalog.imports.find(one.import);
          if (import != catalog.imports.end() && wanted(one.record, import->second))
            places[one.import].push_back({segment, row});
          ++row;
        });
    if (!read) return read.error();
  }
  std::uint64_t copied = 0;
  for (const auto& [number, own] : places) {
    const auto& rows_here = own;
    const Status done = store::import_again(to, catalog.imports.at(number), [&](RecordImport& import) -> Status {
      std::optional<store::Segment> segment;
      for (const store::RowPlace place : rows_here) {
        if (!segment || segment->info().number != place.segment)
          segment.emplace(catalog.segment(place.segment, StoreAccess::kv(from)));
        const auto record = segment->record(place.row);
        if (!record) return record.error();
        if (Status added = import.add(record->record); !added) return added;
        ++copied;
      }
      return Done{};
    });
    if (!done) return done.error();
  }
  return copied;
}

}  // namespace forewhen
