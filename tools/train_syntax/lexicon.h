// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "syntax/lemmatiser.h"
#include "treebank.h"
#include "wordnet.h"

namespace forewhen::training {

// WordNet's irregular forms, overruled by what the treebank says most often; only what the rules do not give anyway.
std::vector<syntax::LexiconEntry> learn_lexicon(const std::vector<TreebankSentence>& treebank, const WordNet& wordnet,
                                                const syntax::Vocabulary& vocabulary);

}  // namespace forewhen::training
