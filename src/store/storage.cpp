// SPDX-License-Identifier: Apache-2.0
#include "forewhen/store/storage.h"

#include <map>

#include "store/body.h"
#include "store/rewrite_segments.h"

namespace forewhen {
namespace store {
namespace {

const char* name_of(Table table) {
  switch (table) {
    case Table::meta:
      return "version and counts";
    case Table::document:
      return "documents";
    case Table::claim_list:
      return "claim lists";
    case Table::name_list:
      return "name lists";
    case Table::claim:
      return "claims";
    case Table::event:
      return "events";
    case Table::actor:
      return "actors";
    case Table::place:
      return "places";
    case Table::link:
      return "links";
    case Table::decision:
      return "decisions";
    case Table::segment:
      return "data sets";
    case Table::segment_info:
      return "segments";
    case Table::segment_state:
      return "segment states";
    case Table::import:
      return "imports";
    case Table::text:
      return "texts";
    case Table::by_time:
      return "events by time";
    case Table::by_actor:
      return "events by actor";
    case Table::by_place:
      return "events by place";
    case Table::by_document:
      return "events by document";
    case Table::claim_event:
      return "events by claim";
    case Table::actor_word:
      return "actors by word";
    case Table::place_word:
      return "places by word";
    case Table::stem:
      return "events by stem";
    case Table::block:
      return "events by block";
    case Table::name_use:
      return "uses of names";
  }
  return "unknown";
}

// What lies under segment keys: 'G', the segment (four bytes), a letter.
const char* name_of_segment_part(char letter) {
  switch (letter) {
    case 'r':
      return "data sets: rows";
    case 'f':
      return "data sets: covering rows";
    case 'e':
      return "data sets: event ids";
    case 'd':
      return "data sets: directories";
    case 'b':
      return "data sets: filters";
    case 'A':
      return "data sets: by actor";
    case 'P':
      return "data sets: by place";
    case 'a':
      return "data sets: actors";
    case 'p':
      return "data sets: places";
    case 'i':
      return "data sets: by id";
    case 'x':
      return "data sets: mirrors";
    case 's':
      return "data sets: by stem";
    default:
      return "data sets: by word";
  }
}

const char* name_of_row(std::string_view key) {
  if (key.size() > 5 && static_cast<Table>(key[0]) == Table::segment) return name_of_segment_part(key[5]);
  return name_of(static_cast<Table>(key[0]));
}

}  // namespace
}  // namespace store

Result<StorageReport> storage(const GraphStore& graph) {
  const store::OrderedKv& kv = StoreAccess::kv(graph);
  StorageReport report;
  const auto uses = kv.disk_use();
  for (int i = 0; i < store::kSpaces; ++i) {
    const auto space = static_cast<store::Space>(i);
    if (!uses.empty()) report.families.push_back({std::string(store::name_of(space)), uses[i].files, uses[i].bytes});
    std::map<std::string, StorageReport::Table> tables;
    const Status walked = store::walk(kv, space, "", [&](std::string_view key, std::string_view value) {
      if (key.empty()) return true;
      StorageReport::Table& table = tables[store::name_of_row(key)];
      ++table.rows;
      table.bytes += key.size() + value.size();
      return true;
    });
    if (!walked) return walked.error();
    for (auto& [name, table] : tables) {
      table.name = name;
      report.tables.push_back(std::move(table));
    }
  }
  return report;
}

Status compact(GraphStore& graph) {
  if (StoreAccess::options(graph).access != StoreOptions::Access::write) {
    return Error{ErrorKind::usage, "the store was opened for reading only", "", ""};
  }
  const Status folded = store::fold_all(graph);
  if (!folded) return folded;
  return StoreAccess::kv(graph).compact();
}

std::uint64_t bytes_on_disk(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (std::filesystem::directory_iterator at(folder, ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (at->is_regular_file(ignored)) bytes += at->file_size(ignored);
  }
  return bytes;
}

}  // namespace forewhen
