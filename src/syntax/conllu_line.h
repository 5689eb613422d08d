// SPDX-License-Identifier: Apache-2.0
// Lines of a CoNLL-U file and their columns.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace forewhen::syntax {

constexpr std::size_t columns_of_a_word = 10;
enum ConlluColumn { c_id, c_form, c_lemma, c_upos, c_xpos, c_feats, c_head, c_relation, c_deps, c_misc };

// Takes the next line off `rest`, without its end ("\n" or "\r\n").
inline std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

inline std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end; (end = line.find(separator)) != std::string_view::npos; line.remove_prefix(end + 1)) {
    parts.push_back(line.substr(0, end));
  }
  parts.push_back(line);
  return parts;
}

// The value of "Key=Value" in a column of several, parted by bars; nothing when the key is not there.
inline std::optional<std::string_view> feature(std::string_view column, std::string_view key) {
  for (const std::string_view part : split(column, '|')) {
    if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=')
      return part.substr(key.size() + 1);
  }
  return std::nullopt;
}

// The value of the comment "# key = value", without the blanks around it; nothing when it is another comment.
inline std::optional<std::string_view> comment_value(std::string_view line, std::string_view key) {
  constexpr std::string_view blanks = " \t";
  const auto pass_blanks = [&] { line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size())); };
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  pass_blanks();
  if (!line.starts_with(key)) return std::nullopt;
  line.remove_prefix(key.size());
  pass_blanks();
  if (!line.starts_with('=')) return std::nullopt;
  line.remove_prefix(1);
  pass_blanks();
  return line.substr(0, line.find_last_not_of(blanks) + 1);
}

// A whole number from 0.
inline std::optional<int> read_number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}

// Bytes of the white space of Unicode at `at`, or of a mark without width; 0 when it is neither.
inline std::size_t blank_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (static_cast<unsigned char>(text[at]) <= ' ') return 1;
  const std::string_view two = text.substr(at, 2), three = text.substr(at, 3);
  if (two == "\u0085" || two == "\u00A0") return 2;
  if (three >= "\u2000" && three <= "\u200B") return 3;
  for (const std::string_view blank :
       {"\u1680", "\u2028", "\u2029", "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"}) {
    if (three == blank) return 3;
  }
  return 0;
}

// The end of `form` in `text`, which begins with it at `at`, white space in either aside; npos: it does not.
inline std::size_t match_form(std::string_view text, std::size_t at, std::string_view form) {
  const std::size_t begin = at;
  for (std::size_t i = 0; i < form.size();) {
    if (const std::size_t size = blank_size(form, i)) {
      i += size;
      while (const std::size_t blank = blank_size(text, at)) at += blank;
      continue;
    }
    if (at >= text.size() || text[at] != form[i]) return std::string_view::npos;
    ++at, ++i;
  }
  return at == begin ? std::string_view::npos : at;
}

}  // namespace forewhen::syntax
