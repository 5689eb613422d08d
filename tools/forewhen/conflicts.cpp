// SPDX-License-Identifier: Apache-2.0
// forewhen conflicts: what sources say that cannot all hold, in the smallest sets, with the sentences that say so.
#include "forewhen/query/conflicts.h"

#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/export/json.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Conflicts {
  DatabaseOption database;
  OutputOptions output;
  std::size_t limit = 0;
};

Result<int> run(const Conflicts& options) {
  const auto store = options.database.open();
  if (!store) return store.error();
  const auto report = find_conflicts(**store, {.limit = options.limit});
  if (!report) return report.error();
  switch (options.output.form()) {
    case OutputForm::json:
      for (const Conflict& conflict : report->conflicts) write_out(to_json(conflict));
      break;
    case OutputForm::tsv:
      write_out(to_tsv(*report));
      break;
    case OutputForm::table:
      write_out(to_table(*report, options.output.style()));
      break;
  }
  if (report->at_least) write_note("there may be more; --limit 0 gives all that the search finds");
  return kDone;
}

}  // namespace

RunCommand declare_conflicts(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Conflicts>();
  command = program.add_subcommand("conflicts", "What sources say that cannot all hold, in the smallest sets");
  options->database.declare(*command);
  options->database.declare_as_of(*command);
  options->output.declare(*command);
  command->add_option("--limit", options->limit, "the smallest that many; 0 for all")->capture_default_str();
  return [options] { return run(*options); };
}

}  // namespace forewhen
