// SPDX-License-Identifier: Apache-2.0
// Unlabelled trees by greedy arc-eager transitions. Features after Zhang and Nivre 2011, with word classes and with the
// verbs, commas and conjunctions between the two words in question.
#pragma once

#include <cstdint>
#include <vector>

#include "syntax/arc_eager.h"
#include "syntax/feature.h"
#include "syntax/inventory.h"
#include "syntax/scorer.h"
#include "syntax/token_features.h"

namespace forewhen::syntax {

// One sentence as the parser sees it.
class ParserInput {
 public:
  ParserInput(const std::vector<TokenFeatures>& tokens, const std::vector<std::uint8_t>& tags,
              const Inventory& inventory);

  std::uint64_t word(int i) const { return outside(i) ? absent(i) : tokens_[static_cast<std::size_t>(i)].lower; }
  std::uint64_t tag(int i) const { return outside(i) ? absent(i) : tags_[static_cast<std::size_t>(i)]; }
  std::uint64_t frames(int i) const { return outside(i) ? absent(i) : tokens_[static_cast<std::size_t>(i)].frames; }
  std::uint64_t classes(int i) const { return outside(i) ? absent(i) : tokens_[static_cast<std::size_t>(i)].classes; }
  const std::vector<WordRole>& roles() const { return roles_; }
  const TokenFeatures& token(int i) const { return tokens_[static_cast<std::size_t>(i)]; }
  const std::string& tag_name(int i) const { return inventory_.name(tags_[static_cast<std::size_t>(i)]); }
  int size() const { return static_cast<int>(tokens_.size()); }

  // What makes two words likely to be coordinated: equal tags, classes, endings, case.
  std::uint64_t likeness(int a, int b) const;
  // Verbs and commas after the word, as `between`.
  std::uint64_t ahead(int word) const { return word < size() ? between(word, size()) : 0; }
  // How many verbs, commas and conjunctions stand strictly between the words, each up to two, as one number.
  std::uint64_t between(int left, int right) const;

 private:
  struct Counts {
    int verbs = 0, commas = 0, conjunctions = 0;
  };
  bool outside(int i) const { return i < 0 || i >= size(); }
  std::uint64_t absent(int i) const { return i < 0 ? 0x10001 : 0x10002; }

  const std::vector<TokenFeatures>& tokens_;
  const std::vector<std::uint8_t>& tags_;
  const Inventory& inventory_;
  std::vector<WordRole> roles_;
  std::vector<Counts> before_;  // of the words before each position
};

void action_features(const ArcEager& state, const ParserInput& input, FeatureList& features);

// The head of each word, the root being the number of words. Several words may hang on the root: see tree_repair.h.
std::vector<int> parse_heads(const ParserInput& input, const Scorer& scorer);

}  // namespace forewhen::syntax
