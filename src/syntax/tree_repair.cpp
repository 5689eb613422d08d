// SPDX-License-Identifier: Apache-2.0
#include "syntax/tree_repair.h"

namespace forewhen::syntax {
namespace {

int root_rank(std::string_view tag) {
  if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") return 4;
  if (tag.starts_with("VB")) return 3;
  if (tag.starts_with("NN") || tag.starts_with("JJ") || tag == "PRP" || tag == "UH") return 2;
  const char first = tag.empty() ? '.' : tag[0];
  return first >= 'A' && first <= 'Z' && tag != "HYPH" && tag != "NFP" ? 1 : 0;
}

}  // namespace

std::vector<int> choose_root(const std::vector<int>& heads, const std::vector<std::string_view>& tags) {
  const int outside = static_cast<int>(heads.size());
  int root = -1;
  for (int i = 0; i < outside; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (heads[at] >= 0 && heads[at] < outside) continue;
    if (root < 0 || root_rank(tags[at]) > root_rank(tags[static_cast<std::size_t>(root)])) root = i;
  }
  std::vector<int> tree(heads);
  for (int i = 0; i < outside; ++i) {
    int& head = tree[static_cast<std::size_t>(i)];
    if (head < 0 || head >= outside) head = i == root ? -1 : root;
  }
  return tree;
}

}  // namespace forewhen::syntax
