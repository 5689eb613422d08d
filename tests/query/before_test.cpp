// SPDX-License-Identifier: Apache-2.0
// before and after on small worlds that a person can follow.
#include "forewhen/query/before.h"

#include <gtest/gtest.h>

#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::day;
using testing::World;

// "2031-03-04 definite; 2031-03-05 possible": what was answered, in its order, by the names of the events.
std::string names(const Result<Answer>& answer) {
  if (!answer.ok()) return to_string(answer.error());
  std::string text;
  for (const AnswerItem& item : answer->items) {
    text += (text.empty() ? "" : "; ") + item.event.phrase + ' ' + std::string(name_of(item.certainty));
    if (item.hop > 1) text += " hop " + std::to_string(item.hop);
  }
  return text;
}

const AnswerItem& item(const Result<Answer>& answer, const std::string& phrase) {
  for (const AnswerItem& one : answer->items) {
    if (one.event.phrase == phrase) return one;
  }
  throw std::runtime_error("no " + phrase);
}

TEST(Before, an_earlier_day_is_definite_the_same_day_possible_a_later_one_no_answer) {
  World w;
  w.add({.name = "march", .when = "2031-03-04"});
  w.add({.name = "speech", .when = "2031-03-05"});
  w.add({.name = "arrest", .when = "2031-03-06"});
  const EventId x = w.add({.name = "fire", .when = "2031-03-05"});
  EXPECT_EQ(names(before(w, x)), "march definite; speech possible");
  EXPECT_EQ(names(after(w, x)), "speech possible; arrest definite");
}

TEST(Before, the_month_of_the_day_is_only_possible) {
  World w;
  w.add({.name = "campaign", .when = "2031-03"});
  w.add({.name = "strike", .when = "2031-02"});
  const EventId x = w.add({.name = "vote", .when = "2031-03-09"});
  EXPECT_EQ(names(before(w, x)), "strike definite; campaign possible");
}

TEST(Before, nothing_that_is_not_tied_to_it_is_answered) {
  World w;
  w.add({.name = "flood", .when = "2031-01-01", .actors = {"Oskar Brandt"}, .place = "Velmora", .document = "d2"});
  w.add({.name = "visit", .when = "2031-01-02", .actors = {"Lena Moravec"}, .document = "d3"});
  w.add({.name = "rally", .when = "2031-01-03", .place = "Korvan", .document = "d4"});
  const EventId x = w.add(
      {.name = "attack", .when = "2031-02-01", .recipients = {"Lena Moravec"}, .place = "Korvan", .document = "d5"});
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(names(answer), "visit definite; rally definite");
  EXPECT_EQ(to_string(item(answer, "visit").ties.at(0)), "actor Lena Moravec");
  EXPECT_EQ(to_string(item(answer, "rally").ties.at(0)), "place Korvan");
}

TEST(Before, plans_and_denials_are_left_out_and_counted) {
  World w;
  w.add({.name = "ballot", .when = "2031-01-01", .modality = Modality::planned});
  w.add({.name = "pact", .when = "2031-01-02", .modality = Modality::negated});
  w.add({.name = "claim", .when = "2031-01-03", .modality = Modality::reported});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(names(answer), "claim definite");
  EXPECT_EQ(to_string(answer->left_out), "1 planned, 1 negated left out");
  BeforeOptions all;
  all.filter.all_modalities = true;
  EXPECT_EQ(names(before(w, x, all)), "ballot definite; pact definite; claim definite");
}

TEST(Before, a_link_makes_an_undated_event_definite) {
  World w;
  const EventId quarrel = w.add({.name = "quarrel"});
  w.add({.name = "rumour"});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  w.link(quarrel, Relation::before, x);
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(answer->items.size(), 2u);
  EXPECT_EQ(item(answer, "quarrel").certainty, Certainty::definite);
  EXPECT_EQ(item(answer, "quarrel").reasons.at(0), "'after' in d1:0-4 says that it came before");
  EXPECT_EQ(item(answer, "rumour").certainty, Certainty::possible);
  EXPECT_EQ(item(answer, "rumour").reasons.at(0), "it has no date, and no source says which came first");
}

