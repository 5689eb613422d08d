// SPDX-License-Identifier: Apache-2.0
#include "tests/stories/tell.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tests/cli/process.h"
#include "tests/stories/check.h"

namespace forewhen::stories {
namespace {

std::string json_lines(const Story& story) {
  std::string lines;
  for (const StoryDocument& document : story.documents) {
    nlohmann::ordered_json line{{"id", document.id}};
    if (!document.published.empty()) line["published"] = document.published;
    if (!document.title.empty()) line["title"] = document.title;
    line["text"] = document.text;
    lines += line.dump() + "\n";
  }
  return lines;
}

// The program as the first word, --db and --json behind the question; of an order all is asked for.
std::vector<std::string> command_line(const Question& question, const std::string& program, const std::string& db) {
  std::vector<std::string> words = question.command;
  words.insert(words.begin(), program);
  words.insert(words.end(), {"--db", db, "--json"});
  if (question.command[0] == "before" || question.command[0] == "after") words.insert(words.end(), {"--limit", "0"});
  return words;
}

}  // namespace

std::vector<std::string> tell(const Story& story, const std::filesystem::path& program,
                              const std::filesystem::path& scratch) {
  const std::string db = (scratch / "db").string();
  const ProcessResult built =
      run_process({program.string(), "build", "--db", db, "--input-format", "jsonl", "-"}, scratch, json_lines(story));
  if (built.exit_code != 0)
    return {
        fmt::format("{}:{}: build ended with exit code {}: {}", story.file, story.line, built.exit_code, built.err)};
  std::vector<std::string> complaints;
  for (const Question& question : story.questions) {
    const auto result = run_process(command_line(question, program.string(), db), scratch);
    for (std::string& complaint : check_question(story, question, result)) complaints.push_back(std::move(complaint));
  }
  return complaints;
}

}  // namespace forewhen::stories
