// SPDX-License-Identifier: Apache-2.0
// Whose verb it is: the subject of a clause, also when it is said elsewhere in the sentence.
#pragma once

#include "extract/story.h"

namespace forewhen {

class SubjectFinder {
 public:
  SubjectFinder(const Story& story, std::size_t sentence)
      : story_(story), sentence_(sentence), tree_(&story.trees[sentence]) {}

  // Word of the subject of a verb, of what governs it when it has none of its own; -1 when nobody is said.
  int subject_of(int verb) const { return subject_of(verb, 0); }
  // The noun that a relative pronoun of the verb's clause stands for; the pronoun itself when it is none.
  int antecedent(int pronoun, int verb) const;

 private:
  int subject_of(int verb, int depth) const;
  int own_subject(int verb) const;
  int whom_it_is_asked_of(int verb, int head) const;
  bool is_somebody(int noun) const;
  int nearest_person(int noun, int pronoun) const;
  const Word& word(int w) const { return (*tree_)[w]; }

  const Story& story_;
  std::size_t sentence_;
  const Tree* tree_;
};

}  // namespace forewhen
