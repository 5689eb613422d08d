// SPDX-License-Identifier: Apache-2.0
// How well an event fits the words of a question, in terms that a person can follow: where each word was found.
#pragma once

#include <string>
#include <vector>

#include "forewhen/model/event.h"

namespace forewhen {

// A word of the question with the stems that stand for it.
struct QueryWord {
  std::string form;  // as typed, in lower case
  std::string stem;
  std::vector<std::string> synonyms;
  bool names_event = false;  // it can only mean what happened, not who or with what
};

// Where a word was found, best last. What the event is called comes in three degrees, so that "drone attack" means the
// drone attack rather than "other drone attacks", and a strike rather what the text calls a strike.
enum class Found {
  nowhere,
  sentence,      // in one of its sentences
  circumstance,  // in who takes part or where it was
  synonym,       // it is called so by another word for the same kind of event
  name,          // it is called so in another form of the word
  same_form,     // it is called just so
};

struct WordFit {
  std::vector<Found> found;  // by word of the question
  double score = 0;          // the sum over words
  bool by_doers = false;     // every word names who did it or with what, and none of them can name an event itself

  bool all() const;
  bool names_it() const;  // some word is found in what the event is called
};

WordFit fit_words(const Event& event, const std::vector<QueryWord>& words);

// No word is found in a worse place and some word in a better one.
bool is_clearly_better(const WordFit& a, const WordFit& b);

}  // namespace forewhen
