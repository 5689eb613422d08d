// SPDX-License-Identifier: Apache-2.0
// Relations of a finished tree, from the root downwards, each with the head's relation and the relations of the
// dependents before it in view.
#pragma once

#include <cstdint>
#include <vector>

#include "syntax/feature.h"
#include "syntax/inventory.h"
#include "syntax/scorer.h"
#include "syntax/transition_parser.h"

namespace forewhen::syntax {

constexpr std::uint8_t no_relation = 255;

// A tree with what the labeller asks of it. Heads as in a sentence: -1 for the one root.
class TreeView {
 public:
  explicit TreeView(const std::vector<int>& heads);

  int head(int word) const { return word < 0 ? -1 : heads_[static_cast<std::size_t>(word)]; }
  const std::vector<int>& dependents(int word) const { return dependents_[static_cast<std::size_t>(word)]; }
  // From the root downwards, dependents of one head from left to right.
  const std::vector<int>& order() const { return order_; }

 private:
  const std::vector<int>& heads_;
  std::vector<std::vector<int>> dependents_;
  std::vector<int> order_;
};

// Features of the relation of `word`; `relations` are known for all that stand before it in the order.
void relation_features(const TreeView& tree, const ParserInput& input, const std::vector<std::uint8_t>& relations,
                       const Inventory& inventory, int word, FeatureList& features);

// REQUIRES: heads form a tree with one root (-1).
std::vector<std::uint8_t> label_tree(const std::vector<int>& heads, const ParserInput& input, const Scorer& scorer,
                                     const Inventory& inventory);

}  // namespace forewhen::syntax
