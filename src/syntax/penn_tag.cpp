// SPDX-License-Identifier: Apache-2.0
#include "syntax/penn_tag.h"

#include <algorithm>
#include <array>
#include <string>

#include "forewhen/text/letter_case.h"
#include "syntax/conllu_line.h"

namespace forewhen::syntax {
namespace {

constexpr std::array<std::string_view, 49> penn_tags{
    "CC",  "CD",   "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",   "NN",    "NNS",
    "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM",  "TO",    "UH",
    "VB",  "VBD",  "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", "HYPH", "-LRB-", "-RRB-",
    "NFP", "ADD",  "AFX", "GW",  "XX",  "``",   "''",  "$",   ":",   ","};

bool has(std::string_view feats, std::string_view key, std::string_view value) { return feature(feats, key) == value; }

std::string_view verb_tag(std::string_view feats, std::string_view lemma, bool auxiliary) {
  constexpr std::array<std::string_view, 9> modals{"can",   "could",  "may",  "might", "must",
                                                   "shall", "should", "will", "would"};
  if (auxiliary && std::ranges::find(modals, lemma) != modals.end()) return "MD";
  const bool past = has(feats, "Tense", "Past");
  const std::string_view form = feature(feats, "VerbForm").value_or("");
  if (form == "Inf" || has(feats, "Mood", "Imp")) return "VB";
  if (form == "Ger") return "VBG";
  if (form == "Part") return past ? "VBN" : "VBG";
  if (past) return "VBD";
  if (!has(feats, "Tense", "Pres")) return "";
  return has(feats, "Person", "3") && !has(feats, "Number", "Plur") ? "VBZ" : "VBP";
}

std::string_view pronoun_tag(std::string_view feats, std::string_view form) {
  const std::string_view type = feature(feats, "PronType").value_or("");
  const bool possessive = has(feats, "Poss", "Yes");
  if (type.starts_with("Int") || type.starts_with("Rel"))
    return possessive ? "WP$" : form == "who" || form == "whom" || form == "what" ? "WP" : "WDT";
  if (possessive) return "PRP$";
  if (form == "there") return "EX";
  return type == "Prs" || type.empty() ? "PRP" : type == "Ind" || type == "Neg" || type == "Tot" ? "NN" : "DT";
}

std::string_view particle_tag(std::string_view form) {
  if (form == "to") return "TO";
  return form == "'s" || form == "'" || form == "\u2019s" || form == "\u2019" ? "POS" : "RB";
}

std::string_view punctuation_tag(std::string_view form) {
  if (form == ",") return ",";
  if (form == "(" || form == "[") return "-LRB-";
  if (form == ")" || form == "]") return "-RRB-";
  if (form == "-") return "HYPH";
  if (form == "\u201C" || form == "\u2018") return "``";
  if (form == "\u201D" || form == "\u2019" || form == "\"") return "''";
  return form == "." || form == "!" || form == "?" ? "." : ":";
}

std::string_view degree_tag(std::string_view feats, std::string_view plain, std::string_view more,
                            std::string_view most) {
  return has(feats, "Degree", "Cmp") ? more : has(feats, "Degree", "Sup") ? most : plain;
}

}  // namespace

bool is_penn_tag(std::string_view tag) { return tag == "." || std::ranges::find(penn_tags, tag) != penn_tags.end(); }

std::string_view penn_tag(std::string_view upos, std::string_view feats, std::string_view word,
                          std::string_view lemma) {
  const std::string form = lower_case(word);
  const bool plural = has(feats, "Number", "Plur");
  if (upos == "NOUN") return plural ? "NNS" : "NN";
  if (upos == "PROPN") return plural ? "NNPS" : "NNP";
  if (upos == "VERB" || upos == "AUX") return verb_tag(feats, lemma, upos == "AUX");
  if (upos == "ADJ") return degree_tag(feats, "JJ", "JJR", "JJS");
  if (upos == "ADV")
    return has(feats, "PronType", "Int") || has(feats, "PronType", "Rel") ? "WRB"
                                                                          : degree_tag(feats, "RB", "RBR", "RBS");
  if (upos == "PRON") return pronoun_tag(feats, form);
  if (upos == "DET") return has(feats, "Poss", "Yes") ? "PRP$" : form == "which" || form == "what" ? "WDT" : "DT";
  if (upos == "PART") return particle_tag(form);
  if (upos == "PUNCT") return punctuation_tag(form);
  if (upos == "SYM") return form == "$" || form == "\u20AC" || form == "\u00A3" ? "$" : "SYM";
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> others{
      {{"ADP", "IN"}, {"SCONJ", "IN"}, {"CCONJ", "CC"}, {"NUM", "CD"}, {"INTJ", "UH"}, {"X", "FW"}}};
  for (const auto& [universal, penn] : others) {
    if (universal == upos) return penn;
  }
  return "";
}

}  // namespace forewhen::syntax
