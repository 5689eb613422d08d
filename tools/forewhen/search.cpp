// SPDX-License-Identifier: Apache-2.0
// forewhen search WORDS: full text, best first.
#include "forewhen/query/search.h"

#include <fmt/ranges.h>

#include <memory>

#include "commands.h"
#include "database.h"
#include "sheet.h"

namespace forewhen {
namespace {

struct Question {
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  std::vector<std::string> words;
  std::size_t limit = 20;
  bool documents = false;
};

Result<int> run(const Question& question) {
  const auto store = question.database.open();
  if (!store) return store.error();
  const std::string words = fmt::format("{}", fmt::join(question.words, " "));
  if (question.documents) {
    const auto documents = search_documents(**store, words, question.limit);
    if (!documents) return documents.error();
    return print_sheet(to_sheet(*documents), question.output);
  }
  auto filter = question.filter.resolve(**store, true);
  if (!filter) return filter.error();
  SearchOptions options{std::move(filter).value(), question.limit};
  const auto answer = search_events(**store, words, options);
  if (!answer) return answer.error();
  Sheet sheet = to_sheet(*answer);
  const auto documents = search_documents(**store, words, 1);
  if (!documents) return documents.error();
  if (!documents->empty())
    sheet.notes.push_back("documents that tell no event have some of the words too; --documents shows them");
  return print_sheet(sheet, question.output);
}

}  // namespace

RunCommand declare_search(CLI::App& program, CLI::App*& command) {
  auto question = std::make_shared<Question>();
  command = program.add_subcommand(
      "search",
      "Events by words: what they are called, who, where, the sentences; best first, half words and typos too");
  command->add_option("WORDS", question->words, "words; bomb* means all that begin so")->required();
  question->database.declare(*command);
  question->database.declare_as_of(*command);
  question->filter.declare(*command);
  question->output.declare(*command);
  command->add_flag("--documents", question->documents,
                    "documents that tell no event, which data sets list with the names, places and themes in them");
  command->add_option("--limit", question->limit, "the best that many; 0 for all")->capture_default_str();
  return [question] { return run(*question); };
}

}  // namespace forewhen
