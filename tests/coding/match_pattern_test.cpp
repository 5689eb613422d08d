// SPDX-License-Identifier: Apache-2.0
// Phrases and patterns against matchers that try everything.
#include "coding/match_pattern.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "coding/pattern_text.h"

namespace forewhen {
namespace {

// Every place for the words k.. of the phrase.
bool phrase_fits(const Phrase& phrase, const Words& words, std::size_t k, std::size_t last) {
  if (k == phrase.words.size()) return true;
  for (std::size_t i = last + 1; i < words.size() && !(phrase.attached[k] && i > last + 1); ++i) {
    if (words[i] == phrase.words[k] && phrase_fits(phrase, words, k + 1, i)) return true;
  }
  return false;
}

TEST(MatchPhrase, FindsWhatTryingEverythingFinds) {
  std::mt19937 random(20211108);
  const auto letter = [&] { return std::string(1, static_cast<char>('a' + random() % 2)); };
  int found = 0;
  for (int round = 0; round < 20000; ++round) {
    Phrase phrase;
    for (std::size_t k = 0; k < 1 + random() % 5; ++k) {
      phrase.words.push_back(letter());
      phrase.attached.push_back(k > 0 && random() % 2);
    }
    Words words;
    for (std::size_t k = 0; k < 1 + random() % 8; ++k) words.push_back(letter());
    const bool expected = words[0] == phrase.words[0] && phrase_fits(phrase, words, 1, 0);
    ASSERT_EQ(match_phrase(phrase, words, 0) > 0, expected) << round;
    found += expected;
  }
  EXPECT_GT(found, 2000);
}

// Every place for the elements k.. of one side; `at` is the first word that is free.
bool side_fits(const std::vector<PatternElement>& elements, const std::vector<ClauseWord>& words,
               const std::vector<NounPhrase>& phrases, std::size_t k, std::size_t at) {
  if (k == elements.size()) return true;
  for (std::size_t i = at; i < words.size(); ++i) {
    const bool free =
        std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at), words.begin() + static_cast<std::ptrdiff_t>(i),
                    [](const ClauseWord& word) { return is_passed_over(word.text); });
    if (elements[k].attached && !free) return false;
    std::size_t next = i + 1;
    if (elements[k].kind == PatternElement::Kind::word) {
      if (words[i].text != elements[k].word) continue;
    } else {
      const int phrase = words[i].phrase;
      if (phrase < 0) continue;
      if (elements[k].kind != PatternElement::Kind::skip && !phrases[phrase].coded()) continue;
      while (next < words.size() && words[next].phrase == phrase) ++next;
    }
    if (side_fits(elements, words, phrases, k + 1, next)) return true;
  }
  return false;
}

TEST(MatchPattern, FindsWhatTryingEverythingFinds) {
  std::mt19937 random(20211108);
  const VerbDictionary none;
  std::vector<NounPhrase> phrases(4);
  for (std::size_t i = 0; i < 4; i += 2) phrases[i].members = {{0, 0, {"ARL"}, true}};
  const auto side = [&] {
    std::vector<ClauseWord> words;
    int phrase = 0;
    for (std::size_t k = 0; k < random() % 9; ++k) {
      const bool in_phrase = random() % 3 == 0 && phrase < 4;
      words.push_back({random() % 4 == 0 ? "the" : random() % 2 ? "a1" : "b1", 0, in_phrase ? phrase : -1});
      if (in_phrase && random() % 2) ++phrase;
    }
    return words;
  };
  int kept_out = 0;
  const auto elements = [&] {
    std::vector<PatternElement> out(random() % 4);
    for (PatternElement& element : out) {
      using Kind = PatternElement::Kind;
      static constexpr Kind kKinds[] = {Kind::word, Kind::word, Kind::word, Kind::source, Kind::target, Kind::skip};
      element.kind = kKinds[random() % 6];
      element.attached = random() % 2;
      if (element.kind == Kind::word) element.word = random() % 2 ? "a1" : "b1";
    }
    return out;
  };
  int found = 0;
  for (int round = 0; round < 20000; ++round) {
    const Pattern pattern{elements(), elements(), "1", 1};
    const ClauseWords clause{side(), side()};
    PatternMatch match;
    const bool expected = side_fits(pattern.before, clause.before, phrases, 0, 0) &&
                          side_fits(pattern.after, clause.after, phrases, 0, 0);
    ASSERT_EQ(match_pattern(pattern, none, clause, phrases, match), expected) << round;
    found += expected;
    const bool passes = PatternFilter(clause).lets_pass(pattern);
    EXPECT_TRUE(passes || !expected) << round;
    kept_out += !passes;
  }
  EXPECT_GT(found, 2000);
  EXPECT_GT(kept_out, 2000);
}

TEST(ParsePattern, ToldFromTheVerbOutwards) {
  const FindSynset find = [](const std::string& name) { return name == "ties" ? 7 : kNoSynset; };
  Pattern pattern;
  ASSERT_EQ(parse_pattern("SAID $ WOULD_* (THE_&TIES) ^ {ANTI- +}", find, pattern), "");
  ASSERT_EQ(pattern.before.size(), 3u);
  EXPECT_EQ(pattern.before[0].word, "would");
  EXPECT_TRUE(pattern.before[0].attached);
  EXPECT_EQ(pattern.before[1].kind, PatternElement::Kind::source);
  EXPECT_FALSE(pattern.before[1].attached);
  ASSERT_EQ(pattern.after.size(), 5u);
  EXPECT_EQ(pattern.after[1].synset, 7u);
  EXPECT_TRUE(pattern.after[1].attached);
  EXPECT_EQ(pattern.after[3].word, "anti");
  Pattern other;
  EXPECT_NE(parse_pattern("NO VERB", find, other), "");
  EXPECT_NE(parse_pattern("* AND *", find, other), "");
  EXPECT_NE(parse_pattern("* &NONE", find, other), "");
  std::string many = "*";
  for (int i = 0; i < 1000; ++i) many += " WORD";
  EXPECT_NE(parse_pattern(many, find, other), "");
}

TEST(VerbForms, RegularOnes) {
  using Forms = std::vector<std::string>;
  EXPECT_EQ(verb_forms("attack"), (Forms{"attack", "attacks", "attacked", "attacking"}));
  EXPECT_EQ(verb_forms("praise"), (Forms{"praise", "praises", "praised", "praising"}));
  EXPECT_EQ(verb_forms("carry"), (Forms{"carry", "carries", "carried", "carrying"}));
  EXPECT_EQ(verb_forms("deploy"), (Forms{"deploy", "deploys", "deployed", "deploying"}));
  EXPECT_EQ(verb_forms("clash"), (Forms{"clash", "clashes", "clashed", "clashing"}));
}

}  // namespace
}  // namespace forewhen
