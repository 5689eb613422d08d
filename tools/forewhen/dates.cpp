// SPDX-License-Identifier: Apache-2.0
// forewhen dates: the time expressions of documents, with what they mean. Reads and writes no database and parses no
// sentence: timex alone.
#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "commands.h"
#include "input.h"
#include "terminal.h"
#include "timeml.h"
#include "timex_json.h"
#include "timex_table.h"

namespace forewhen {
namespace {

enum class Form { table, tsv, json_lines, in_line, timeml };

struct Dates {
  InputOptions input;
  std::string format;  // empty: by what stdout is
};

Form form_of(const std::string& name) {
  if (name == "tsv") return Form::tsv;
  if (name == "jsonl") return Form::json_lines;
  if (name == "inline") return Form::in_line;
  if (name == "timeml") return Form::timeml;
  return name == "table" || isatty(STDOUT_FILENO) ? Form::table : Form::json_lines;
}

std::string to_json(const Document& document, const std::vector<Timex>& times) {
  nlohmann::ordered_json object;
  object["document"] = json_head(document);
  object["times"] = json_times(document.text, times);
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string written(const Document& document, const std::vector<Timex>& times, Form form) {
  switch (form) {
    case Form::table:
      return to_timex_table(document, times);
    case Form::tsv:
      return to_timex_tsv(document, times);
    case Form::json_lines:
      return to_json(document, times);
    case Form::in_line:
      return to_inline_timex3(document.text, times);
    case Form::timeml:
      return to_timeml(document, times);
  }
  return "";
}

// A day taken from the text is never used silently; tables and JSON lines say it themselves.
void say_where_from(const Document& document) {
  if (!document.published || document.published_from == "option" || document.published_from == "field") return;
  fmt::print(stderr, "{}: published {}, from its {}\n", printable(document.id), format_iso(*document.published),
             document.published_from);
}

Result<int> run(const Dates& options) {
  auto documents = options.input.reader();
  if (!documents) return documents.error();
  auto times = options.input.times();
  if (!times) return times.error();
  const Form form = form_of(options.format);
  if (form == Form::tsv) write_out(timex_tsv_header());
  int code = kDone;
  while (auto item = documents->next()) {
    if (!*item) {
      fmt::print(stderr, "refused: {}\n", printable(to_string(item->error())));
      code = kDataRefused;
      continue;
    }
    Document document = std::move(*item).value();
    options.input.date(document);
    if (form != Form::table && form != Form::json_lines) say_where_from(document);
    times->published = document.published;
    const std::string out = written(document, find_timexes(document.text, *times), form);
    if (!out.empty()) write_out(out);
  }
  return code;
}

}  // namespace

RunCommand declare_dates(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Dates>();
  command = program.add_subcommand("dates",
                                   "The time expressions of documents as TIMEX3, EDTF and bounds, without a database");
  options->input.declare(*command);
  command
      ->add_option("--format", options->format,
                   "table, tsv, jsonl (an object a document), inline (the text with TIMEX3 elements) or timeml (an XML "
                   "document a document); "
                   "default: table on a terminal, jsonl in a pipe")
      ->check(CLI::IsMember({"table", "tsv", "jsonl", "inline", "timeml"}));
  return [options] { return run(*options); };
}

}  // namespace forewhen
