// SPDX-License-Identifier: Apache-2.0
// How well an event fits the words of a question, in terms that a person can follow: where each word was found.
#pragma once

#include <string>
#include <vector>

#include "forewhen/model/event.h"

namespace forewhen {

// A word of the question with the stems that stand for it.
struct QueryWord {
  std::string stem;
  std::vector<std::string> synonyms;
  bool names_event = false;  // it can only mean what happened, not who or with what
};

// Where a word was found, best first: in what the event is called, in who takes part or where it was, in one of its
// sentences, nowhere.
enum class Found { nowhere = 0, sentence = 1, circumstance = 2, name = 3 };

struct WordFit {
  std::vector<Found> found;  // by word of the question
  double score = 0;          // the sum over words; a synonym counts nine tenths
  bool by_doers = false;     // every word names who did it or with what, and none of them can name an event itself

  bool all() const;
  bool names_it() const;  // some word is found in what the event is called
};

WordFit fit_words(const Event& event, const std::vector<QueryWord>& words);

// No word is found in a worse place and some word in a better one.
bool is_clearly_better(const WordFit& a, const WordFit& b);

}  // namespace forewhen
