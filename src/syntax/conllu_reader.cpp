// SPDX-License-Identifier: Apache-2.0
// Reads CoNLL-U and finds its words again in the text. Words are looked for from left to right; white space in the text
// or in a form is passed over.
#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "forewhen/syntax/conllu.h"

namespace forewhen {
namespace {

constexpr std::size_t columns_of_a_word = 10;

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t end; (end = line.find('\t')) != std::string_view::npos; line.remove_prefix(end + 1)) {
    columns.push_back(line.substr(0, end));
  }
  columns.push_back(line);
  return columns;
}

std::optional<int> read_number(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}

// White space as CoNLL-U may have it within a form: a blank or a no-break space.
std::size_t blank_size(std::string_view text, std::size_t at) {
  if (at < text.size() && is_space(text[at])) return 1;
  return text.substr(at, 2) == "\u00A0" ? 2 : 0;
}

class Reader {
 public:
  Reader(std::string_view conllu, std::string_view text) : rest_(conllu), text_(text) {}

  Result<std::vector<ParsedSentence>> read() {
    while (!rest_.empty()) {
      const std::string_view line = next_line();
      const Status status = line.empty() ? end_sentence() : line[0] == '#' ? read_comment(line) : read_word(line);
      if (!status) return status.error();
    }
    if (const Status status = end_sentence(); !status) return status.error();
    return std::move(sentences_);
  }

 private:
  std::string_view next_line() {
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++line_;
    return line;
  }

  Error refuse(std::string what) const {
    return {ErrorKind::refused, std::move(what), fmt::format("conllu:{}", line_), ""};
  }

  Status read_comment(std::string_view line) {
    if (line.starts_with("# newpar")) new_paragraph_ = true;
    return Done{};
  }

  Status read_word(std::string_view line) {
    const std::vector<std::string_view> columns = split(line);
    if (columns.size() != columns_of_a_word)
      return refuse(fmt::format("{} columns instead of {}", columns.size(), columns_of_a_word));
    const std::string_view id = columns[0];
    if (id.find('.') != std::string_view::npos) return Done{};  // an empty node
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos)
      return read_range(id.substr(dash + 1), columns[1]);
    const std::size_t number = sentence_.words.size() + 1;
    if (read_number(id) != static_cast<int>(number)) return refuse(fmt::format("word {} where {} is due", id, number));
    const std::optional<int> head = read_number(columns[6]);
    if (!head) return refuse(fmt::format("'{}' is no head", columns[6]));
    const std::optional<Span> span = find_word(columns[1], number);
    if (!span) return refuse(fmt::format("the text does not have '{}' at byte {}", columns[1], at_));
    sentence_.words.push_back(
        {*span, std::string(span->of(text_)), value(columns[2]), value(columns[4]), *head - 1, value(columns[7])});
    return Done{};
  }

  static std::string value(std::string_view column) { return column == "_" ? std::string() : std::string(column); }

  // Words up to `last` are parts of one token.
  Status read_range(std::string_view last, std::string_view form) {
    const std::optional<int> number = read_number(last);
    const std::optional<Span> span = find_form(form, at_);
    if (!number || !span) return refuse(fmt::format("the text does not have '{}' at byte {}", form, at_));
    range_last_ = static_cast<std::size_t>(*number);
    range_ = *span;
    return Done{};
  }

  std::optional<Span> find_word(std::string_view form, std::size_t number) {
    const std::optional<Span> span = find_form(form, at_);
    if (number <= range_last_) {
      const bool inside = span && range_.contains(*span);
      at_ = number == range_last_ ? range_.end : inside ? span->end : at_;
      return inside ? *span : range_;
    }
    if (span) at_ = span->end;
    return span;
  }

  // The form at or after `at`, only white space before it.
  std::optional<Span> find_form(std::string_view form, std::size_t at) const {
    while (const std::size_t size = blank_size(text_, at)) at += size;
    const std::size_t begin = at;
    for (std::size_t i = 0; i < form.size();) {
      if (const std::size_t size = blank_size(form, i)) {
        i += size;
        while (const std::size_t blank = blank_size(text_, at)) at += blank;
        continue;
      }
      if (at >= text_.size() || text_[at] != form[i]) return std::nullopt;
      ++at, ++i;
    }
    if (at == begin) return std::nullopt;
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
  }

  Status end_sentence() {
    if (sentence_.words.empty()) return Done{};
    if (!is_tree()) return refuse("the sentence before this line is no tree with one root");
    sentence_.span = {sentence_.words.front().span.begin, sentence_.words.back().span.end};
    if (new_paragraph_ && !sentences_.empty()) ++paragraph_;
    sentence_.paragraph = paragraph_;
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    new_paragraph_ = false;
    range_last_ = 0;
    return Done{};
  }

  // Every word reaches the one root. Words known to do so are marked, so that the time is linear.
  bool is_tree() const {
    const std::vector<Word>& words = sentence_.words;
    std::vector<char> seen(words.size());  // 0 new, 1 on the way, 2 reaches the root
    int roots = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].head >= static_cast<int>(words.size())) return false;
      roots += words[i].head < 0;
      int at = static_cast<int>(i);
      for (; at >= 0 && seen[static_cast<std::size_t>(at)] == 0; at = words[static_cast<std::size_t>(at)].head)
        seen[static_cast<std::size_t>(at)] = 1;
      if (at >= 0 && seen[static_cast<std::size_t>(at)] == 1) return false;
      for (at = static_cast<int>(i); at >= 0 && seen[static_cast<std::size_t>(at)] == 1;
           at = words[static_cast<std::size_t>(at)].head)
        seen[static_cast<std::size_t>(at)] = 2;
    }
    return roots == 1;
  }

  std::string_view rest_, text_;
  std::size_t at_ = 0;  // in the text
  std::size_t line_ = 0;
  ParsedSentence sentence_;
  std::vector<ParsedSentence> sentences_;
  std::uint32_t paragraph_ = 0;
  bool new_paragraph_ = false;
  std::size_t range_last_ = 0;  // last word of the multiword token that is being read
  Span range_;
};

}  // namespace

Result<std::vector<ParsedSentence>> read_conllu(std::string_view conllu, std::string_view text) {
  return Reader(conllu, text).read();
}

}  // namespace forewhen
