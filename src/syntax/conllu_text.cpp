// SPDX-License-Identifier: Apache-2.0
// The text of a CoNLL-U document. What parts two tokens is, in this order: SpacesAfter and SpacesBefore, which are
// exact (UDPipe's escapes); the white space that `# text` has there; SpaceAfter=No; else one blank, and a blank line
// between paragraphs.
#include <fmt/format.h>

#include "forewhen/syntax/conllu.h"
#include "syntax/conllu_line.h"

namespace forewhen {
namespace {

using namespace syntax;

// "\s\n" and the like as the white space that it stands for.
std::string unescaped(std::string_view escaped) {
  constexpr std::string_view letters = "strnp\\", meanings = " \t\r\n|\\";
  std::string plain;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    const std::size_t letter =
        escaped[i] == '\\' && i + 1 < escaped.size() ? letters.find(escaped[i + 1]) : std::string_view::npos;
    if (letter == std::string_view::npos) {
      plain += escaped[i];
    } else {
      plain += meanings[letter];
      ++i;
    }
  }
  return plain;
}

class TextBuilder {
 public:
  TextBuilder(std::string_view conllu, std::string_view name, std::size_t first_line)
      : rest_(conllu), name_(name), line_(first_line) {}

  Result<std::string> build() {
    for (; !rest_.empty(); ++line_) {
      const std::string_view line = take_line(rest_);
      if (line.empty()) {
        end_sentence();
      } else if (line[0] == '#') {
        read_comment(line);
      } else if (const Status status = read_token(line); !status) {
        return status.error();
      }
    }
    if (gap_exact_) text_ += gap_;
    return std::move(text_);
  }

 private:
  void read_comment(std::string_view line) {
    if (line.starts_with("# newpar")) new_paragraph_ = true;
    if (const auto text = comment_value(line, "text")) {
      given_ = *text;
      at_ = 0;
    }
  }

  void end_sentence() {
    given_ = {};
    covered_ = 0;
    words_ = 0;
  }

  Status read_token(std::string_view line) {
    const std::vector<std::string_view> columns = split(line, '\t');
    if (columns.size() != columns_of_a_word)
      return refuse(fmt::format("{} columns instead of {}", columns.size(), columns_of_a_word),
                    "part ten columns by tabs and write _ for an empty one");
    const std::string_view id = columns[c_id];
    if (id.find('.') != std::string_view::npos) return Done{};  // an empty node
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      covered_ = static_cast<std::size_t>(read_number(id.substr(dash + 1)).value_or(0));
    } else if (static_cast<std::size_t>(read_number(id).value_or(0)) <= covered_) {
      return Done{};  // within a multiword token
    }
    return add_token(columns[c_form], columns[c_misc]);
  }

  Status add_token(std::string_view form, std::string_view misc) {
    const auto before = feature(misc, "SpacesBefore");
    std::string gap = words_++ == 0 ? gap_between_sentences() : gap_;
    if (!given_.empty()) {
      const std::size_t from = at_;
      while (const std::size_t size = blank_size(given_, at_)) at_ += size;
      const std::size_t end = match_form(given_, at_, form);
      if (end == std::string_view::npos)
        return refuse(fmt::format("'# text' does not have the form '{}' at byte {}", form, at_),
                      "correct the form or take '# text' out");
      if (from > 0 && !gap_exact_) gap = given_.substr(from, at_ - from);
      form = given_.substr(at_, end - at_);
      at_ = end;
    }
    text_ += gap;
    if (before) text_ += unescaped(*before);
    text_ += form;
    const auto after = feature(misc, "SpacesAfter");
    gap_exact_ = after.has_value();
    gap_ = after ? unescaped(*after) : feature(misc, "SpaceAfter") == "No" ? "" : " ";
    new_paragraph_ = false;
    return Done{};
  }

  std::string gap_between_sentences() const {
    if (text_.empty()) return "";
    return new_paragraph_ && !gap_exact_ ? "\n\n" : gap_;
  }

  Error refuse(std::string what, std::string mend) const {
    return {ErrorKind::refused, std::move(what), fmt::format("{}:{}", name_, line_), std::move(mend)};
  }

  std::string_view rest_, name_;
  std::size_t line_;
  std::string text_;
  std::string gap_;         // after the last token
  bool gap_exact_ = false;  // SpacesAfter said so
  bool new_paragraph_ = false;
  std::string_view given_;   // # text of the sentence; empty: none
  std::size_t at_ = 0;       // in given_
  std::size_t words_ = 0;    // tokens of the sentence so far
  std::size_t covered_ = 0;  // last word of the multiword token
};

}  // namespace

Result<std::string> conllu_text(std::string_view conllu, std::string_view name, std::size_t first_line) {
  return TextBuilder(conllu, name, first_line).build();
}

}  // namespace forewhen
