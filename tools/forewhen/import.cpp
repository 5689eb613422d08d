// SPDX-License-Identifier: Apache-2.0
// forewhen import: event data sets in; what happened to the rows, by reason. forewhen imports: what was imported, and
// taking one back.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "database.h"
#include "forewhen/export/json.h"
#include "forewhen/pipeline/import.h"
#include "forewhen/time/iso.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Import {
  MemoryOption memory;
  std::string db, map;
  std::vector<std::string> files;
  DatasetOptions data;
  bool dry_run = false, list_formats = false;
  std::size_t show = 5;
  std::size_t refusals = 20;
};

std::string plural(std::uint64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

// "date=Event date,actor=Source" into the options.
Status read_map(Import& options) {
  const auto known = column_meanings();
  std::string_view rest = options.map;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view pair = rest.substr(0, comma);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    const std::size_t equals = pair.find('=');
    const std::string meaning(pair.substr(0, equals));
    if (equals == std::string_view::npos || std::find(known.begin(), known.end(), meaning) == known.end()) {
      return Error{ErrorKind::usage, fmt::format("'{}' does not say what a column is", pair), "--map",
                   fmt::format("date=COLUMN,actor=COLUMN,...; known are {}", fmt::join(known, " "))};
    }
    options.data.columns[meaning] = pair.substr(equals + 1);
  }
  return Done{};
}

void print_read(const DatasetReport& read, const std::vector<Error>& refusals, std::uint64_t in_all) {
  for (const Error& error : refusals) fmt::print(stderr, "refused: {}\n", printable(to_string(error)));
  if (in_all > refusals.size()) fmt::print(stderr, "and {} more refused\n", in_all - refusals.size());
  for (const auto& [file, format] : read.formats) {
    fmt::print("{}: {}\n", printable(file), format);
    const auto columns = read.columns.find(file);
    std::string_view rest = columns == read.columns.end() ? std::string_view() : columns->second;
    for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1))
      fmt::print("  {}\n", printable(rest.substr(0, end)));
  }
  for (const auto& [reason, count] : read.refused) fmt::print("  refused, {}: {}\n", reason, plural(count, "row"));
  for (const auto& [format, count] : read.not_read) fmt::print("  not read, {}: {}\n", format, plural(count, "row"));
  for (const auto& [what, count] : read.no_events) fmt::print("  {}: {}\n", what, plural(count, "row"));
  for (const auto& [notice, count] : read.notices) fmt::print("  {}: {}\n", notice, plural(count, "row"));
  for (const auto& [extension, count] : read.skipped)
    fmt::print("  passed over, no table: {} {}\n", plural(count, "file"), printable(extension));
}

std::string line_of(const Record& record) {
  const std::string id = printable(record.document.id);
  if (record.kind == RowKind::deletion) return fmt::format("taken back: {}", id);
  if (record.kind == RowKind::event) return to_json(event_of(record));
  return fmt::format("{} {}: {}", record.kind == RowKind::report ? "report" : "document", id,
                     printable(record.document.title));
}

Result<int> dry_run(const Import& options) {
  DatasetReader reader(options.files, options.data);
  Record record;
  std::vector<Error> refusals;
  std::size_t shown = 0;
  while (shown < options.show) {
    const auto more = reader.next(record);
    if (more && !*more) break;
    if (!more) {
      refusals.push_back(more.error());
      if (refusals.size() >= options.refusals) break;
      continue;
    }
    ++shown;
    write_out(line_of(record));
  }
  print_read(reader.report(), refusals, refusals.size());
  fmt::print("nothing was written (--dry-run)\n");
  return refusals.empty() ? kDone : kDataRefused;
}

void print_report(const ImportReport& report, double seconds_taken) {
  print_read(report.read, report.refusals, report.refusals_in_all);
  const ImportInfo& import = report.import;
  const double rate = seconds_taken > 0 ? static_cast<double>(report.read.rows) / seconds_taken : 0;
  fmt::print(stderr, "{:.2f} s, {:.0f} rows/s, {:.1f} MB\n", seconds_taken, rate,
             static_cast<double>(report.read.bytes) / 1e6);
  fmt::print("read {}: {} new, {} updated, {} unchanged, {} outdated, {} taken back, {} refused\n",
             plural(report.read.rows, "row"), import.added, import.updated, import.unchanged, import.outdated,
             import.deleted, report.read.refused_in_all());
  if (import.mirrored != 0) fmt::print("  rows that mirror another, merged with it: {}\n", import.mirrored);
  if (import.number != 0)
    fmt::print("import {} (forewhen imports undo {} takes it back)\n", import.number, import.number);
  else
    fmt::print("nothing was new, nothing was written\n");
  fmt::print("the graph holds {} from {}, {}, {}\n", plural(report.after.events, "event"),
             plural(report.after.claims, "claim"), plural(report.after.actors, "actor"),
             plural(report.after.places, "place"));
}

