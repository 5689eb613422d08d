// SPDX-License-Identifier: Apache-2.0
// What tense and the order of sentences suggest where neither dates nor links say anything.
#include <gtest/gtest.h>

#include "forewhen/query/before.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::World;

std::string names(const Result<Answer>& answer) {
  if (!answer.ok()) return to_string(answer.error());
  std::string text;
  for (const AnswerItem& item : answer->items)
    text += (text.empty() ? "" : "; ") + item.event.phrase + ' ' + std::string(name_of(item.certainty));
  return text;
}

class DiscourseTest : public ::testing::Test {
 protected:
  // One undated event a sentence, in the order of telling. The text begins with a sentence of another event, so that
  // none of these is a headline.
  EventId tell(const std::string& word, Tense tense, Aspect aspect = Aspect::none,
               EventClass event_class = EventClass::occurrence) {
    if (world_.texts.empty()) world_.add({.name = "heading"});
    const EventId id = world_.add({.name = word, .sentence = "they " + word + " there."});
    Claim& claim = world_.claims[founding_claim(id)];
    claim.tense = tense, claim.aspect = aspect, claim.event_class = event_class;
    return id;
  }
  bool answers(EventId subject, const std::string& phrase, bool unlikely = false) {
    BeforeOptions options;
    options.unlikely = unlikely;
    return names(before(world_, subject, options)).find(phrase + " possible") != std::string::npos;
  }
  World world_;
};

TEST_F(DiscourseTest, sentences_in_the_past_follow_each_other) {
  const EventId fled = tell("fled", Tense::past), hid = tell("hid", Tense::past);
  EXPECT_TRUE(answers(hid, "fled"));
  EXPECT_FALSE(answers(fled, "hid"));
  EXPECT_TRUE(answers(fled, "hid", true)) << "--unlikely shows it";
  EXPECT_EQ(before(world_, fled).value().left_out.unlikely, 1U);
  EXPECT_EQ(names(after(world_, hid)).find("fled"), std::string::npos);
}

TEST_F(DiscourseTest, a_past_perfect_goes_back_behind_the_sentence_before) {
  const EventId fled = tell("fled", Tense::past), quarrelled = tell("quarrelled", Tense::past, Aspect::perfective);
  EXPECT_TRUE(answers(fled, "quarrelled"));
  EXPECT_FALSE(answers(quarrelled, "fled"));
}

TEST_F(DiscourseTest, the_present_comes_after_the_past_wherever_it_stands) {
  const EventId guard = tell("guard", Tense::present), left = tell("left", Tense::past);
  EXPECT_TRUE(answers(guard, "left"));
  EXPECT_FALSE(answers(left, "guard"));
}

TEST_F(DiscourseTest, it_makes_nothing_definite_and_says_why) {
  tell("fled", Tense::past);
  const EventId hid = tell("hid", Tense::past);
  const Result<Answer> answer = before(world_, hid);
  ASSERT_TRUE(answer.ok());
  bool said = false;
  for (const AnswerItem& item : answer->items) {
    EXPECT_NE(item.certainty, Certainty::definite) << item.event.phrase;
    for (const std::string& reason : item.reasons)
      said |= reason.find("the telling suggests that it came before: 'narrative sequence'") != std::string::npos;
  }
  EXPECT_TRUE(said);
}

TEST_F(DiscourseTest, dates_and_links_are_not_overruled) {
  const EventId fled = tell("fled", Tense::past), hid = tell("hid", Tense::past);
  world_.link(hid, Relation::before, fled);
  EXPECT_EQ(names(before(world_, fled)), "hid definite; heading possible");
}

TEST_F(DiscourseTest, events_of_different_documents_are_left_alone) {
  const EventId fled = tell("fled", Tense::past);
  world_.add({.name = "hid", .actors = {"Lena Moravec"}, .document = "d2", .sentence = "she hid there."});
  BeforeOptions options;
  EXPECT_EQ(before(world_, fled, options).value().left_out.unlikely, 0U);
}

}  // namespace
}  // namespace forewhen
