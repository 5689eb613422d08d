// SPDX-License-Identifier: Apache-2.0
// forewhen graph [AROUND]: measures of the actors of a part of the graph.
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/query/actor_measures.h"
#include "sheet.h"

namespace forewhen {
namespace {

struct Question {
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  std::string around, by = "page_rank";
  int hops = 1;
  std::size_t limit = 20;
};

Result<int> run(const Question& question) {
  const auto store = question.database.open();
  if (!store) return store.error();
  MeasureOptions options;
  auto filter = question.filter.resolve(**store, false);
  if (!filter) return filter.error();
  options.filter = std::move(filter).value();
  if (question.around.empty() && question.hops != 1)
    return Error{ErrorKind::usage, "steps lead away from somebody", "--hops", "name an actor or an event"};
  if (!question.around.empty()) {
    auto around = resolve_path_end(**store, question.around);
    if (!around) return around.error();
    options.around = std::move(around).value();
  }
  options.hops = question.hops, options.limit = question.limit;
  options.by = *parse_actor_measure(question.by);
  const auto answer = measure_actors(**store, options);
  if (!answer) return answer.error();
  return print_sheet(to_sheet(*answer), question.output);
}

}  // namespace

RunCommand declare_graph(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand(
      "graph", "Who matters: page rank, betweenness, components and communities of the actors who meet in events");
  command->add_option("AROUND", question->around, "only around this actor or event (e..., @DOCUMENT:BYTE)");
  question->database.declare(*command);
  question->database.declare_as_of(*command);
  question->filter.declare(*command);
  question->output.declare(*command);
  command->add_option("--hops", question->hops, "with AROUND: events so many steps away from actor to actor")
      ->check(CLI::Range(1, 12))
      ->capture_default_str();
  command->add_option("--by", question->by, "what the order is by, the greatest first")
      ->check(CLI::IsMember({"page_rank", "betweenness", "partners", "events"}))
      ->capture_default_str();
  command->add_option("--limit", question->limit, "the first that many; 0 for all")->capture_default_str();
  return [question] { return run(*question); };
}

}  // namespace forewhen