TEST(Before, a_part_of_the_event_does_not_precede_it) {
  World w;
  const EventId wounding = w.add({.name = "wounding", .when = "2031-02-01"});
  const EventId siege = w.add({.name = "siege", .when = "2031-02-01"});
  const EventId blow = w.add({.name = "blow", .when = "2031-02-01"});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  w.link(x, Relation::includes, wounding);
  w.link(siege, Relation::includes, x);
  w.link(x, Relation::simultaneous, blow);
  EXPECT_EQ(names(before(w, x)), "siege possible");
  EXPECT_EQ(names(after(w, x)), "wounding possible");
}

TEST(Before, chains_of_links_count) {
  World w;
  const EventId a = w.add({.name = "plot"});
  const EventId b = w.add({.name = "trip"});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  const EventId c = w.add({.name = "funeral"});
  w.link(a, Relation::before, b);
  w.link(b, Relation::includes, x);
  w.link(x, Relation::before, c);
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(item(answer, "plot").certainty, Certainty::definite);
  EXPECT_EQ(item(answer, "trip").certainty, Certainty::possible);
  EXPECT_EQ(answer->items.size(), 2u);
}

TEST(Before, dates_at_the_ends_of_links_bound_what_has_none) {
  World w;
  w.add({.name = "march", .when = "2031-01-04"});
  const EventId vote = w.add({.name = "vote", .when = "2031-01-10"});
  w.add({.name = "trial", .when = "2031-03-01"});
  const EventId x = w.add({.name = "attack"});
  w.link(vote, Relation::before, x, "after");
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(names(answer), "march definite; vote definite; trial possible");
  EXPECT_EQ(item(answer, "march").reasons.at(0),
            "it began before 2031-01-05, the event asked about no earlier than 2031-01-10");
  EXPECT_EQ(item(answer, "march").reasons.at(2), "'after' in d1:0-4 puts the event asked about at 2031-01-10 or later");
}

TEST(Before, an_undated_event_before_a_dated_one_is_before_all_that_follows) {
  World w;
  const EventId quarrel = w.add({.name = "quarrel"});
  const EventId vote = w.add({.name = "vote", .when = "2031-01-10"});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  w.link(quarrel, Relation::before, vote);
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(item(answer, "quarrel").certainty, Certainty::definite);
  EXPECT_EQ(item(answer, "quarrel").reasons.at(0),
            "it began before 2031-01-11, the event asked about no earlier than 2031-02-01");
  EXPECT_EQ(item(answer, "quarrel").reasons.at(1), "'after' in d1:0-4 puts it before 2031-01-11");
}

TEST(Before, a_link_that_its_dates_forbid_leads_nowhere) {
  World w;
  const EventId early = w.add({.name = "talks", .when = "2031-01-05"});
  const EventId rumour = w.add({.name = "rumour"});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  w.link(x, Relation::before, early);
  w.link(early, Relation::before, rumour);
  EXPECT_EQ(names(before(w, x)), "talks definite; rumour possible");
}

TEST(Before, dates_win_over_links_and_the_answer_says_so) {
  World w;
  const EventId early = w.add({.name = "talks", .when = "2031-01-05"});
  const EventId late = w.add({.name = "trial", .when = "2031-05-05"});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  w.link(x, Relation::before, early);
  w.link(late, Relation::before, x);
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(names(answer), "talks definite");
  EXPECT_EQ(answer->items[0].reasons.back(), "'after' in d1:0-4 says otherwise; the dates decide");
  ASSERT_EQ(answer->notes.size(), 1u);
  EXPECT_NE(answer->notes[0].find("their dates do not allow that"), std::string::npos);
}

TEST(Before, the_reason_names_both_dates) {
  World w;
  w.add({.name = "march", .when = "2031-03-04"});
  w.add({.name = "year", .when = "2031"});
  w.add({.name = "speech", .when = "2031-03-07"});
  const EventId x = w.add({.name = "fire", .when = "2031-03-07"});
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(item(answer, "march").reasons.at(0), "2031-03-04 ends before 2031-03-07 begins");
  EXPECT_EQ(item(answer, "march").reasons.at(1), "'on 2031-03-04' dates it");
  EXPECT_EQ(item(answer, "speech").reasons.at(0), "both 2031-03-07: either may have come first");
  EXPECT_EQ(item(answer, "year").reasons.at(0), "2031 and 2031-03-07 overlap: either may have come first");
}

