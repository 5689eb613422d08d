// SPDX-License-Identifier: Apache-2.0
// forewhen stats: how much there is. forewhen check: whether every index agrees with every
// record, and every event with its claims and the decisions.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "database.h"
#include "forewhen/pipeline/verify.h"
#include "storage_report.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Inspection {
  DatabaseOption database;
  OutputOptions output;
  bool storage = false;
};

using Row = std::pair<const char*, std::uint64_t>;

std::vector<Row> rows_of(const GraphCounts& counts) {
  return {{"documents", counts.documents},           {"claims", counts.claims}, {"events", counts.events},
          {"undated_events", counts.undated_events}, {"actors", counts.actors}, {"places", counts.places},
          {"participations", counts.participations}, {"links", counts.links}};
}

void print(const std::vector<Row>& rows, OutputForm form) {
  if (form == OutputForm::json) {
    nlohmann::ordered_json object;
    for (const auto& [name, value] : rows) object[name] = value;
    write_out(object.dump());
    return;
  }
  for (const auto& [name, value] : rows) {
    if (form == OutputForm::tsv)
      fmt::print("{}\t{}\n", name, value);
    else
      fmt::print("{:<16} {:>12}\n", name, value);
  }
}

Result<int> run_stats(const Inspection& options) {
  const auto store = options.database.open();
  if (!store) return store.error();
  if (options.storage) {
    const auto report = storage(**store);
    if (!report) return report.error();
    print(*report, bytes_on_disk(options.database.path), options.output.form());
    return kDone;
  }
  const auto counts = (*store)->counts();
  if (!counts) return counts.error();
  print(rows_of(*counts), options.output.form());
  return kDone;
}

Result<int> run_check(const Inspection& options) {
  const auto store = options.database.open();
  if (!store) return store.error();
  auto report = check(**store);
  if (!report) return report.error();
  if (report->sound()) {
    auto differences = verify_events(**store);
    if (!differences) return differences.error();
    report->problems = *std::move(differences);
  }
  if (options.output.form() == OutputForm::json) {
    nlohmann::ordered_json object;
    object["sound"] = report->sound();
    object["rows"] = report->rows;
    for (const auto& [name, value] : rows_of(report->counts)) object[name] = value;
    object["problems"] = report->problems;
    write_out(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return report->sound() ? kDone : kFailed;
  }
  for (const std::string& problem : report->problems) fmt::print("problem: {}\n", printable(problem));
  if (report->sound()) {
    fmt::print(
        "sound: {} rows walked; {} documents, {} claims, {} events, {} actors, {} places, {} links agree with every "
        "index, and the events with the claims and decisions\n",
        report->rows, report->counts.documents, report->counts.claims, report->counts.events, report->counts.actors,
        report->counts.places, report->counts.links);
    return kDone;
  }
  fmt::print("{} problems in {} rows\n", report->problems.size(), report->rows);
  return kFailed;
}

RunCommand declare(CLI::App& program, CLI::App*& command, const char* name, const char* help, bool is_stats,
                   Result<int> (*run)(const Inspection&)) {
  auto options = std::make_shared<Inspection>();
  command = program.add_subcommand(name, help);
  options->database.declare(*command);
  if (is_stats) {
    options->database.declare_as_of(*command);
    command->add_flag("--storage", options->storage, "how much room each part of the database takes");
  }
  options->output.declare(*command);
  return [options, run] { return run(*options); };
}

}  // namespace

RunCommand declare_stats(CLI::App& program, CLI::App*& command) {
  return declare(program, command, "stats", "How many documents, claims, events, actors, places and links there are",
                 true, run_stats);
}

RunCommand declare_check(CLI::App& program, CLI::App*& command) {
  return declare(program, command, "check",
                 "Prove that every index agrees with its record, and every event with its claims and decisions", false,
                 run_check);
}

}  // namespace forewhen
