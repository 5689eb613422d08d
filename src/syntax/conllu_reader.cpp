// SPDX-License-Identifier: Apache-2.0
// Reads CoNLL-U and finds its words again in the text. Words are looked for from left to right; white space in the text
// or in a form is passed over.
#include <fmt/format.h>

#include <optional>

#include "forewhen/syntax/conllu.h"
#include "syntax/conllu_line.h"
#include "syntax/penn_tag.h"

namespace forewhen {
namespace {

using namespace syntax;

class Reader {
 public:
  Reader(std::string_view conllu, std::string_view text, std::string_view name, std::size_t first_line)
      : rest_(conllu), text_(text), name_(name), line_(first_line - 1) {}

  Result<std::vector<ParsedSentence>> read() {
    while (!rest_.empty()) {
      const std::string_view line = next_line();
      const Status status = line.empty() ? end_sentence() : line[0] == '#' ? read_comment(line) : read_word(line);
      if (!status) return status.error();
    }
    if (const Status status = end_sentence(); !status) return status.error();
    mark_headings();
    return std::move(sentences_);
  }

 private:
  std::string_view next_line() {
    ++line_;
    return take_line(rest_);
  }

  Error refuse(std::string what, std::string mend) const {
    return {ErrorKind::refused, std::move(what), fmt::format("{}:{}", name_, line_), std::move(mend)};
  }

  Status read_comment(std::string_view line) {
    if (line.starts_with("# newpar")) new_paragraph_ = true;
    return Done{};
  }

  Status read_word(std::string_view line) {
    const std::vector<std::string_view> columns = split(line, '\t');
    if (columns.size() != columns_of_a_word)
      return refuse(fmt::format("{} columns instead of {}", columns.size(), columns_of_a_word),
                    "part ten columns by tabs and write _ for an empty one");
    const std::string_view id = columns[c_id];
    if (id.find('.') != std::string_view::npos) return Done{};  // an empty node
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos)
      return read_range(id.substr(dash + 1), columns[c_form]);
    const std::size_t number = sentence_.words.size() + 1;
    if (read_number(id) != static_cast<int>(number))
      return refuse(fmt::format("word {} where {} is due", id, number),
                    "number the words of a sentence from 1 and end it with an empty line");
    const std::optional<int> head = read_number(columns[c_head]);
    if (!head)
      return refuse(fmt::format("'{}' is no head", columns[c_head]), "give the number of a word, 0 for the root");
    if (columns[c_relation] == "_")
      return refuse(fmt::format("'{}' has no relation", columns[c_form]), "let a parser of UD v2 write DEPREL");
    const std::optional<Span> span = find_word(columns[c_form], number);
    if (!span) return refuse_form(columns[c_form]);
    Word word{*span, std::string(span->of(text_)), lemma_of(columns), "", *head - 1, std::string(columns[c_relation])};
    word.tag = tag_of(columns);
    if (word.tag.empty())
      return refuse(fmt::format("'{}' has no Penn tag, and UPOS {} with FEATS {} does not tell it", columns[c_form],
                                columns[c_upos], columns[c_feats]),
                    "let the parser write XPOS as the English treebanks have it, or UPOS and FEATS of UD v2");
    sentence_.words.push_back(std::move(word));
    return Done{};
  }

  Error refuse_form(std::string_view form) const {
    return refuse(fmt::format("the text does not have '{}' at byte {}", form, at_), "correct FORM or the text");
  }

  static std::string lemma_of(const std::vector<std::string_view>& columns) {
    const bool missing = columns[c_lemma] == "_" && columns[c_form] != "_";
    return missing ? std::string() : std::string(columns[c_lemma]);
  }

  static std::string tag_of(const std::vector<std::string_view>& columns) {
    if (is_penn_tag(columns[c_xpos])) return std::string(columns[c_xpos]);
    return std::string(penn_tag(columns[c_upos], columns[c_feats], columns[c_form], columns[c_lemma]));
  }

  // Words up to `last` are parts of one token.
  Status read_range(std::string_view last, std::string_view form) {
    const std::optional<int> number = read_number(last);
    const std::optional<Span> span = find_form(form, at_);
    if (!number || !span) return refuse_form(form);
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
    const std::size_t end = match_form(text_, at, form);
    if (end == std::string_view::npos) return std::nullopt;
    return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }

  Status end_sentence() {
    if (sentence_.words.empty()) return Done{};
    if (!is_tree())
      return refuse("the sentence before this line is no tree with one root",
                    "let one word have HEAD 0 and all others lead to it");
    sentence_.span = {sentence_.words.front().span.begin, sentence_.words.back().span.end};
    if (new_paragraph_ && !sentences_.empty()) ++paragraph_;
    sentence_.paragraph = paragraph_;
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    new_paragraph_ = false;
    range_last_ = 0;
    return Done{};
  }

  // Paragraphs of one sentence that is_heading() knows.
  void mark_headings() {
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      const bool first = i == 0 || sentences_[i - 1].paragraph != sentences_[i].paragraph;
      const bool last = i + 1 == sentences_.size() || sentences_[i + 1].paragraph != sentences_[i].paragraph;
      if (!first || !last) continue;
      std::vector<Token> tokens;
      for (const Word& word : sentences_[i].words) tokens.push_back({word.span, false});
      sentences_[i].heading = is_heading(text_, tokens);
    }
  }

  // Every word reaches the one root. Words known to do so are marked, so that the time is linear.
  bool is_tree() const {
    const std::vector<Word>& words = sentence_.words;
    for (const Word& word : words) {
      if (word.head >= static_cast<int>(words.size())) return false;
    }
    std::vector<char> seen(words.size());  // 0 new, 1 on the way, 2 reaches the root
    int roots = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
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

  std::string_view rest_, text_, name_;
  std::size_t at_ = 0;  // in the text
  std::size_t line_;
  ParsedSentence sentence_;
  std::vector<ParsedSentence> sentences_;
  std::uint32_t paragraph_ = 0;
  bool new_paragraph_ = false;
  std::size_t range_last_ = 0;  // last word of the multiword token that is being read
  Span range_;
};

}  // namespace

Result<std::vector<ParsedSentence>> read_conllu(std::string_view conllu, std::string_view text, std::string_view name,
                                                std::size_t first_line) {
  return Reader(conllu, text, name, first_line).read();
}

}  // namespace forewhen
