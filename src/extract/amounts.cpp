// SPDX-License-Identifier: Apache-2.0
#include "extract/amounts.h"

#include <set>
#include <string>

#include "forewhen/text/letter_case.h"

namespace forewhen {
namespace {

bool is_determiner(const Word& word) {
  static const std::set<std::string> kAmounts = {"several", "some",   "many", "hundreds", "thousands",
                                                 "dozens",  "scores", "of",   "hundred",  "thousand"};
  return word.tag == "DT" || word.tag == "CD" || word.tag == "PDT" || kAmounts.contains(lower_case(word.form));
}
bool is_number(const Word& word) {
  const std::string lower = lower_case(word.form);
  return word.tag == "CD" || lower == "hundred" || lower == "thousand" || lower == "dozen";
}
// Words of which a number may be made up.
bool measures(const Word& word) {
  static const std::set<std::string> kAbout = {"about", "around", "nearly",    "almost", "over", "roughly",
                                               "more",  "less",   "fewer",     "than",   "at",   "least",
                                               "most",  "up",     "to",        "as",     "many", "approximately",
                                               "some",  "a",      "estimated", "another"};
  return is_number(word) || is_determiner(word) || kAbout.contains(lower_case(word.form));
}

}  // namespace

int counted_noun(const Tree& tree, int noun) {
  static const std::set<std::string> kAmounts = {"hundred", "thousand", "dozen", "score",    "million",   "number",
                                                 "group",   "crowd",    "lot",   "hundreds", "thousands", "dozens",
                                                 "scores",  "majority", "ten",   "tens",     "handful"};
  if (!kAmounts.contains(lower_case(tree[noun].lemma)) && tree[noun].tag != "CD") return noun;
  for (int child : tree.children(noun)) {
    if (tree.is(child, "nmod") && tree.marker(child) == "of") return counted_noun(tree, child);
  }
  return noun;
}

std::size_t determiner_length(const Tree& tree, const std::vector<int>& phrase) {
  std::size_t from = 0;
  for (std::size_t i = 0; i + 1 < phrase.size() && measures(tree[phrase[i]]); ++i) {
    if (is_number(tree[phrase[i]]) || (i == from && is_determiner(tree[phrase[i]]))) from = i + 1;
  }
  return from;
}

}  // namespace forewhen
