// SPDX-License-Identifier: Apache-2.0
// forewhen backup and restore: a database into another folder and back. forewhen repair: a damaged one anew.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "forewhen/pipeline/repair.h"
#include "forewhen/store/copy.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Folders {
  std::string db, backup;
};

Result<int> run_backup(const Folders& options) {
  const auto copied = copy_store(options.db, options.backup);
  if (!copied) return copied.error();
  fmt::print("copied {} rows, {:.1f} MB, and compared them; the backup is a database: --db {} asks it\n", copied->rows,
             static_cast<double>(copied->bytes) / 1e6, printable(options.backup));
  return kDone;
}

Result<int> run_restore(const Folders& options) {
  const auto copied = copy_store(options.backup, options.db);
  if (!copied) return copied.error();
  const auto store = GraphStore::open(options.db, {});
  if (!store) return store.error();
  const auto report = check(**store);
  if (!report) return report.error();
  fmt::print("copied {} rows, {:.1f} MB, and compared them\n", copied->rows, static_cast<double>(copied->bytes) / 1e6);
  for (const std::string& problem : report->problems) fmt::print("problem: {}\n", printable(problem));
  if (!report->sound()) {
    fmt::print(stderr, "the backup was not sound; forewhen repair --db {}\n", printable(options.db));
    return kFailed;
  }
  return kDone;
}

Result<int> run_repair(const std::string& db) {
  const auto report = repair(db);
  if (!report) return report.error();
  for (const std::string& lost : report->lost) fmt::print("lost: {}\n", printable(lost));
  fmt::print(
      "kept {} documents, {} decisions and {} rows of data sets, and worked out the rest again: {} events, {} actors, "
      "{} places, {} links\n",
      report->documents, report->decisions, report->rows, report->after.events, report->after.actors,
      report->after.places, report->after.links);
  fmt::print("the database as it was lies in {}; remove it when all is well\n", printable(report->damaged.string()));
  if (report->lost.empty()) return kDone;
  fmt::print(stderr, "what was lost comes back when its sources are read again\n");
  return kFailed;
}

}  // namespace

RunCommand declare_backup(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Folders>();
  command =
      program.add_subcommand("backup", "Copy the database as it is now into a new folder, also while it is written");
  command->add_option("DIR", options->backup, "folder of the backup; new or empty")->required();
  command->add_option("--db", options->db, "folder of the database")->required();
  return [options] { return run_backup(*options); };
}

RunCommand declare_restore(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Folders>();
  command = program.add_subcommand("restore", "Copy a backup into a new database and check it");
  command->add_option("DIR", options->backup, "folder of the backup")->required();
  command->add_option("--db", options->db, "folder of the database; new or empty")->required();
  return [options] { return run_restore(*options); };
}

RunCommand declare_repair(CLI::App& program, CLI::App*& command) {
  auto db = std::make_shared<std::string>();
  command = program.add_subcommand(
      "repair", "Build a damaged database anew from the documents, decisions and rows that can be read");
  command->add_option("--db", *db, "folder of the database")->required();
  return [db] { return run_repair(*db); };
}

}  // namespace forewhen
