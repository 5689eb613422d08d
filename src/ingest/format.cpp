// SPDX-License-Identifier: Apache-2.0
#include "ingest/format.h"

#include <fmt/format.h>

#include "ingest/folder.h"

namespace forewhen {

Result<InputFormat> parse_input_format(std::string_view name) {
  if (name == "auto") return InputFormat::automatic;
  if (name == "text") return InputFormat::text;
  if (name == "jsonl") return InputFormat::json_lines;
  if (name == "conllu") return InputFormat::conllu;
  if (name == "events") return InputFormat::events;
  return Error{ErrorKind::usage, fmt::format("'{}' is no input format", name), "--input-format",
               "use auto, text, jsonl, conllu or events"};
}

namespace ingest {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The first of `bytes` from `at` on that is none of `passed`; 0 at the end.
char first_not_of(std::string_view bytes, const char* passed, std::size_t& at) {
  at = bytes.find_first_not_of(passed, at);
  return at == std::string_view::npos ? '\0' : bytes[at];
}

Refused json_not_in_lines(const std::string& path) {
  return {Refusal::broken_json,
          {ErrorKind::refused, "looks like JSON that is not one object a line", path,
           "bring it into lines with: jq -c '.. | objects | select(has(\"text\"))', or say --input-format"}};
}

}  // namespace

Taken<InputFormat> format_of(const std::string& path, std::string_view first) {
  const std::string extension = extension_of(path);
  if (is_text_extension(extension)) return InputFormat::text;
  if (is_json_lines_extension(extension)) return InputFormat::json_lines;
  if (is_conllu_extension(extension)) return InputFormat::conllu;
  if (first.starts_with(kByteOrderMark)) first.remove_prefix(kByteOrderMark.size());
  std::size_t at = 0;
  const char opening = first_not_of(first, " \t\r\n", at);
  if (opening != '{' && opening != '[') return InputFormat::text;
  std::size_t next = at + 1;
  const char second = first_not_of(first, " \t", next);
  if (opening == '{') {
    if (second == '"' || second == '}') return InputFormat::json_lines;
    if (second == '\n' || second == '\r') return json_not_in_lines(path);
    return InputFormat::text;
  }
  next = at + 1;
  if (first_not_of(first, " \t\r\n", next) == '{') return json_not_in_lines(path);
  return InputFormat::text;
}

}  // namespace ingest
}  // namespace forewhen
