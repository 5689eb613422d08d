// SPDX-License-Identifier: Apache-2.0
// The part of a sentence that one verb speaks for: the words before it back to the beginning of its clause, and those
// after it to the end of its verb phrase.
#pragma once

#include <string>
#include <vector>

#include "coding/match_pattern.h"
#include "coding/noun_phrases.h"
#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {

class ClauseFinder {
 public:
  ClauseFinder(const ParsedSentence& sentence, const SentencePhrases& phrases);

  // Words of the verb itself are first..last (several for "cordoned off"); neither side has them.
  ClauseWords words_around(int verb, int first, int last) const;
  // First word after the verb phrase.
  int end_of(int verb) const;
  // The verb's subject, or that of the verb with which it is coordinated; -1 when there is none before it.
  int subject(int verb) const;
  // A comma stands between the two words, and the second is no part of what the verb asks for: its objects and clauses
  // of content.
  bool is_aside(int verb, int from, int to) const;
  // First word of the phrase that says who did it ("opposed by Arland"), when the verb is a passive with one; else -1.
  int agent(int verb) const;

 private:
  struct Reach {
    int first = 0, last = 0;  // of a subtree
  };
  const Word& word(int w) const { return sentence_.words[w]; }
  int size() const { return static_cast<int>(sentence_.words.size()); }
  bool is(int w, std::string_view relation) const;
  bool heads_clause(int w) const;
  int child(int w, std::string_view relation) const;
  int lead_verb(int verb) const;
  bool ends_clause(int w) const;
  std::vector<int> words_before(int verb, int first) const;

  const ParsedSentence& sentence_;
  const SentencePhrases& phrases_;
  std::vector<std::vector<int>> children_;
  std::vector<Reach> reach_;
};

}  // namespace forewhen
