// SPDX-License-Identifier: Apache-2.0
// From treebanks and WordNet to the bytes of a model file.
#pragma once

#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "training.h"

namespace forewhen::training {

struct BuildOptions {
  std::vector<std::string> treebanks;
  std::vector<std::string> twice;  // treebanks whose sentences count twice for trees and relations
  std::string wordnet = "/usr/share/wordnet";
  Settings settings;
};

// The same options and inputs give the same bytes. Progress goes to stderr.
// io: a treebank or WordNet cannot be read; refused: a treebank is not CoNLL-U.
Result<std::string> build_model(const BuildOptions& options);

}  // namespace forewhen::training