TEST(Before, an_event_without_any_date_can_be_asked_about) {
  World w;
  w.add({.name = "march", .when = "2031-03-04"});
  const EventId x = w.add({.name = "attack"});
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(names(answer), "march possible");
  EXPECT_EQ(answer->notes.at(0), "the event asked about has no date: only what sources say of the order is certain");
}

TEST(Before, whether_it_was_over_is_told) {
  World w;
  w.add({.name = "march", .when = "2031-03-04"});
  Event rule = w.events[w.add({.name = "rule", .when = "2031-01"})];
  rule.bounds = since({day("2031-01-01"), day("2031-02-01")}, day("2031-04-01"));
  w.put(rule);
  const EventId x = w.add({.name = "attack", .when = "2031-03-07"});
  const Result<Answer> answer = before(w, x);
  EXPECT_EQ(item(answer, "march").standing, Standing::ended);
  EXPECT_EQ(item(answer, "rule").standing, Standing::going_on);
}

TEST(Before, the_limit_keeps_the_latest_and_says_what_is_missing) {
  World w;
  for (int d = 1; d <= 9; ++d) w.add({.name = "march " + std::to_string(d), .when = "2031-03-0" + std::to_string(d)});
  w.add({.name = "rumour"});
  const EventId x = w.add({.name = "attack", .when = "2031-03-20"});
  BeforeOptions two;
  two.limit = 2;
  const Result<Answer> answer = before(w, x, two);
  EXPECT_EQ(names(answer), "march 8 definite; march 9 definite");
  EXPECT_GE(answer->more, 1u);
  EXPECT_TRUE(answer->more_at_least);
  two.limit = 9;
  EXPECT_EQ(before(w, x, two)->more, 1u);
  two.limit = 10;
  EXPECT_EQ(before(w, x, two)->more, 0u);
  EXPECT_TRUE(before(w, x, two)->items.back().undated());
}

TEST(Before, a_limit_does_not_read_the_whole_store) {
  World w;
  for (int i = 0; i < 28; ++i) {
    for (int month = 1; month <= 12; ++month) {
      const std::string date =
          (month < 10 ? "2030-0" : "2030-") + std::to_string(month) + (i < 9 ? "-0" : "-") + std::to_string(i + 1);
      w.add({.name = "talk", .when = date, .actors = {"Lena Moravec"}, .document = date});
    }
  }
  const EventId x = w.add({.name = "attack", .when = "2031-03-20", .actors = {"Lena Moravec"}, .document = "x"});
  w.row_reads = 0;
  EXPECT_EQ(before(w, x)->items.size(), 20u);
  EXPECT_LT(w.row_reads, 30u);
}

TEST(Before, within_counts_whole_days) {
  World w;
  for (int d = 1; d <= 9; ++d) w.add({.name = "march " + std::to_string(d), .when = "2031-03-0" + std::to_string(d)});
  w.add({.name = "rumour"});
  const EventId x = w.add({.name = "attack", .when = "2031-03-08"});
  BeforeOptions options;
  options.within = parse_duration("3d").value();
  options.certainty = CertaintyFilter::definite;
  EXPECT_EQ(names(before(w, x, options)), "march 5 definite; march 6 definite; march 7 definite");
  options.certainty = CertaintyFilter::both;
  EXPECT_EQ(before(w, x, options)->left_out.undated, 1u);
  EXPECT_EQ(names(after(w, x, options)), "march 8 possible; march 9 definite");
}

TEST(Before, filters_by_actor_place_type_and_window) {
  World w;
  w.add({.name = "raid", .when = "2031-01-01", .actors = {"Guard"}, .place = "Korvan", .type = PloverType::assault});
  w.add({.name = "talks",
         .when = "2031-01-05",
         .actors = {"Lena Moravec"},
         .place = "Velmora",
         .type = PloverType::consult});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01"});
  BeforeOptions options;
  options.filter.actors = {{actor_id("Guard")}};
  EXPECT_EQ(names(before(w, x, options)), "raid definite");
  options.filter = {};
  options.filter.places = {place_id("Velmora", "XX")};
  EXPECT_EQ(names(before(w, x, options)), "talks definite");
  options.filter = {};
  options.filter.types = {PloverType::assault, PloverType::aid};
  EXPECT_EQ(names(before(w, x, options)), "raid definite");
  options.filter = {};
  options.filter.window = parse_window("2031-01-02", "2031-01-06").value();
  EXPECT_EQ(names(before(w, x, options)), "talks definite");
}

