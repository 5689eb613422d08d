// SPDX-License-Identifier: Apache-2.0
// WordNet's database files (wordnet.princeton.edu/documentation/wndb5wn): base forms with the lexicographer file of
// their first sense, and the lists of irregular forms.
#pragma once

#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "syntax/lemmatiser.h"
#include "syntax/vocabulary.h"

namespace forewhen::training {

struct WordNet {
  std::vector<syntax::VocabularyEntry> words;    // single words, sorted
  std::vector<syntax::LexiconEntry> irregulars;  // keyed for the Penn tags that they can bear
};

// io: a file of the folder cannot be read.
Result<WordNet> read_wordnet(const std::string& folder);

}  // namespace forewhen::training
