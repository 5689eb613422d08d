// SPDX-License-Identifier: Apache-2.0
// forewhen path A B: how two actors or events are connected by events one after the other.
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/query/paths.h"
#include "sheet.h"

namespace forewhen {
namespace {

struct Question {
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  CertaintyOption certainty;
  std::string from, to;
  std::size_t paths = 0, most = 6;
  bool first_only = false, undated = false, explain = false;
};

Result<int> run(const Question& question) {
  const auto store = question.database.open();
  if (!store) return store.error();
  const auto from = resolve_path_end(**store, question.from);
  if (!from) return from.error();
  const auto to = resolve_path_end(**store, question.to);
  if (!to) return to.error();
  PathOptions options;
  auto filter = question.filter.resolve(**store, false);
  if (!filter) return filter.error();
  options.filter = std::move(filter).value();
  options.filter.undated = question.undated;
  options.certainty = question.certainty.filter();
  options.first_only = question.first_only;
  options.limit = question.paths, options.most_contacts = question.most;
  const auto answer = find_paths(**store, *from, *to, options);
  if (!answer) return answer.error();
  return print_sheet(to_sheet(*answer, question.explain), question.output);
}

}  // namespace

RunCommand declare_path(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand(
      "path", "How A leads to B by events one after the other: earliest, latest, fastest, shortest, or several paths");
  command->add_option("A", question->from, "a name of an actor, or an event: e..., @DOCUMENT:BYTE")->required();
  command->add_option("B", question->to, "the same")->required();
  question->database.declare(*command);
  question->database.declare_as_of(*command);
  question->filter.declare(*command);
  question->output.declare(*command);
  CLI::Option* paths = command->add_option("--paths", question->paths, "that many paths, those of fewest events first");
  command
      ->add_flag("--first", question->first_only,
                 "only the certain path that arrives first; reads no more of the graph than that takes")
      ->excludes(paths);
  command->add_option("--most", question->most, "events of such a path at most")
      ->check(CLI::Range(1, 12))
      ->capture_default_str();
  question->certainty.declare(*command);
  command->add_flag("--undated", question->undated, "events without a date may be steps too");
  command->add_flag("--explain", question->explain, "why each step holds");
  return [question] { return run(*question); };
}

}  // namespace forewhen