Result<int> run_import(Import& options) {
  if (options.list_formats) {
    for (const FormatName& format : dataset_formats()) fmt::print("{}\t{}\n", format.name, format.what);
    return kDone;
  }
  if (Status read = read_map(options); !read) return read.error();
  if (options.files.empty()) return Error{ErrorKind::usage, "no file is named", "", "- reads standard input"};
  if (options.dry_run) return dry_run(options);
  if (options.db.empty()) return Error{ErrorKind::usage, "no database is named", "--db", ""};
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  how.create = true;
  how.memory = options.memory.bytes();
  auto store = GraphStore::open(options.db, how);
  if (!store) return store.error();
  DatasetReader reader(options.files, options.data);
  ImportDataOptions work;
  work.files = options.files;
  work.format = options.data.format;
  work.most_refusals = options.refusals;
  const auto begin = std::chrono::steady_clock::now();
  const auto taken = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); };
  const auto report = [&] {
    Progress progress;
    work.progress = [&](std::uint64_t rows, std::uint64_t bytes) {
      progress.show(fmt::format("{} rows, {:.0f} rows/s, {:.1f} MB", rows, static_cast<double>(rows) / taken(),
                                static_cast<double>(bytes) / 1e6));
    };
    return import_data(**store, reader, work);
  }();
  if (!report) return report.error();
  print_report(*report, taken());
  return report->refusals.empty() ? kDone : kDataRefused;
}

struct Imports {
  DatabaseOption database;
  OutputOptions output;
  std::vector<std::uint32_t> undo;
};

nlohmann::ordered_json json_of(const ImportInfo& info) {
  nlohmann::ordered_json json;
  json["import"] = info.number;
  json["recorded"] = format_iso(info.recorded);
  json["set"] = info.set;
  json["format"] = info.format;
  json["files"] = info.files;
  for (const auto& [name, count] : {std::pair{"rows", info.rows},
                                    {"added", info.added},
                                    {"updated", info.updated},
                                    {"unchanged", info.unchanged},
                                    {"outdated", info.outdated},
                                    {"deleted", info.deleted},
                                    {"mirrored", info.mirrored},
                                    {"refused", info.refused}}) {
    json[name] = count;
  }
  return json;
}

Result<int> undo(const Imports& options) {
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  auto store = GraphStore::open(options.database.path, how);
  if (!store) return store.error();
  for (const std::uint32_t number : options.undo) {
    const auto undone = undo_import(**store, number);
    if (!undone) return undone.error();
    fmt::print("import {} is taken back: {} of {}\n", number, plural(undone->rows, "row"), printable(undone->set));
  }
  if (Status synced = (*store)->sync(); !synced) return synced.error();
  const auto after = (*store)->counts();
  if (!after) return after.error();
  fmt::print("the graph holds {} from {}\n", plural(after->events, "event"), plural(after->claims, "claim"));
  return kDone;
}

Result<int> run_imports(const Imports& options) {
  if (!options.undo.empty()) return undo(options);
  const auto store = options.database.open();
  if (!store) return store.error();
  const auto all = imports(**store);
  if (!all) return all.error();
  const bool table = options.output.form() == OutputForm::table;
  if (table)
    fmt::print("{:>6}  {:<16}  {:<10}  {:>10}  {:>10}  {:>10}  {}\n", "import", "recorded", "set", "rows", "added",
               "refused", "files");
  for (const ImportInfo& info : *all) {
    const std::string files = fmt::format("{}", fmt::join(info.files, " "));
    if (options.output.form() == OutputForm::json)
      write_out(json_of(info).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    else if (table)
      fmt::print("{:>6}  {:<16}  {:<10}  {:>10}  {:>10}  {:>10}  {}\n", info.number, format_iso(info.recorded),
                 printable(info.set), info.rows, info.added, info.refused, printable(files));
    else
      fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", info.number, format_iso(info.recorded), printable(info.set),
                 info.format, info.rows, info.added, info.refused, printable(files));
  }
  return kDone;
}

}  // namespace

RunCommand declare_import(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Import>();
  command =
      program.add_subcommand("import", "Read event data sets into a graph; importing the same again changes nothing");
  command->add_option("FILE", options->files, "tables, also packed (.gz .zst .zip), folders, or - for standard input");
  command->add_option("--db", options->db, "folder of the database; made where there is none");
  options->memory.declare(*command);
  command->add_option("--format", options->data.format, "see --formats; found by looking where it is not said");
  command->add_flag("--formats", options->list_formats, "list the formats that are known");
  command->add_option("--set", options->data.set, "name of the data set, before the ids of its rows");
  command->add_option(
      "--map", options->map,
      "what the columns of any table are: date=...,actor=...,recipient=...,place=...,lat=...,lon=...,type=...,id=...");
  command->add_option("--dates", options->data.dates,
                      "dates of any table that have two meanings: dmy, mdy (3/4/2021), excel, excel1904 (44256)");
  command->add_flag("--merge-mirrors", options->data.merge_mirrors,
                    "quads that say the same in both directions are one event");
  command->add_option("--time-step", options->data.time_step, "quads whose times are numbers: 15m, 1h, 1d, 1y");
  command->add_option("--epoch", options->data.epoch, "and the date of time 0");
  command->add_flag("--dry-run", options->dry_run, "show what the first rows become, and write nothing");
  command->add_option("--show", options->show, "rows that --dry-run shows")->capture_default_str();
  command->add_option("--show-refused", options->refusals, "refused rows that are named; the rest is counted")
      ->capture_default_str();
  return [options] { return run_import(*options); };
}

RunCommand declare_imports(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Imports>();
  command = program.add_subcommand("imports", "List the imports of data sets; `imports undo N` takes one back");
  options->database.declare(*command);
  options->output.declare(*command);
  CLI::App* undone = command->add_subcommand("undo", "Take imports back; what they had overtaken holds again");
  undone->add_option("N", options->undo, "numbers of imports")->required();
  command->fallthrough();
  undone->fallthrough();
  return [options] { return run_imports(*options); };
}

}  // namespace forewhen
