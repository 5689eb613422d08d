// SPDX-License-Identifier: Apache-2.0
#include "coding/match_pattern.h"

#include <algorithm>
#include <array>

namespace forewhen {
namespace {

class SideMatcher {
 public:
  SideMatcher(const std::vector<PatternElement>& elements, const VerbDictionary& verbs,
              const std::vector<ClauseWord>& words, const std::vector<NounPhrase>& phrases, bool before,
              PatternMatch& match)
      : elements_(elements),
        verbs_(verbs),
        words_(words),
        phrases_(phrases),
        before_(before),
        match_(match),
        failed_(elements.size() * (words.size() + 1), false) {}

  bool match_from(std::size_t k, std::size_t at) {
    if (k == elements_.size()) return true;
    const std::size_t memo = k * (words_.size() + 1) + at;
    if (failed_[memo]) return false;
    for (std::size_t i = at; i < words_.size(); ++i) {
      if (take(k, i)) return true;
      if (elements_[k].attached && !is_passed_over(words_[i].text)) break;
    }
    failed_[memo] = true;
    return false;
  }

 private:
  using Kind = PatternElement::Kind;

  // The element at the word i, and the rest after it.
  bool take(std::size_t k, std::size_t i) {
    const PatternElement& element = elements_[k];
    const int phrase = words_[i].phrase;
    switch (element.kind) {
      case Kind::word:
        return words_[i].text == element.word && match_from(k + 1, i + 1);
      case Kind::synset:
        for (const Words& member : verbs_.synset(element.synset).members) {
          if (has_words(member, i) && match_from(k + 1, i + member.size())) return true;
        }
        return false;
      case Kind::skip:
        return phrase >= 0 && match_from(k + 1, end_of(phrase, i));
      case Kind::source:
        return phrase >= 0 && phrases_[phrase].coded() && match_from(k + 1, end_of(phrase, i)) &&
               set(match_.source, phrase);
      case Kind::target:
        return phrase >= 0 && phrases_[phrase].coded() && match_from(k + 1, end_of(phrase, i)) &&
               set(match_.target, phrase);
      case Kind::compound:
        return phrase >= 0 && phrases_[phrase].compound() && phrases_[phrase].coded() &&
               match_from(k + 1, end_of(phrase, i)) &&
               set(before_ ? match_.compound_before : match_.compound_after, phrase);
    }
    return false;
  }
  static bool set(int& into, int phrase) {
    into = phrase;
    return true;
  }
  bool has_words(const Words& member, std::size_t i) const {
    if (member.size() > words_.size() - i) return false;
    for (std::size_t k = 0; k < member.size(); ++k) {
      if (words_[i + (before_ ? member.size() - 1 - k : k)].text != member[k]) return false;
    }
    return true;
  }
  std::size_t end_of(int phrase, std::size_t i) const {
    while (i < words_.size() && words_[i].phrase == phrase) ++i;
    return i;
  }

  const std::vector<PatternElement>& elements_;
  const VerbDictionary& verbs_;
  const std::vector<ClauseWord>& words_;
  const std::vector<NounPhrase>& phrases_;
  const bool before_;
  PatternMatch& match_;
  std::vector<bool> failed_;
};

}  // namespace

bool is_passed_over(const std::string& word) {
  static constexpr std::array<std::string_view, 29> kWords = {
      "a",     "an",  "billion", "dollar", "dozen", "ducat",   "eight",    "few",     "five", "four",
      "had",   "has", "have",    "he",     "her",   "hundred", "it",       "million", "nine", "one",
      "seven", "six", "some",    "that",   "the",   "they",    "thousand", "three",   "two"};
  static_assert(std::is_sorted(kWords.begin(), kWords.end()));
  return std::binary_search(kWords.begin(), kWords.end(), word) || word == "trillion" ||
         (!word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

PatternFilter::PatternFilter(const ClauseWords& clause) {
  for (const ClauseWord& word : clause.before) before_.insert(word.text);
  for (const ClauseWord& word : clause.after) after_.insert(word.text);
}

bool PatternFilter::lets_pass(const Pattern& pattern) const {
  const auto has_words = [](const std::vector<PatternElement>& elements, const auto& words) {
    return std::all_of(elements.begin(), elements.end(), [&](const PatternElement& element) {
      return element.kind != PatternElement::Kind::word || words.contains(element.word);
    });
  };
  return has_words(pattern.after, after_) && has_words(pattern.before, before_);
}

bool match_pattern(const Pattern& pattern, const VerbDictionary& verbs, const ClauseWords& clause,
                   const std::vector<NounPhrase>& phrases, PatternMatch& match) {
  match = {};
  return SideMatcher(pattern.after, verbs, clause.after, phrases, false, match).match_from(0, 0) &&
         SideMatcher(pattern.before, verbs, clause.before, phrases, true, match).match_from(0, 0);
}

}  // namespace forewhen
