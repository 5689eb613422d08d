// SPDX-License-Identifier: Apache-2.0
// The tokens of a text as the grammar reads them. Positions past the end are a gap, so rules may look ahead freely.
#pragma once

#include <span>
#include <string_view>

#include "timex/token.h"

namespace forewhen {
class TimexNames;
}

namespace forewhen::timex {

class Reader {
 public:
  Reader(std::string_view text, std::span<const Token> tokens, const TimexNames* names = nullptr)
      : text_(text), tokens_(tokens), names_(names) {}

  // The user's names; nullptr without.
  const TimexNames* names() const { return names_; }

  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t i) const { return i < tokens_.size() ? tokens_[i] : kEnd; }

  std::string_view text(std::size_t i) const {
    const Token& token = (*this)[i];
    return text_.substr(token.begin, token.end - token.begin);
  }
  // The word in any case. REQUIRES: `word` is in lower case
  bool is(std::size_t i, std::string_view word) const {
    const Token& token = (*this)[i];
    if (token.end - token.begin != word.size() || token.kind != TokenKind::word) return false;
    for (std::size_t k = 0; k < word.size(); ++k)
      if ((text_[token.begin + k] | 0x20) != word[k]) return false;
    return true;
  }
  // The same for tokens of any kind.
  bool is_text(std::size_t i, std::string_view lower) const {
    const std::string_view own = text(i);
    if (own.size() != lower.size()) return false;
    for (std::size_t k = 0; k < own.size(); ++k)
      if ((own[k] >= 'A' && own[k] <= 'Z' ? own[k] | 0x20 : own[k]) != lower[k]) return false;
    return !own.empty();
  }
  template <class... Words>
  bool any(std::size_t i, Words... words) const {
    return (is(i, words) || ...);
  }
  bool has(std::size_t i, std::uint32_t classes) const { return (*this)[i].word.is(classes); }
  bool number(std::size_t i) const { return (*this)[i].kind == TokenKind::number; }
  bool word(std::size_t i) const { return (*this)[i].kind == TokenKind::word; }
  bool mark(std::size_t i, char c) const { return (*this)[i].kind == TokenKind::mark && (*this)[i].value == c; }
  // No white space before it.
  bool joined(std::size_t i) const { return !(*this)[i].space_before && (*this)[i].kind != TokenKind::gap; }
  // i, or what follows a hyphen at i that has no blank on either side.
  std::size_t past_hyphen(std::size_t i) const { return mark(i, '-') && joined(i) && joined(i + 1) ? i + 1 : i; }
  std::size_t past(std::size_t i, std::string_view word_) const { return is(i, word_) ? i + 1 : i; }
  std::size_t past_mark(std::size_t i, char c) const { return mark(i, c) ? i + 1 : i; }
  // Past "'s" and "s'" endings.
  std::size_t past_possessive(std::size_t i) const {
    if (!mark(i, '\'') || !joined(i)) return i;
    return is(i + 1, "s") && joined(i + 1) ? i + 2 : i + 1;
  }
  std::string_view whole() const { return text_; }

 private:
  static constexpr Token make_end() {
    Token end;
    end.kind = TokenKind::gap;
    return end;
  }
  static const Token kEnd;
  std::string_view text_;
  std::span<const Token> tokens_;
  const TimexNames* names_;
};

inline const Token Reader::kEnd = Reader::make_end();

}  // namespace forewhen::timex
