// SPDX-License-Identifier: Apache-2.0
// forewhen chain X: the storyline that leads to X, as a list or a tree.
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/query/storyline.h"
#include "sheet.h"
#include "subject.h"

namespace forewhen {
namespace {

struct Question {
  std::string subject;
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  WithinOption within;
  std::size_t limit = 12;
  bool tree = false, definite = false, undated = false, explain = false;
};

Result<StorylineOptions> options_of(const Question& question, const EventSource& source) {
  StorylineOptions options;
  if (const Status filled = fill(options, question.filter, question.undated, question.within, source); !filled)
    return filled.error();
  options.definite = question.definite, options.limit = question.limit;
  return options;
}

Result<int> run(const Question& question) {
  const auto store = question.database.open();
  if (!store) return store.error();
  const auto subject = find_subject(**store, question.subject);
  if (!subject) return subject.error();
  const auto options = options_of(question, **store);
  if (!options) return options.error();
  const auto story = storyline(**store, *subject, *options);
  if (!story) return story.error();
  if (question.tree) {
    write_out(to_tree(*story, question.output.style(question.explain)));
    return kDone;
  }
  return print_sheet(to_sheet(*story, question.explain), question.output);
}

}  // namespace

RunCommand declare_chain(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand("chain", "The storyline that leads to X, by stated links and actors in common");
  command->add_option("X", question->subject, "an event id, @DOCUMENT:BYTE, or words: \"drone attack\"")->required();
  question->database.declare(*command);
  question->database.declare_as_of(*command);
  question->filter.declare(*command);
  question->output.declare(*command);
  command->add_option("--limit", question->limit, "events besides X; the strongest steps are taken")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_flag("--tree", question->tree, "draw the tree of what leads to what, X on top")
      ->excludes(command->get_option("--json"))
      ->excludes(command->get_option("--format"));
  question->within.declare(*command, "no further from X than this");
  command->add_flag("--definite", question->definite, "only steps that definitely come before what they lead to");
  command->add_flag("--undated", question->undated, "events without a date by actors too, not only by stated links");
  command->add_flag("--explain", question->explain, "why each step is one, and the sentences that say so");
  return [question] { return run(*question); };
}

}  // namespace forewhen
