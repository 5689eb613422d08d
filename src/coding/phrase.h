// SPDX-License-Identifier: Apache-2.0
// Words of dictionaries and of sentences in one form, and phrases of a dictionary found among them. "_" holds two
// words together, a blank lets others stand between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forewhen {

using Words = std::vector<std::string>;

struct Phrase {
  Words words;                 // lower case
  std::vector<bool> attached;  // to the word before; the first never is

  friend bool operator==(const Phrase&, const Phrase&) = default;
};

// Lower case, straight apostrophes, parted at blanks, "_" and hyphens: "Semi-Official" is "semi" "official".
Words normal_words(std::string_view text);
Phrase parse_phrase(std::string_view text);

// Number of words from `begin` on that the phrase covers, with those that stand between; 0 when it is not there. The
// first word must be at `begin`.
std::size_t match_phrase(const Phrase& phrase, const Words& words, std::size_t begin);

// White space off both ends.
std::string_view trimmed(std::string_view text);

}  // namespace forewhen
