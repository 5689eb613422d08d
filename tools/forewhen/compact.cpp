// SPDX-License-Identifier: Apache-2.0
// forewhen compact: gives back the room of what was retracted or replaced, merges the pieces of data sets, and packs
// the rest tightly.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/store/storage.h"
#include "terminal.h"

namespace forewhen {
namespace {

Result<int> run(const DatabaseOption& database) {
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  how.memory = database.memory.bytes();
  const std::uint64_t before = bytes_on_disk(database.path);
  {
    const auto store = GraphStore::open(database.path, how);
    if (!store) return store.error();
    if (Status done = compact(**store); !done) return done.error();
  }
  fmt::print("{:.1f} MB before, {:.1f} MB now\n", static_cast<double>(before) / 1e6,
             static_cast<double>(bytes_on_disk(database.path)) / 1e6);
  return kDone;
}

}  // namespace

RunCommand declare_compact(CLI::App& program, CLI::App*& command) {
  auto database = std::make_shared<DatabaseOption>();
  command =
      program.add_subcommand("compact", "Give back the room of what was retracted or replaced, and merge imports");
  database->declare(*command);
  return [database] { return run(*database); };
}

}  // namespace forewhen