TEST(Before, the_same_dyad_has_the_same_roles) {
  World w;
  w.add({.name = "threat", .when = "2031-01-01", .actors = {"Veldania"}, .recipients = {"Korvia"}, .document = "a"});
  w.add({.name = "answer", .when = "2031-01-02", .actors = {"Korvia"}, .recipients = {"Veldania"}, .document = "b"});
  w.add({.name = "visit", .when = "2031-01-03", .actors = {"Veldania"}, .recipients = {"Ostland"}, .document = "c"});
  const EventId x = w.add(
      {.name = "attack", .when = "2031-02-01", .actors = {"Veldania"}, .recipients = {"Korvia"}, .document = "d"});
  BeforeOptions options;
  options.match = ActorMatch::same_dyad;
  EXPECT_EQ(names(before(w, x, options)), "threat definite");
  options.match = ActorMatch::either_dyad;
  EXPECT_EQ(names(before(w, x, options)), "threat definite; answer definite");
  options.match = ActorMatch::shared;
  EXPECT_EQ(names(before(w, x, options)), "threat definite; answer definite; visit definite");
}

TEST(Before, hops_follow_actors_back_and_tell_the_path) {
  World w;
  w.add({.name = "theft", .when = "2031-01-01", .actors = {"Ana"}, .document = "a"});
  w.add({.name = "sale", .when = "2031-01-02", .actors = {"Ana"}, .recipients = {"Bor"}, .document = "b"});
  w.add({.name = "trip", .when = "2031-01-03", .actors = {"Bor", "Cyr"}, .document = "c"});
  w.add({.name = "party", .when = "2031-01-04", .actors = {"Ana"}, .document = "e"});
  const EventId x = w.add({.name = "attack", .when = "2031-02-01", .actors = {"Cyr"}, .document = "d"});
  BeforeOptions options;
  options.hops = 3;
  const Result<Answer> answer = before(w, x, options);
  EXPECT_EQ(names(answer), "theft definite hop 3; sale definite hop 2; trip definite");
  EXPECT_EQ(answer->items[0].path.size(), 3u);
  EXPECT_EQ(to_string(answer->items[0].ties.at(0)), "actor Ana");
  EXPECT_EQ(answer->items[0].reasons.size(), 3u);
  EXPECT_EQ(answer->items[0].reasons[2],
            "theft happened. (2031-01-01) leads to sale happened. (2031-01-02) by actor Ana");
  options.hops = 2;
  EXPECT_EQ(names(before(w, x, options)), "sale definite hop 2; trip definite");
}

TEST(Before, quotes_are_the_sentences_with_their_bytes) {
  World w;
  w.add({.name = "march", .when = "2031-03-04", .sentence = "The march passed the harbour."});
  const EventId x = w.add({.name = "attack", .when = "2031-03-20"});
  BeforeOptions options;
  options.quotes = true;
  const Result<Answer> answer = before(w, x, options);
  ASSERT_EQ(answer->items.at(0).quotes.size(), 1u);
  const Quote& quote = answer->items[0].quotes[0];
  EXPECT_EQ(quote.text, "The march passed the harbour.");
  EXPECT_EQ(quote.trigger.of(w.texts["d1"].text), "march");
  EXPECT_EQ(quote.span.of(w.texts["d1"].text), quote.text);
}

TEST(Before, an_old_id_still_finds_its_event) {
  World w;
  w.add({.name = "march", .when = "2031-03-04"});
  const EventId x = w.add({.name = "attack", .when = "2031-03-20"});
  w.claim_events[ClaimId{77}] = x;
  EXPECT_EQ(names(before(w, EventId{77})), "march definite");
  const Result<Answer> none = before(w, EventId{78});
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().kind, ErrorKind::not_found);
}

TEST(Before, a_store_that_cannot_be_read_is_an_error_and_no_empty_answer) {
  World w;
  const EventId x = w.add({.name = "attack", .when = "2031-03-20", .actors = {"Ana"}});
  w.fail = true;
  const Result<Answer> answer = before(w, x);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().kind, ErrorKind::io);
}

}  // namespace
}  // namespace forewhen
