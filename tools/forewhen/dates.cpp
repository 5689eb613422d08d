// SPDX-License-Identifier: Apache-2.0
// forewhen dates: the time expressions of documents, with what they mean. Reads and writes no database and parses no
// sentence: timex alone.
#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "commands.h"
#include "input.h"
#include "output_folder.h"
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
  std::string folder;  // of TimeML files, one a document; empty: standard output
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

// Where a document's output goes. One XML file holds one TimeML document, so a second one has no place on standard
// output: it is refused before the first is written, and --output-folder takes them all.
class Output {
 public:
  Output(Form form, const std::string& folder) : is_single_(form == Form::timeml && folder.empty()), folder_(folder) {
    if (form == Form::tsv) write_out(timex_tsv_header());
  }

  Status take(const Document& document, std::string text) {
    if (!folder_.empty()) return write_file(folder_, document.id, "tml", text);
    if (!is_single_) {
      if (!text.empty()) write_out(text);
      return Done{};
    }
    if (++documents_ > 1)
      return Error{ErrorKind::usage, "an XML file holds one TimeML document and there are several", "--format timeml",
                   "add --output-folder DIR for a file a document"};
    kept_ = std::move(text);
    return Done{};
  }

  void finish() const {
    if (!kept_.empty()) write_out(kept_);
  }

 private:
  bool is_single_;
  const std::string& folder_;
  std::string kept_;
  int documents_ = 0;
};

Result<int> run(const Dates& options) {
  const Form form = form_of(options.format);
  if (!options.folder.empty() && form != Form::timeml)
    return Error{ErrorKind::usage, "is for --format timeml", "--output-folder", "redirect standard output to a file"};
  auto documents = options.input.reader();
  if (!documents) return documents.error();
  auto times = options.input.times();
  if (!times) return times.error();
  Output output(form, options.folder);
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
    const auto done = output.take(document, written(document, find_timexes(document.text, *times), form));
    if (!done) return done.error();
  }
  output.finish();
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
  command->add_option("--output-folder", options->folder,
                      "with --format timeml: writes ID.tml there for each document, in place of standard output");
  return [options] { return run(*options); };
}

}  // namespace forewhen
