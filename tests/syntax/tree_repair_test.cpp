// SPDX-License-Identifier: Apache-2.0
#include "syntax/tree_repair.h"

#include <gtest/gtest.h>

namespace forewhen::syntax {
namespace {

using Names = std::vector<std::string_view>;

TEST(TreeRepair, TakesTheFiniteVerbOfSeveralRoots) {
  // "Police , farmers clashed": all hang on the root, which is word 4.
  EXPECT_EQ(choose_root({4, 4, 3, 4}, {"NNS", ",", "NNS", "VBD"}), (std::vector<int>{3, 3, 3, -1}));
}

TEST(TreeRepair, LeavesOneRootAlone) { EXPECT_EQ(choose_root({1, 2}, {"NNS", "VBD"}), (std::vector<int>{1, -1})); }

TEST(TreeRepair, MakesAPastTenseUnderANounTheRoot) {
  // Hundreds of farmers clashed there .
  std::vector<int> heads{-1, 2, 0, 2, 3, 0};
  Names tags{"NNS", "IN", "NNS", "VBD", "RB", "."}, relations{"root", "case", "nmod", "acl", "advmod", "punct"};
  repair_past_tense(heads, tags, relations);
  EXPECT_EQ(heads, (std::vector<int>{3, 2, 0, -1, 3, 3}));
  EXPECT_EQ(relations, (Names{"nsubj", "case", "nmod", "root", "advmod", "punct"}));
}

TEST(TreeRepair, CallsAReducedRelativeAParticiple) {
  // farmers arrested there left
  std::vector<int> heads{3, 0, 1, -1};
  Names tags{"NNS", "VBD", "RB", "VBD"}, relations{"nsubj", "acl", "advmod", "root"};
  repair_past_tense(heads, tags, relations);
  EXPECT_EQ(tags[1], "VBN");
  EXPECT_EQ(heads, (std::vector<int>{3, 0, 1, -1}));
}

}  // namespace
}  // namespace forewhen::syntax
