// SPDX-License-Identifier: Apache-2.0
#include "coding/dictionary_lines.h"

#include <algorithm>

#include "coding/phrase.h"

namespace forewhen {
namespace {

// Without what follows a "#" that stands outside of brackets.
std::string_view without_comment(std::string_view line) {
  bool in_code = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') in_code = true;
    if (line[i] == ']') in_code = false;
    if (line[i] == '#' && !(in_code && line.find(']', i) != std::string_view::npos)) return line.substr(0, i);
  }
  return line;
}

std::string_view without_end(std::string_view line) {
  const std::string_view cut = trimmed(line);
  return cut.empty() ? cut : line.substr(0, static_cast<std::size_t>(cut.data() - line.data()) + cut.size());
}

}  // namespace

std::vector<DictionaryLine> dictionary_lines(std::string_view text) {
  std::vector<DictionaryLine> lines;
  bool in_comment = false;
  std::uint32_t number = 0;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++number;
    if (in_comment) {
      in_comment = line.find("-->") == std::string_view::npos;
      continue;
    }
    const std::string_view bare = trimmed(line);
    if (bare.substr(0, 2) == "<!") {
      in_comment = bare.substr(0, 4) == "<!--" && bare.find("-->") == std::string_view::npos;
      continue;
    }
    if (bare.find("---STOP---") != std::string_view::npos) break;
    line = without_end(without_comment(line));
    if (!line.empty()) lines.push_back({line, number});
  }
  return lines;
}

CodedLine split_code(std::string_view line) {
  CodedLine out;
  const std::size_t open = line.find('[');
  out.head = trimmed(line.substr(0, open));
  if (open == std::string_view::npos) return out;
  const std::size_t close = line.find(']', open);
  out.broken = close == std::string_view::npos;
  if (!out.broken) out.code = trimmed(line.substr(open + 1, close - open - 1));
  return out;
}

void LineProblems::add(const DictionaryLine& line, std::string what, std::string mend) const {
  into_->push_back(
      Error{ErrorKind::refused, std::move(what), where_ + ":" + std::to_string(line.number), std::move(mend)});
}

bool is_null_code(std::string_view code) {
  return std::none_of(code.begin(), code.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

}  // namespace forewhen
