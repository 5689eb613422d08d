// SPDX-License-Identifier: Apache-2.0
// Sentences: paragraphs first, then their tokens, then a boundary after every token that ends a sentence. Closing
// quotes and brackets that touch the end belong to the sentence before it.
#include "forewhen/text/sentence.h"

#include <cassert>
#include <string>

#include "forewhen/text/letter_case.h"
#include "text/abbreviations.h"
#include "text/character.h"
#include "text/dateline.h"
#include "text/paragraphs.h"
#include "text/tokens.h"

namespace forewhen {
namespace {

constexpr std::size_t longest_sentence = 400;  // tokens; more is a list or a table, and trees over it mean nothing
constexpr std::size_t longest_heading = 30;
constexpr std::size_t speech_window = 5;  // tokens after a quotation in which its verb of saying stands

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  // Index after the last token of the sentence that begins at `first`.
  std::size_t find_end(std::size_t first) const {
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      if (i + 1 - first >= longest_sentence) return i + 1;
      const std::string_view token = form(i);
      const bool strong = is_strong(token);
      if (!strong && !ends_with_period(token)) continue;
      const std::size_t next = skip_closing(i + 1);
      if (next >= tokens_.size()) return tokens_.size();
      if (strong ? ends_sentence(i, next) : abbreviation_ends_sentence(i, next)) return next;
      i = next - 1;
    }
    return tokens_.size();
  }

 private:
  std::string_view form(std::size_t i) const { return tokens_[i].span.of(text_); }

  static bool is_strong(std::string_view token) {
    return token.find_first_not_of(".!?") == std::string_view::npos || token == "\u2026" || token == "\u3002";
  }
  static bool ends_with_period(std::string_view token) { return token.size() > 1 && token.back() == '.'; }

  // Past the quotes, brackets and notes ("[12]") that touch the token before them.
  std::size_t skip_closing(std::size_t i) const {
    for (; i < tokens_.size() && !tokens_[i].space_before; ++i) {
      if (is_note(i)) {
        i += 2;
      } else if (!is_closing(character_at(form(i), 0)) || !closes(form(i))) {
        break;
      }
    }
    return i;
  }

  bool is_note(std::size_t i) const {
    return i + 2 < tokens_.size() && form(i) == "[" && form(i + 2) == "]" && is_digit(character_at(form(i + 1), 0));
  }
  // Not a clitic such as 's.
  static bool closes(std::string_view token) {
    const char32_t last = character_before(token, token.size());
    return is_closing(last) || is_apostrophe(last);
  }

  // The first token at or after `i` that is no opening quote or bracket.
  std::size_t skip_opening(std::size_t i) const {
    while (i + 1 < tokens_.size() && opens(form(i))) ++i;
    return i;
  }
  static bool opens(std::string_view token) {
    const char32_t c = character_at(token, 0);
    return is_opening(c) || ((is_quote(c) || is_apostrophe(c)) && next_character(token, 0) == token.size());
  }

  bool ends_sentence(std::size_t end, std::size_t next) const {
    if (!tokens_[next].space_before && !is_upper(character_at(form(next), 0)) && next == end + 1) return false;
    const std::string_view start = form(skip_opening(next));
    const char32_t c = character_at(start, 0);
    const bool plain_period = form(end) == ".";
    if (is_lower(c)) return next == end + 1 && (form(end) == "?" || follows_plain_word(end));
    if (!is_word_character(c)) return plain_period || is_opening(c) || is_quote(c) || is_bullet(c);
    if (next > end + 1 && !plain_period && says_afterwards(next)) return false;
    return true;
  }
  // Careless writers begin sentences in lower case; after a word that is too long for an abbreviation they are
  // believed.
  bool follows_plain_word(std::size_t end) const {
    if (form(end) != "." || end == 0 || tokens_[end].space_before) return false;
    const std::string_view word = form(end - 1);
    return word.size() >= 5 && is_lower(character_at(word, 0)) && is_lower(character_before(word, word.size()));
  }
  static bool is_bullet(char32_t c) {
    return c == '*' || c == '#' || c == '@' || c == 0x2022 || c == '-' || is_dash(c);
  }

  // "Stop!" Okafor said.
  bool says_afterwards(std::size_t next) const {
    for (std::size_t i = next; i < tokens_.size() && i < next + speech_window; ++i) {
      if (!is_word_character(character_at(form(i), 0))) return false;
      if (is_speech_verb(lower_case(form(i)))) return true;
    }
    return false;
  }

  bool abbreviation_ends_sentence(std::size_t end, std::size_t next) const {
    const std::string word = lower_case(form(end).substr(0, form(end).size() - 1));
    const std::size_t start = skip_opening(next);
    if (!is_upper(character_at(form(start), 0))) return false;
    if (find_abbreviation(word) == Abbreviation::title) return false;
    if (word.size() == 1) return false;
    return is_sentence_opener(lower_case(form(start)));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
};

// "Talks resume", but not "Talks resume." nor "The list:".
bool lacks_closing(std::string_view text, const std::vector<Token>& tokens) {
  std::size_t last = tokens.size();
  while (last > 0) {
    const std::string_view token = tokens[last - 1].span.of(text);
    const char32_t c = character_at(token, 0);
    if (!is_closing(c)) return is_word_character(c) || c == '%' || c == '$' || is_apostrophe(c);
    --last;
  }
  return false;
}

void add_paragraph(std::string_view text, Span paragraph, std::vector<Sentence>& sentences, std::uint32_t number) {
  const std::vector<Token> tokens = tokenize(text, paragraph);
  const Splitter splitter(text, tokens);
  const std::size_t dateline = dateline_length(text, tokens);
  for (std::size_t first = 0; first < tokens.size();) {
    const std::size_t end = first < dateline ? dateline : splitter.find_end(first);
    Sentence sentence;
    sentence.span = {tokens[first].span.begin, tokens[end - 1].span.end};
    sentence.tokens.assign(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                           tokens.begin() + static_cast<std::ptrdiff_t>(end));
    sentence.paragraph = number;
    const bool whole = first == 0 && end == tokens.size();
    sentence.heading = whole && is_heading(text, sentence.tokens);
    sentences.push_back(std::move(sentence));
    first = end;
  }
}

}  // namespace

bool is_heading(std::string_view text, const std::vector<Token>& tokens) {
  return tokens.size() <= longest_heading && lacks_closing(text, tokens);
}

std::vector<Sentence> split_sentences(std::string_view text) {
  assert(text.size() < UINT32_MAX);
  std::vector<Sentence> sentences;
  std::uint32_t number = 0;
  for (const Span& paragraph : split_paragraphs(text)) add_paragraph(text, paragraph, sentences, number++);
  return sentences;
}

}  // namespace forewhen
