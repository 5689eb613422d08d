// SPDX-License-Identifier: Apache-2.0
// A text cut into sentences and tokens, in the manner of the Universal Dependencies English treebanks (clitics apart:
// "Iraq" "'s"; hyphens as the treebanks have them). Bytes are never changed: everything is a span of the text.
#pragma once

#include <string_view>
#include <vector>

#include "forewhen/base/span.h"

namespace forewhen {

struct Token {
  Span span;
  bool space_before = false;  // white space stands before it

  friend bool operator==(const Token&, const Token&) = default;
};

struct Sentence {
  Span span;                    // from the first token to the last
  std::vector<Token> tokens;    // never empty
  std::uint32_t paragraph = 0;  // number of the paragraph, from 0; a blank line or a line of its own parts them
  bool heading = false;         // a line of its own without closing punctuation: a headline or crosshead
};

// REQUIRES: valid UTF-8. Linear time. Pure function of the text.
std::vector<Sentence> split_sentences(std::string_view text);

// Whether a line of its own of these tokens is a heading: short and without closing punctuation.
bool is_heading(std::string_view text, const std::vector<Token>& tokens);

}  // namespace forewhen
