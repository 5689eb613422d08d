// SPDX-License-Identifier: Apache-2.0
// Penn Treebank tags to universal ones, as the English treebanks pair them.
#include <array>

#include "forewhen/syntax/conllu.h"

namespace forewhen {
namespace {

struct Pair {
  std::string_view penn, universal;
};

constexpr std::array pairs{
    Pair{"NN", "NOUN"},   Pair{"NNS", "NOUN"}, Pair{"NNP", "PROPN"}, Pair{"NNPS", "PROPN"}, Pair{"JJ", "ADJ"},
    Pair{"JJR", "ADJ"},   Pair{"JJS", "ADJ"},  Pair{"RB", "ADV"},    Pair{"RBR", "ADV"},    Pair{"RBS", "ADV"},
    Pair{"WRB", "ADV"},   Pair{"DT", "DET"},   Pair{"PDT", "DET"},   Pair{"WDT", "DET"},    Pair{"PRP", "PRON"},
    Pair{"PRP$", "PRON"}, Pair{"WP", "PRON"},  Pair{"WP$", "PRON"},  Pair{"EX", "PRON"},    Pair{"CC", "CCONJ"},
    Pair{"CD", "NUM"},    Pair{"IN", "ADP"},   Pair{"RP", "ADP"},    Pair{"TO", "PART"},    Pair{"POS", "PART"},
    Pair{"UH", "INTJ"},   Pair{"MD", "AUX"},   Pair{"SYM", "SYM"},   Pair{"$", "SYM"},      Pair{"FW", "X"},
    Pair{"LS", "X"},      Pair{"GW", "X"},     Pair{"AFX", "X"},     Pair{"ADD", "X"},      Pair{"XX", "X"}};

bool is_auxiliary(std::string_view relation) { return relation.starts_with("aux") || relation == "cop"; }

}  // namespace

std::string_view universal_tag(const Word& word) {
  const std::string_view tag = word.tag, relation = word.relation;
  if (tag.starts_with("VB")) return is_auxiliary(relation) ? "AUX" : "VERB";
  if (tag == "IN" && relation == "mark") return "SCONJ";
  if (tag == "TO" && relation == "case") return "ADP";
  if (tag == "RB" && word.lemma == "not") return "PART";
  if ((tag == "DT" || tag == "WDT") && relation != "det") return "PRON";
  for (const Pair& pair : pairs) {
    if (pair.penn == tag) return pair.universal;
  }
  return "PUNCT";
}

}  // namespace forewhen
