// SPDX-License-Identifier: Apache-2.0
#include "shell_words.h"

namespace forewhen {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

ShellLine split_line(std::string_view line) {
  ShellLine split{{}, false, true};
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (!quote && is_blank(c)) {
      split.ended = true;
      continue;
    }
    if (split.ended) split.words.push_back({"", at});
    split.ended = false;
    std::string& word = split.words.back().text;
    if (quote && c == quote)
      quote = 0;
    else if (!quote && (c == '"' || c == '\''))
      quote = c;
    else if (c == '\\' && quote != '\'' && at + 1 < line.size())
      word += line[++at];
    else
      word += c;
  }
  split.open = quote != 0;
  return split;
}

std::string as_word(std::string_view text) {
  if (!text.empty() && text.find_first_of(" \t\r\"'\\#") == std::string_view::npos) return std::string(text);
  std::string word = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') word += '\\';
    word += c;
  }
  return word + '"';
}

}  // namespace forewhen
