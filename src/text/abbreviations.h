// SPDX-License-Identifier: Apache-2.0
// Words that are written with a period, and what usually follows them.
#pragma once

#include <string_view>

namespace forewhen {

enum class Abbreviation {
  none,
  title,          // Gen., St.: a name follows, no sentence ends here
  before_number,  // No. 5, p. 12, Sept. 3: an abbreviation only before a digit
  plain,          // Inc., etc.: a sentence may end here
};

// `word` in lower case, without its last period.
Abbreviation find_abbreviation(std::string_view word);

// Words that begin sentences much more often than they follow an abbreviation within one: the, he, but, ...
// `word` in lower case.
bool is_sentence_opener(std::string_view word);

// Verbs of saying and asking, as they stand after a quotation: said, asked, ... `word` in lower case.
bool is_speech_verb(std::string_view word);

// The part before a hyphen that stays joined to what follows: anti-, pro-, mid-, ... `part` in lower case.
bool is_joined_prefix(std::string_view part);

}  // namespace forewhen
