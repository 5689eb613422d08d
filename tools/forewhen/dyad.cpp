// SPDX-License-Identifier: Apache-2.0
// forewhen dyad A B, actors --with A, first, last, onset: counts and corners of a selection of events.
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/query/dyads.h"
#include "sheet.h"

namespace forewhen {
namespace {

constexpr std::size_t kBar = 24;

struct Question {
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  std::string a, b, quiet;

  void declare(CLI::App& command) {
    database.declare(command);
    database.declare_as_of(command);
    filter.declare(command);
    output.declare(command);
  }
};

// Opens the database, resolves the filter, asks and prints.
template <class Ask>
Result<int> answer(const Question& question, Ask ask) {
  const auto store = question.database.open();
  if (!store) return store.error();
  const auto filter = question.filter.resolve(**store, false);
  if (!filter) return filter.error();
  const auto found = ask(**store, *filter);
  if (!found) return found.error();
  return print_sheet(to_sheet(*found), question.output);
}

Result<int> run_dyad(const Question& question) {
  const auto store = question.database.open();
  if (!store) return store.error();
  const auto filter = question.filter.resolve(**store, false);
  if (!filter) return filter.error();
  const auto found = count_dyad(**store, question.a, question.b, *filter);
  if (!found) return found.error();
  return print_sheet(to_sheet(*found, question.output.form() == OutputForm::table ? kBar : 0), question.output);
}

Result<int> run_onset(const Question& question) {
  const auto quiet = parse_duration(question.quiet);
  if (!quiet) return Error{ErrorKind::usage, quiet.error().what, "--quiet", quiet.error().mend};
  if (*quiet <= seconds::zero()) return Error{ErrorKind::usage, "no time at all", "--quiet", "write it as 90d or 26w"};
  return answer(question, [&](const EventSource& source, const EventFilter& filter) {
    return onsets_of(source, filter, *quiet);
  });
}

}  // namespace

RunCommand declare_dyad(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand("dyad", "How many events two actors have with each other, by month and type");
  command->add_option("A", question->a, "a name, an alias, or an id (a...)")->required();
  command->add_option("B", question->b, "the same")->required();
  question->declare(*command);
  return [question] { return run_dyad(*question); };
}

RunCommand declare_actors(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand("actors", "Who takes part in events together with an actor, most events first");
  command->add_option("--with", question->a, "a name, an alias, or an id (a...)")->required();
  question->declare(*command);
  return [question] {
    return answer(*question, [&](const EventSource& source, const EventFilter& filter) {
      return companions(source, question->a, filter);
    });
  };
}

RunCommand declare_first(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand("first", "Which event came first, of those that --actor, --type ... leave");
  question->declare(*command);
  return [question] { return answer(*question, first_of); };
}

RunCommand declare_last(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand("last", "Which event came last, of those that --actor, --type ... leave");
  question->declare(*command);
  return [question] { return answer(*question, last_of); };
}

RunCommand declare_onset(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command =
      program.add_subcommand("onset", "Events that came after a quiet time, of those that --actor, --type ... leave");
  command->add_option("--quiet", question->quiet, "at least so long without any: 90d, 26w")->required();
  question->declare(*command);
  return [question] { return run_onset(*question); };
}

}  // namespace forewhen
