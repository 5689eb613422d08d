// SPDX-License-Identifier: Apache-2.0
// forewhen compact: gives back the room of what was retracted or replaced, and packs the rest tightly.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "forewhen/store/storage.h"
#include "terminal.h"

namespace forewhen {
namespace {

Result<int> run(const std::string& db) {
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  const std::uint64_t before = bytes_on_disk(db);
  {
    const auto store = GraphStore::open(db, how);
    if (!store) return store.error();
    if (Status done = compact(**store); !done) return done.error();
  }
  fmt::print("{:.1f} MB before, {:.1f} MB now\n", static_cast<double>(before) / 1e6,
             static_cast<double>(bytes_on_disk(db)) / 1e6);
  return kDone;
}

}  // namespace

RunCommand declare_compact(CLI::App& program, CLI::App*& command) {
  auto db = std::make_shared<std::string>();
  command = program.add_subcommand("compact", "Give back the room of what was retracted or replaced");
  command->add_option("--db", *db, "folder of the database")->required();
  return [db] { return run(*db); };
}

}  // namespace forewhen
