// SPDX-License-Identifier: Apache-2.0
// The model that comes with the program, on sentences that any parser must get right, and on text that is none.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <thread>

#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {
namespace {

const std::string model = FOREWHEN_SOURCE_DIR "/src/syntax/data/english.model";

const SentenceParser& parser() {
  static const auto loaded = load_parser(model);
  EXPECT_TRUE(loaded.ok());
  return *loaded.value();
}

const ParsedSentence& only(const std::vector<ParsedSentence>& sentences) {
  EXPECT_EQ(sentences.size(), 1u);
  return sentences.at(0);
}

// "FORM" of the first dependent of `head` with that relation; empty when there is none.
std::string dependent(const ParsedSentence& sentence, const std::string& head, const std::string& relation) {
  for (const Word& word : sentence.words) {
    if (word.head >= 0 && word.relation == relation && sentence.words[word.head].form == head) return word.form;
  }
  return "";
}

std::string lemma(const ParsedSentence& sentence, const std::string& form) {
  for (const Word& word : sentence.words) {
    if (word.form == form) return word.lemma;
  }
  return "";
}

void expect_tree(const ParsedSentence& sentence) {
  int roots = 0;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    roots += sentence.words[i].head < 0;
    EXPECT_EQ(sentence.words[i].head < 0, sentence.words[i].relation == "root");
    int at = static_cast<int>(i);
    for (std::size_t steps = 0; at >= 0 && steps <= sentence.words.size(); ++steps) at = sentence.words[at].head;
    ASSERT_LT(at, 0) << "a cycle";
  }
  EXPECT_EQ(roots, 1);
}

void expect_trees(std::string_view text) {
  std::uint32_t end = 0;
  for (const ParsedSentence& sentence : parser().parse(text)) {
    ASSERT_FALSE(sentence.words.empty());
    for (const Word& word : sentence.words) {
      EXPECT_GE(word.span.begin, end);
      EXPECT_EQ(word.form, word.span.of(text));
      end = word.span.end;
    }
    expect_tree(sentence);
  }
}

TEST(TrainedParser, FindsSubjectAndObject) {
  const auto sentences = parser().parse("The minister dismissed two generals on Monday.");
  EXPECT_EQ(dependent(only(sentences), "dismissed", "nsubj"), "minister");
  EXPECT_EQ(dependent(only(sentences), "dismissed", "obj"), "generals");
  EXPECT_EQ(lemma(only(sentences), "dismissed"), "dismiss");
  EXPECT_EQ(lemma(only(sentences), "generals"), "general");
  EXPECT_TRUE(only(sentences).words[2].head < 0);
}

TEST(TrainedParser, FindsThePassiveSubjectAndTheAgent) {
  const auto sentences = parser().parse("Three soldiers were killed by rebels near the border.");
  EXPECT_EQ(dependent(only(sentences), "killed", "nsubj:pass"), "soldiers");
  EXPECT_EQ(dependent(only(sentences), "killed", "obl:agent"), "rebels");
  EXPECT_EQ(lemma(only(sentences), "were"), "be");
}

TEST(TrainedParser, FindsThePossessor) {
  const auto sentences = parser().parse("Police searched the mayor's house.");
  EXPECT_EQ(dependent(only(sentences), "searched", "obj"), "house");
  EXPECT_EQ(dependent(only(sentences), "house", "nmod:poss"), "mayor");
}

TEST(TrainedParser, FindsTheContentOfASpeech) {
  const auto sentences = parser().parse("The general said that troops had crossed the river.");
  EXPECT_EQ(dependent(only(sentences), "said", "nsubj"), "general");
  EXPECT_EQ(dependent(only(sentences), "said", "ccomp"), "crossed");
  EXPECT_EQ(dependent(only(sentences), "crossed", "nsubj"), "troops");
}

TEST(TrainedParser, KeepsTheCaseOfNames) {
  const auto sentences = parser().parse("Ada Okafor visited Lagos.");
  EXPECT_EQ(lemma(only(sentences), "Okafor"), "Okafor");
  EXPECT_EQ(lemma(only(sentences), "visited"), "visit");
}

TEST(TrainedParser, GivesNothingForNothing) {
  EXPECT_TRUE(parser().parse("").empty());
  EXPECT_TRUE(parser().parse(" \n\t\n").empty());
}

TEST(TrainedParser, GivesTreesForHostileText) {
  expect_trees("no punctuation at all and no capital either");
  expect_trees("))))((((\n\n\"\"\"\" ... !!! ??? -- --- '");
  expect_trees(std::string(3000, 'x') + " " + std::string(3000, '('));
  std::string clitics;
  for (int i = 0; i < 2000; ++i) clitics += "x's ";
  expect_trees(clitics);
}

TEST(TrainedParser, GivesTreesForRandomWords) {
  const std::vector<std::string> words{"the",    "a",      "dog",    "bit",    ",",    ".",   "(",
                                       ")",      "\u201C", "\u201D", "said",   "that", "and", "in",
                                       "U.S.",   "2021",   "was",    "Okafor", "'s",   "n't", "who",
                                       "--",     "!",      "to",     "very",   "kill", "\n",  "\xC3\xA9t\xC3\xA9",
                                       "killed", "1,200"};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = random() % 60; i > 0; --i)
      text += words[random() % words.size()] + (random() % 8 == 0 ? "" : " ");
    expect_trees(text);
  }
}

TEST(TrainedParser, StandsTenMegabytesOfBrackets) {
  const auto sentences = parser().parse(std::string(10'000'000, '('));
  ASSERT_EQ(sentences.size(), 1u);
  EXPECT_EQ(sentences[0].words.size(), 1u);
}

std::string flat(const std::vector<ParsedSentence>& sentences) {
  std::string out;
  for (const ParsedSentence& sentence : sentences) {
    for (const Word& word : sentence.words)
      out += word.form + '/' + word.tag + '/' + word.lemma + '/' + word.relation + std::to_string(word.head) + ' ';
  }
  return out;
}

TEST(TrainedParser, GivesTheSameOnAllThreads) {
  const std::string text =
      "The council, which met on Tuesday, rejected the plan. Its chairman, Ada Okafor, said the vote was \u201Cnot the "
      "end.\u201D\n\n"
      "Hundreds of farmers blocked roads in the north after prices fell.";
  const std::string expected = flat(parser().parse(text));
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& result : found)
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) result = flat(parser().parse(text));
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : found) EXPECT_EQ(result, expected);
}

}  // namespace
}  // namespace forewhen
