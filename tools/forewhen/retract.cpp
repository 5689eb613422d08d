// SPDX-License-Identifier: Apache-2.0
// forewhen retract: takes documents back. The graph is then what it would be had they never been read: only what they
// alone supported goes. Each document is one atomic change.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "forewhen/store/graph_store.h"
#include "forewhen/store/record_import.h"
#include "forewhen/timeline/timeline.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Retract {
  std::string db;
  std::vector<std::string> documents;
};

// A row of a data set: a row that says so overtakes every version of it. `imports undo` brings it back.
Result<bool> take_back_record(GraphStore& store, const std::string& id) {
  ImportInfo info;
  info.set = id.substr(0, id.find(':'));
  info.format = "retract";
  RecordImport import(store, info);
  Record record;
  record.document.id = id;
  record.kind = RowKind::deletion;
  record.version = ~std::uint64_t{0};
  identify(record);
  if (Status added = import.add(record); !added) return added.error();
  const auto done = import.finish();
  if (!done) return done.error();
  return true;
}

// Whether it was there.
Result<bool> take_back(GraphStore& store, const std::string& id) {
  const auto records = store.records_named(id);
  if (!records) return records.error();
  if (records->size() > 1) {
    return Error{ErrorKind::ambiguous,
                 fmt::format("'{}' is a row of several data sets: {}", id, fmt::join(*records, ", ")), "",
                 "name the data set"};
  }
  if (records->size() == 1) return take_back_record(store, records->front());
  const auto known = store.find_document(id);
  if (!known) return known.error();
  if (!*known) {
    fmt::print(stderr, "{}: no document of that id is in the graph (`show` names the document of each claim)\n",
               printable(id));
    return false;
  }
  const auto change = retract_document(store, id);
  if (!change) return change.error();
  const Status applied = store.apply(*change);
  if (!applied) return applied.error();
  return true;
}

std::string less(std::uint64_t before, std::uint64_t after, const char* what) {
  return after <= before ? fmt::format("{} {} fewer", before - after, what)
                         : fmt::format("{} {} more", after - before, what);  // what a document had joined falls apart
}

void print_report(std::size_t taken, std::size_t unknown, const GraphCounts& before, const GraphCounts& after) {
  fmt::print("retracted {} document{}{}\n", taken, taken == 1 ? "" : "s",
             unknown == 0 ? "" : fmt::format(", {} not in the graph", unknown));
  fmt::print("the graph holds {} events from {} claims: {}, {}, {}\n", after.events, after.claims,
             less(before.events, after.events, "events"), less(before.claims, after.claims, "claims"),
             less(before.actors, after.actors, "actors"));
}

Result<int> run(const Retract& options) {
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  auto store = GraphStore::open(options.db, how);
  if (!store) return store.error();
  const auto before = (*store)->counts();
  if (!before) return before.error();
  std::size_t taken = 0;
  for (const std::string& id : options.documents) {
    const auto found = take_back(**store, id);
    if (!found) return found.error();
    taken += *found;
  }
  const Status synced = (*store)->sync();
  if (!synced) return synced.error();
  const auto after = (*store)->counts();
  if (!after) return after.error();
  print_report(taken, options.documents.size() - taken, *before, *after);
  return taken == options.documents.size() ? kDone : kFailed;
}

}  // namespace

RunCommand declare_retract(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Retract>();
  command = program.add_subcommand("retract", "Take documents back; the graph is then as if they had never been read");
  command->add_option("DOCUMENT", options->documents, "ids of documents: a file's name, or the \"id\" of a JSON line")
      ->required();
  command->add_option("--db", options->db, "folder of the database")->required();
  return [options] { return run(*options); };
}

}  // namespace forewhen
