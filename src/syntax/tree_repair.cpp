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

bool is_nominal(std::string_view tag) { return tag.starts_with("NN") || tag == "PRP" || tag == "CD" || tag == "DT"; }

bool has_dependent(const std::vector<int>& heads, const std::vector<std::string_view>& relations, int head,
                   std::string_view relation) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == head && relations[i].starts_with(relation)) return true;
  }
  return false;
}

void make_root(int verb, int old_root, std::vector<int>& heads, std::vector<std::string_view>& relations) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == old_root && static_cast<int>(i) > verb) heads[i] = verb;
  }
  heads[static_cast<std::size_t>(verb)] = -1;
  relations[static_cast<std::size_t>(verb)] = "root";
  heads[static_cast<std::size_t>(old_root)] = verb;
  relations[static_cast<std::size_t>(old_root)] = "nsubj";
}

}  // namespace

void repair_past_tense(std::vector<int>& heads, std::vector<std::string_view>& tags,
                       std::vector<std::string_view>& relations) {
  int root = 0;
  while (heads[static_cast<std::size_t>(root)] >= 0) ++root;
  for (int i = 0; i < static_cast<int>(heads.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (tags[at] != "VBD" || relations[at] != "acl" || heads[at] > i) continue;
    const bool verbless = is_nominal(tags[static_cast<std::size_t>(root)]) && root < i &&
                          !has_dependent(heads, relations, root, "cop") &&
                          !has_dependent(heads, relations, root, "nsubj");
    if (verbless && !has_dependent(heads, relations, i, "nsubj")) {
      make_root(i, root, heads, relations);
      root = i;
    } else {
      tags[at] = "VBN";
    }
  }
}

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
