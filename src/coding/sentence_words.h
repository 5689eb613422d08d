// SPDX-License-Identifier: Apache-2.0
// Words of a parsed sentence in the form in which dictionaries have them.
#pragma once

#include <string_view>

#include "coding/phrase.h"
#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {

// Adds the word in normal form; nothing for punctuation and possessive marks. "anti-Arland" gives two.
void append_words(const Word& word, Words& into);

// Words first..last of a sentence in normal form, with the word of the sentence that each comes from.
struct PlacedWords {
  Words words;
  std::vector<int> places;

  void append(const ParsedSentence& sentence, int first, int last);
};

inline bool is_verb_tag(std::string_view tag) { return tag.substr(0, 2) == "VB"; }

}  // namespace forewhen
