// SPDX-License-Identifier: Apache-2.0
// forewhen sequence KIND KIND...: events of these kinds, one after the other, between the same two.
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/query/sequence.h"
#include "sheet.h"

namespace forewhen {
namespace {

struct Question {
  std::vector<std::string> terms;
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  CertaintyOption certainty;
  WithinOption within;
  bool same_dyad = false, either_dyad = false, by_actor = false, every = false, undated = false, explain = false;
  std::size_t limit = 20;
};

Result<SequenceOptions> options_of(const Question& question, const EventSource& source) {
  SequenceOptions options;
  if (const Status filled = fill(options, question.filter, question.undated, question.within, source); !filled)
    return filled.error();
  if (question.either_dyad) options.tie = SequenceTie::either_dyad;
  if (question.by_actor) options.tie = SequenceTie::shared_actor;
  options.certainty = question.certainty.filter();
  options.every = question.every, options.limit = question.limit;
  return options;
}

Result<int> run(const Question& question) {
  const auto store = question.database.open();
  if (!store) return store.error();
  const auto options = options_of(question, **store);
  if (!options) return options.error();
  const auto answer = find_sequences(**store, question.terms, *options);
  if (!answer) return answer.error();
  return print_sheet(to_sheet(*answer, question.explain), question.output);
}

}  // namespace

RunCommand declare_sequence(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand(
      "sequence", "Events of these kinds one after the other, between the same two: THREATEN MOBILIZE ASSAULT");
  command->add_option("KIND", question->terms, "PLOVER types, or words that events are called by; 2 to 8 of them")
      ->required();
  question->database.declare(*command);
  question->database.declare_as_of(*command);
  question->filter.declare(*command);
  command->remove_option(command->get_option("--type"));
  question->output.declare(*command);
  question->within.declare(*command, "from the first to the last no longer than this");
  CLI::Option* same = command->add_flag("--same-dyad", question->same_dyad,
                                        "the same actor does it to the same recipient in each (the default)");
  CLI::Option* either =
      command->add_flag("--either-dyad", question->either_dyad, "between the same two, whoever does it to whom");
  CLI::Option* actor = command->add_flag("--by-actor", question->by_actor, "one actor in common will do, in any role");
  same->excludes(either)->excludes(actor);
  either->excludes(actor);
  question->certainty.declare(*command);
  command->add_flag("--every", question->every,
                    "every way to choose the events; else each event ends one sequence, with the latest before it");
  command->add_option("--limit", question->limit, "the latest sequences; 0 for all")->capture_default_str();
  command->add_flag("--undated", question->undated, "events without a date too");
  command->add_flag("--explain", question->explain, "why each step holds, and the sentences that say so");
  return [question] { return run(*question); };
}

}  // namespace forewhen
