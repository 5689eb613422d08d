// SPDX-License-Identifier: Apache-2.0
// forewhen before X, forewhen after X: one question, two directions of time.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/export/json.h"
#include "forewhen/query/before.h"
#include "forewhen/query/names.h"
#include "subject.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Question {
  Direction direction = Direction::before;
  std::string subject;
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  std::size_t limit = 20;
  CertaintyOption certainty;
  WithinOption within;
  std::string via, rank = "recency", from;
  bool shared_actor = false, same_dyad = false, unlikely = false, explain = false;
  int hops = 1;
};

Result<BeforeOptions> options_of(const Question& question, const EventSource& source) {
  BeforeOptions options;
  options.limit = question.limit;
  options.hops = question.hops;
  options.quotes = question.explain;
  if (const Status filled = fill(options, question.filter, true, question.within, source); !filled)
    return filled.error();
  options.unlikely = question.unlikely;
  options.certainty = question.certainty.filter();
  if (!question.via.empty()) {
    const auto actors = resolve_actors(source, question.via);
    if (!actors) return actors.error();
    for (const Actor& actor : *actors) options.via.push_back(actor.id);
  }
  options.rank = question.rank == "relevance" ? Rank::relevance : Rank::recency;
  options.from = question.from;
  if (question.shared_actor) options.match = ActorMatch::shared;
  if (question.same_dyad) options.match = ActorMatch::same_dyad;
  return options;
}

void print_more(const Answer& answer) {
  if (answer.more == 0) return;
  write_note(fmt::format("{}{} more; --limit 0 gives all, --from {} the next", answer.more_at_least ? "at least " : "",
                         answer.more, answer.next));
}

void print(const Answer& answer, const Question& question) {
  // Reasons and quotes have no place in TSV.
  const bool prose = question.explain && question.output.format.empty() && !question.output.json;
  switch (prose ? OutputForm::table : question.output.form()) {
    case OutputForm::json:
      for (const AnswerItem& item : answer.items) write_out(to_json(item));
      print_more(answer);
      break;
    case OutputForm::tsv:
      write_out(to_tsv(answer));
      print_more(answer);
      break;
    case OutputForm::table:
      write_out(to_table(answer, question.output.style(question.explain)));
      break;
  }
}

Result<int> run(const Question& question) {
  const auto store = question.database.open();
  if (!store) return store.error();
  const auto subject = find_subject(**store, question.subject);
  if (!subject) return subject.error();
  const auto options = options_of(question, **store);
  if (!options) return options.error();
  const auto answer = question.direction == Direction::before ? before(**store, *subject, *options)
                                                              : after(**store, *subject, *options);
  if (!answer) return answer.error();
  print(*answer, question);
  return kDone;
}

RunCommand declare(CLI::App& program, CLI::App*& command, Direction direction) {
  auto question = std::make_shared<Question>();
  question->direction = direction;
  const bool before = direction == Direction::before;
  command = program.add_subcommand(before ? "before" : "after",
                                   before ? "What preceded X, in order, with how sure that is and why"
                                          : "What followed X, in order, with how sure that is and why");
  command->add_option("X", question->subject, "an event id, @DOCUMENT:BYTE, or words: \"drone attack\"")->required();
  question->database.declare(*command);
  question->database.declare_as_of(*command);
  question->filter.declare(*command);
  question->output.declare(*command);
  command->add_option("--limit", question->limit, "the nearest to X in time, or the most relevant; 0 for all")
      ->capture_default_str();
  command->add_option("--from", question->from, "go on behind the page that gave this cursor, with the same question");
  command
      ->add_option("--rank", question->rank,
                   "recency: what is nearest in time is kept; relevance: a stated order, rare actors in common, "
                   "nearness and independent sources count, and the most relevant come first")
      ->check(CLI::IsMember({"recency", "relevance"}))
      ->capture_default_str();
  question->within.declare(*command, "no further from X than this");
  question->certainty.declare(*command);
  command->add_flag("--shared-actor", question->shared_actor, "only events that share an actor with X");
  command->add_option("--via", question->via,
                      "only events that have this actor in common with X, and chains with such a step");
  command->add_flag("--same-dyad", question->same_dyad, "only events with the same actor and recipient as X");
  command->add_flag("--unlikely", question->unlikely,
                    "possible events too of which tense and sequence of the text suggest the opposite order");
  command->add_option("--hops", question->hops, "follow chains of that many steps through time")
      ->check(CLI::Range(1, 12))
      ->capture_default_str();
  command->add_flag("--explain", question->explain, "the reasons and the sentences that say so");
  return [question] { return run(*question); };
}

}  // namespace

RunCommand declare_before(CLI::App& program, CLI::App*& command) {
  return declare(program, command, Direction::before);
}
RunCommand declare_after(CLI::App& program, CLI::App*& command) { return declare(program, command, Direction::after); }

}  // namespace forewhen
