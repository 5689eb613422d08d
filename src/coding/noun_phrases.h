// SPDX-License-Identifier: Apache-2.0
// The noun phrases of a sentence and their codes: a phrase with its possessors and the prepositional phrase that
// completes it ("soldiers from Arland"), coordinated ones as one phrase of several members.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/tables.h"
#include "forewhen/syntax/parsed_sentence.h"
#include "forewhen/time/civil.h"

namespace forewhen {

struct PhraseMember {
  int first = 0, last = 0;              // words of the sentence, both inclusive
  std::vector<std::string> codes;       // several where the dictionary has A/B; empty: none
  bool has_actor = false;               // not an agent alone
  int name_first = -1, name_last = -1;  // the actor's words, where no agent adds to his code
};

struct NounPhrase {
  int first = 0, last = 0;
  std::vector<PhraseMember> members;

  bool coded() const;
  bool has_actor() const;
  bool compound() const { return members.size() > 1; }
};

struct SentencePhrases {
  std::vector<NounPhrase> phrases;  // in the order of the text, not overlapping
  std::vector<int> phrase_of;       // per word: index into phrases or -1
};

SentencePhrases find_noun_phrases(const ParsedSentence& sentence, const PetrarchTables& tables,
                                  const std::optional<CivilDate>& day);

// Code of the words of one noun phrase: its first actor, and every agent before or after that code, once each.
// `first` and `last` are left at 0; the words of the name are indices into `words`.
PhraseMember code_words(const Words& words, const PetrarchTables& tables, const std::optional<CivilDate>& day);

}  // namespace forewhen
