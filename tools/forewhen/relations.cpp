// SPDX-License-Identifier: Apache-2.0
// forewhen overlaps X, during X, relation NAME X: events by how their time lies to that of X.
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/query/relations.h"
#include "sheet.h"
#include "subject.h"

namespace forewhen {
namespace {

struct Question {
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  CertaintyOption certainty;
  std::string subject;
  std::vector<std::string> relations;
  AllenSet wanted = 0;
  std::size_t limit = 50;
  bool undated = false, explain = false;
};

Result<AllenSet> wanted_of(const Question& question) {
  AllenSet wanted = question.wanted;
  for (const std::string& name : question.relations) {
    const auto relation = parse_allen(name);
    if (!relation) {
      std::string all;
      for (int i = 0; i < kAllenRelations; ++i)
        all += (i ? ", " : "") + std::string(name_of(static_cast<AllenRelation>(i)));
      return Error{ErrorKind::usage, "'" + name + "' is none of Allen's relations", "", "they are: " + all};
    }
    wanted |= set_of(*relation);
  }
  return wanted;
}

Result<int> run(const Question& question) {
  const auto wanted = wanted_of(question);
  if (!wanted) return wanted.error();
  const auto store = question.database.open();
  if (!store) return store.error();
  const auto subject = find_subject(**store, question.subject);
  if (!subject) return subject.error();
  auto filter = question.filter.resolve(**store, false);
  if (!filter) return filter.error();
  RelationOptions options;
  options.filter = std::move(filter).value();
  options.filter.undated = options.undated = question.undated;
  options.wanted = *wanted, options.limit = question.limit;
  options.certainty = question.certainty.filter();
  const auto answer = related(**store, *subject, options);
  if (!answer) return answer.error();
  return print_sheet(to_sheet(*answer, question.explain), question.output);
}

RunCommand declare(CLI::App* command, const std::shared_ptr<Question>& question) {
  command->add_option("X", question->subject, "an event id, @DOCUMENT:BYTE, or words: \"drone attack\"")->required();
  question->database.declare(*command);
  question->database.declare_as_of(*command);
  question->filter.declare(*command);
  question->output.declare(*command);
  command->add_option("--limit", question->limit, "definite ones first, then the latest; 0 for all")
      ->capture_default_str();
  question->certainty.declare(*command);
  command->add_flag("--undated", question->undated, "events without a date too");
  command->add_flag("--explain", question->explain, "the bounds behind it");
  return [question] { return run(*question); };
}

}  // namespace

RunCommand declare_overlaps(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  question->wanted = kSharesTime;
  command = program.add_subcommand("overlaps", "Events that have some time in common with X, definitely or possibly");
  return declare(command, question);
}

RunCommand declare_during(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  question->wanted = kWithin;
  command = program.add_subcommand("during", "Events that began and ended while X went on, definitely or possibly");
  return declare(command, question);
}

RunCommand declare_relation(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand("relation", "Events that stand to X in one of Allen's thirteen relations");
  command->add_option("--is", question->relations, "before, meets, overlaps, starts, during ...; may be repeated")
      ->required();
  return declare(command, question);
}

}  // namespace forewhen
