// SPDX-License-Identifier: Apache-2.0
// A text as tokens for the grammar of time expressions: words with their lexicon classes, numbers with their values,
// single marks. Finer than the tokens of a parser: "5pm" and "1980s" fall apart, "mid-1990s" too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "timex/lexicon.h"

namespace forewhen::timex {

enum class TokenKind : std::uint8_t {
  word,
  number,  // a run of digits with thousands separators: 1,200; 2.5
  mark,    // one character that is neither; `value` is its ASCII code, '-' for every dash, '\'' for every apostrophe
  gap,     // a blank line: no expression reaches across
};

struct Token {
  std::uint32_t begin = 0, end = 0;
  TokenKind kind = TokenKind::mark;
  bool space_before = false;
  bool capital = false;     // a word that begins with a capital letter
  std::uint8_t digits = 0;  // of a number's whole part, without separators; 255 when there are more
  bool grouped = false;     // 1,200
  bool decimal = false;     // 2.5
  Word word;
  std::int64_t value = 0;  // number: whole part (saturated at 10^15); mark: character
  double exact = 0;        // number, with its decimals
};

// Linear time; the text may be any bytes.
std::vector<Token> scan_tokens(std::string_view text);

}  // namespace forewhen::timex
