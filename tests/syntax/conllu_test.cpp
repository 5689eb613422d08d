// SPDX-License-Identifier: Apache-2.0
#include "forewhen/syntax/conllu.h"

#include <gtest/gtest.h>

namespace forewhen {
namespace {

const std::string text = "Ada didn't go.\n\nShe  stayed.";

const std::string conllu =
    "# newdoc id = d\n# newpar\n# text = Ada didn't go.\n"
    "1\tAda\tAda\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "1.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_\n"
    "2\tstayed\tstay\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";

TEST(Conllu, FindsItsWordsInTheText) {
  const auto sentences = read_conllu(conllu, text);
  ASSERT_TRUE(sentences.ok()) << to_string(sentences.error());
  ASSERT_EQ(sentences->size(), 2u);
  const ParsedSentence& first = sentences->at(0);
  EXPECT_EQ(first.span, (Span{0, 14}));
  EXPECT_EQ(first.words[2].span, (Span{7, 10}));
  EXPECT_EQ(first.words[2].lemma, "not");
  EXPECT_EQ(first.words[3].head, -1);
  EXPECT_EQ(sentences->at(1).paragraph, 1u);
  EXPECT_EQ(sentences->at(1).words[1].span.of(text), "stayed");
}

TEST(Conllu, WrittenAndReadAgainIsTheSame) {
  const auto sentences = read_conllu(conllu, text);
  ASSERT_TRUE(sentences.ok());
  const std::string written = to_conllu(text, *sentences);
  const auto again = read_conllu(written, text);
  ASSERT_TRUE(again.ok()) << written;
  EXPECT_EQ(to_conllu(text, *again), written);
  EXPECT_NE(written.find("4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"), std::string::npos) << written;
  EXPECT_NE(written.find("2-3\tdidn't\t"), std::string::npos) << written;
}

TEST(Conllu, GivesWordsThatTheTextLacksTheSpanOfTheirToken) {
  const std::string french = "Il va au port";
  const auto sentences = read_conllu(
      "1\tIl\til\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tva\taller\tVERB\t_\tTense=Pres|VerbForm=Fin\t0\troot\t_\t_\n3-4\tau\t_"
      "\t_\t_\t_\t_\t_\t_\t_"
      "\n"
      "3\tà\tà\tADP\t_\t_\t5\tcase\t_\t_\n4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_\n5\tport\tport\tNOUN\t_\t_\t2\tobl\t_\t_"
      "\n",
      french);
  ASSERT_TRUE(sentences.ok()) << to_string(sentences.error());
  EXPECT_EQ(sentences->at(0).words[2].span.of(french), "au");
  EXPECT_EQ(sentences->at(0).words[3].span.of(french), "au");
  EXPECT_EQ(sentences->at(0).words[4].span.of(french), "port");
}

void expect_refused(const std::string& bad, const std::string& of, const std::string& what, const std::string& where) {
  const auto sentences = read_conllu(bad, of);
  ASSERT_FALSE(sentences.ok());
  EXPECT_EQ(sentences.error().kind, ErrorKind::refused);
  EXPECT_NE(sentences.error().what.find(what), std::string::npos) << sentences.error().what;
  EXPECT_EQ(sentences.error().where, where);
}

TEST(Conllu, RefusesWhatIsNoTreeOfTheText) {
  expect_refused("1\ta\tb\n", "a", "3 columns", "conllu:1");
  expect_refused("1\tb\tb\tX\tFW\t_\t0\troot\t_\t_\n", "a", "does not have 'b'", "conllu:1");
  expect_refused("2\ta\ta\tX\tFW\t_\t0\troot\t_\t_\n", "a", "where 1 is due", "conllu:1");
  expect_refused("1\ta\ta\tX\tFW\t_\tx\troot\t_\t_\n", "a", "no head", "conllu:1");
  expect_refused("1\ta\ta\tX\tFW\t_\t2\tx\t_\t_\n2\tb\tb\tX\tFW\t_\t1\tx\t_\t_\n\n", "a b", "no tree", "conllu:3");
  expect_refused("1\ta\ta\tX\tFW\t_\t7\tx\t_\t_\n\n", "a", "no tree", "conllu:2");
  expect_refused("1\ta\ta\tX\tFW\t_\t2\tx\t_\t_\n2\tb\tb\tX\tFW\t_\t99999\tx\t_\t_\n\n", "a b", "no tree", "conllu:3");
  expect_refused("1\ta\ta\tX\tFW\t_\t0\tx\t_\t_\n2\tb\tb\tX\tFW\t_\t0\tx\t_\t_\n\n", "a b", "no tree", "conllu:3");
}

TEST(Conllu, OfNothingIsNothing) {
  EXPECT_EQ(to_conllu("", {}), "");
  EXPECT_TRUE(read_conllu("", "")->empty());
}

Word word(const std::string& tag, const std::string& relation, const std::string& lemma = "") {
  return {{}, "", lemma, tag, 0, relation};
}

TEST(UniversalTags, FollowFromTagAndRelation) {
  EXPECT_EQ(universal_tag(word("VBD", "root")), "VERB");
  EXPECT_EQ(universal_tag(word("VBD", "aux:pass")), "AUX");
  EXPECT_EQ(universal_tag(word("IN", "mark")), "SCONJ");
  EXPECT_EQ(universal_tag(word("IN", "case")), "ADP");
  EXPECT_EQ(universal_tag(word("RB", "advmod", "not")), "PART");
  EXPECT_EQ(universal_tag(word(",", "punct")), "PUNCT");
  EXPECT_EQ(universal_tag(word("NNP", "nsubj")), "PROPN");
}

}  // namespace
}  // namespace forewhen
