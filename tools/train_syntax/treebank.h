// SPDX-License-Identifier: Apache-2.0
// Sentences of a treebank in CoNLL-U, plain or gzipped.
#pragma once

#include <string>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen::training {

struct TreebankSentence {
  std::vector<std::string> forms, lemmas, tags, relations;
  std::vector<int> heads;  // -1 for the root
  std::string comments;    // lines that begin with #, as they were
  std::vector<std::string> misc;

  int size() const { return static_cast<int>(forms.size()); }
};

// Syntactic words only: ranges of multiword tokens and empty nodes are left out.
// io: cannot be read; refused: a line of other than ten columns.
Result<std::vector<TreebankSentence>> read_treebank(const std::string& path);

}  // namespace forewhen::training
