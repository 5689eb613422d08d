// SPDX-License-Identifier: Apache-2.0
// A pattern of the verb dictionary against the words on both sides of a verb.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "coding/noun_phrases.h"
#include "coding/verbs.h"

namespace forewhen {

// A word beside the verb.
struct ClauseWord {
  std::string text;  // normal form
  int word = 0;      // of the sentence
  int phrase = -1;   // index into the sentence's phrases, or -1
};

// What stands beside a verb, told from the verb outwards on both sides.
struct ClauseWords {
  std::vector<ClauseWord> before, after;
};

// Phrases that the symbols of a pattern took; -1: the pattern has none.
struct PatternMatch {
  int source = -1, target = -1;
  int compound_before = -1, compound_after = -1;

  bool names_sides() const { return source >= 0 || target >= 0 || compound_before >= 0; }
};

// True, with the phrases in `match`, when both sides of the pattern are found; each element takes the nearest place
// that lets the rest match. Time at most elements x words.
bool match_pattern(const Pattern& pattern, const VerbDictionary& verbs, const ClauseWords& clause,
                   const std::vector<NounPhrase>& phrases, PatternMatch& match);

// Keeps from trying the patterns whose words the clause does not have: blocks of verbs have thousands. Refers to the
// clause.
class PatternFilter {
 public:
  explicit PatternFilter(const ClauseWords& clause);
  // False only when match_pattern() is false.
  bool lets_pass(const Pattern& pattern) const;

 private:
  std::unordered_set<std::string_view> before_, after_;
};

// Words that may stand between attached ones: articles, pronouns, forms of "have", numbers.
bool is_passed_over(const std::string& word);

}  // namespace forewhen
