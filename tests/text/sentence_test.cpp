// SPDX-License-Identifier: Apache-2.0
// Cases in words lie in cases/sentences.txt; here are the properties that hold for any text.
#include "forewhen/text/sentence.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "forewhen/base/utf8.h"
#include "text/character.h"

namespace forewhen {
namespace {

struct Case {
  std::string text;
  std::vector<std::string> sentences;
  int line = 0;
};

std::string unescape(const std::string& line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool escape = line.compare(i, 2, "\\n") == 0;
    text += escape ? '\n' : line[i];
    i += escape;
  }
  return text;
}

std::vector<Case> read_cases() {
  std::ifstream in(FOREWHEN_SOURCE_DIR "/tests/text/cases/sentences.txt");
  std::vector<Case> cases;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.starts_with("# ")) continue;
    if (line.starts_with('>')) {
      cases.back().sentences.push_back(line.substr(line.starts_with("> ") ? 2 : 1));
    } else {
      cases.push_back({unescape(line), {}, number});
    }
  }
  return cases;
}

std::string show(std::string_view text, const Sentence& sentence) {
  std::string out = sentence.heading ? "#" : "";
  for (const Token& token : sentence.tokens) {
    if (&token != &sentence.tokens.front()) out += ' ';
    out += token.span.of(text);
  }
  return out;
}

TEST(Sentences, AreCutAsTheCasesSay) {
  const std::vector<Case> cases = read_cases();
  ASSERT_GT(cases.size(), 20u);
  for (const Case& example : cases) {
    std::vector<std::string> found;
    for (const Sentence& sentence : split_sentences(example.text)) found.push_back(show(example.text, sentence));
    EXPECT_EQ(found, example.sentences) << "sentences.txt:" << example.line;
  }
}

// Tokens are in order, lie on character boundaries, cover all that is not blank, and never hold a blank.
void expect_cover(const std::string& text) {
  std::size_t at = 0;
  for (const Sentence& sentence : split_sentences(text)) {
    ASSERT_FALSE(sentence.tokens.empty());
    EXPECT_EQ(sentence.span.begin, sentence.tokens.front().span.begin);
    EXPECT_EQ(sentence.span.end, sentence.tokens.back().span.end);
    for (const Token& token : sentence.tokens) {
      const std::size_t before = at;
      while (at < token.span.begin) {
        ASSERT_TRUE(is_blank(character_at(text, at))) << "a character is left out at " << at;
        at = next_character(text, at);
      }
      EXPECT_EQ(token.space_before, at > before || before == 0);
      ASSERT_EQ(at, token.span.begin);
      ASSERT_LT(token.span.begin, token.span.end);
      for (; at < token.span.end; at = next_character(text, at)) ASSERT_FALSE(is_blank(character_at(text, at)));
      ASSERT_TRUE(is_character_boundary(text, at));
    }
  }
  for (; at < text.size(); at = next_character(text, at)) ASSERT_TRUE(is_blank(character_at(text, at)));
}

TEST(Sentences, CoverEveryCharacterOfRandomText) {
  const std::vector<std::string> pieces{
      "a",      "B",      "the", "U.S", ".", ".",  ",",    "'",  "’", "“", "”",  "\"",      "(",   ")",      "[",
      "1",      "23",     " ",   " ",   " ", "\n", "\r\n", "\t", "-", "–", "--", "/",       "n't", "'s",     "é",
      "\u4e2d", "\u0301", "@",   "#",   "$", "%",  ":",    "!",  "?", "…", "&",  "http://", "_",   "\u00a0", "www."};
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += pieces[random() % pieces.size()];
    expect_cover(text);
    if (testing::Test::HasFatalFailure()) FAIL() << text;
  }
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_TRUE(split_sentences("").empty());
  EXPECT_TRUE(split_sentences(" \n\n\t\u00a0").empty());
}

TEST(Sentences, StandHostileText) {
  const std::vector<std::string> units{"(",  "()", "( ", ". ( ", "a",  "1-", "1,",      "x'd", "a@",  "(a@",
                                       "w/", "A.", "''", "\"",   "\n", "- ", "http://", "a.b", "non-"};
  for (const std::string& unit : units) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    expect_cover(text);
  }
}

TEST(Sentences, AreNeverLongerThanTheParserStands) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  for (const Sentence& sentence : split_sentences(text)) EXPECT_LE(sentence.tokens.size(), 400u);
}

TEST(Sentences, KnowTheirParagraph) {
  const auto sentences = split_sentences("One came. Two left.\n\nThree stayed.");
  ASSERT_EQ(sentences.size(), 3u);
  EXPECT_EQ(sentences[0].paragraph, 0u);
  EXPECT_EQ(sentences[1].paragraph, 0u);
  EXPECT_EQ(sentences[2].paragraph, 1u);
}

}  // namespace
}  // namespace forewhen
