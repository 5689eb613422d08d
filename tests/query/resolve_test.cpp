// SPDX-License-Identifier: Apache-2.0
// From what a person types to an event: found only when it is clear, listed otherwise.
#include "forewhen/query/resolve.h"

#include <gtest/gtest.h>

#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::World;
using Outcome = Resolution::Outcome;

// "found: drone attack", "one of: raid | ambush", "nothing; near: raid", or the error.
std::string outcome(const World& w, std::string_view text, const EventFilter& filter = {}) {
  const Result<Resolution> r = resolve_event(w, text, filter);
  if (!r.ok()) return "error: " + r.error().what;
  if (r->outcome == Outcome::found) return "found: " + w.events.at(r->event).phrase;
  std::string list;
  for (const EventCandidate& c : r->candidates) list += (list.empty() ? "" : " | ") + c.event.phrase;
  if (r->outcome == Outcome::ambiguous) return "one of: " + list;
  return list.empty() ? "nothing" : "nothing; near: " + list;
}

World harbour() {
  World w;
  w.add({.name = "drone attack",
         .when = "2031-03-07",
         .recipients = {"Lena Moravec"},
         .place = "Velmora",
         .sentence = "A drone attack hit the house of Lena Moravec in Velmora."});
  w.add({.name = "wounded",
         .when = "2031-03-07",
         .actors = {"drone attack"},
         .recipients = {"two guards"},
         .sentence = "The drone attack wounded two guards."});
  w.add({.name = "condemned",
         .when = "2031-03-08",
         .actors = {"Ostland"},
         .sentence = "Ostland condemned the drone attack on Lena Moravec."});
  w.add({.name = "clashed",
         .when = "2031-03-05",
         .actors = {"dockers"},
         .recipients = {"police"},
         .place = "Harbour Gate",
         .sentence = "Dockers clashed with police at Harbour Gate."});
  w.add({.name = "election", .when = "2031-02", .sentence = "The election was held last month."});
  return w;
}

TEST(Resolve, words_find_the_event_that_is_called_so) {
  const World w = harbour();
  EXPECT_EQ(outcome(w, "drone attack"), "found: drone attack");
  EXPECT_EQ(outcome(w, "the drone attacks"), "found: drone attack");
  EXPECT_EQ(outcome(w, "drone attack on Lena Moravec"), "found: drone attack");
  EXPECT_EQ(outcome(w, "Moravec attack"), "found: drone attack");
  EXPECT_EQ(outcome(w, "wounded guards"), "found: wounded");
}

TEST(Resolve, another_word_for_the_same_kind_of_event_finds_it) {
  const World w = harbour();
  EXPECT_EQ(outcome(w, "drone strike"), "found: drone attack");
  EXPECT_EQ(outcome(w, "UAV strike"), "found: drone attack");
  EXPECT_EQ(outcome(w, "fighting at harbour gate"), "found: clashed");
  EXPECT_EQ(outcome(w, "vote"), "found: election");
}

TEST(Resolve, one_attack_is_meant_rather_than_other_attacks) {
  World w;
  w.add({.name = "drone attack", .when = "2031-03-07", .sentence = "A drone attack hit a house."});
  w.add({.name = "drone attacks", .when = "2031", .sentence = "Other drone attacks have occurred."});
  EXPECT_EQ(outcome(w, "drone attack"), "found: drone attack");
  EXPECT_EQ(outcome(w, "drone attacks"), "found: drone attacks");
  EXPECT_EQ(outcome(w, "drone strike"), "one of: drone attack | drone attacks");
  Event& first = w.events[resolve_event(w, "drone attack")->event];
  first.mentions.push_back({ClaimId{9}, "d2", {0, 6}, "strike", {0, 6}});
  EXPECT_EQ(outcome(w, "drone strike"), "found: drone attack");
}

TEST(Resolve, irregular_verbs_are_the_same_word) {
  World w;
  w.add({.name = "struck", .when = "2031-03-07", .actors = {"dockers"}, .sentence = "Dockers struck in Korvan."});
  EXPECT_EQ(outcome(w, "dockers struck"), "found: struck");
  EXPECT_EQ(outcome(w, "dockers strike"), "found: struck");
}

TEST(Resolve, the_group_of_a_verb_is_a_name_for_it) {
  World w;
  Event e = w.events[w.add({.name = "pounded", .sentence = "Gunners pounded the fort."})];
  e.group = "attack";
  e.terms.insert(e.terms.begin(), {"attack", 3});
  w.put(e);
  EXPECT_EQ(outcome(w, "attack fort"), "found: pounded");
}

TEST(Resolve, a_thing_stands_for_what_it_did_where_nothing_is_called_so) {
  World w;
  w.add({.name = "damaged",
         .when = "2031-03-07",
         .actors = {"a grenade"},
         .recipients = {"the pilot station"},
         .sentence = "A grenade damaged the pilot station, injuring two."});
  w.add({.name = "injuring",
         .when = "2031-03-07",
         .recipients = {"two"},
         .sentence = "A grenade damaged the pilot station, injuring two."});
  w.add({.name = "heightened", .actors = {"the attack"}, .sentence = "The attack heightened tension."});
  EXPECT_EQ(outcome(w, "grenade"), "found: damaged");
  EXPECT_EQ(outcome(w, "pilot station"), "one of: damaged | injuring");
  EXPECT_EQ(outcome(w, "attack"), "one of: heightened");
}

TEST(Resolve, two_of_the_same_kind_are_listed_newest_first) {
  World w = harbour();
  w.add({.name = "drone attack",
         .when = "2031-01-02",
         .place = "Korvan",
         .document = "d2",
         .sentence = "A drone attack hit a depot in Korvan."});
  EXPECT_EQ(outcome(w, "drone attack"), "one of: drone attack | drone attack");
  EXPECT_EQ(outcome(w, "drone strike"), "one of: drone attack | drone attack");
  const Result<Resolution> both = resolve_event(w, "drone attack");
  EXPECT_EQ(both->candidates[0].event.place->name, "Velmora");
  EXPECT_NE(both->mend.find("'#2'"), std::string::npos);
  EXPECT_EQ(resolve_event(w, "drone attack #2")->event, both->candidates[1].event.id);
  EXPECT_EQ(outcome(w, "drone attack #3"), "error: there is no #3, only 2");
  const Error error = to_error(*both, "drone attack");
  EXPECT_EQ(error.kind, ErrorKind::ambiguous);
  EXPECT_NE(error.what.find("#2  2031-01-02  e"), std::string::npos) << error.what;
}

TEST(Resolve, further_words_or_a_date_settle_it) {
  World w = harbour();
  w.add({.name = "drone attack",
         .when = "2031-01-02",
         .place = "Korvan",
         .document = "d2",
         .sentence = "A drone attack hit a depot in Korvan."});
  EXPECT_EQ(resolve_event(w, "drone attack Korvan")->outcome, Outcome::found);
  EXPECT_EQ(resolve_event(w, "drone attack 2031-01")->outcome, Outcome::found);
  EXPECT_EQ(outcome(w, "drone attack 2031"), "one of: drone attack | drone attack");
  EXPECT_EQ(outcome(w, "drone attack 2029"), "nothing");
  EventFilter korvan;
  korvan.places = {place_id("Korvan", "XX")};
  EXPECT_EQ(resolve_event(w, "drone attack", korvan)->outcome, Outcome::found);
}

TEST(Resolve, an_event_that_only_mentions_the_words_is_never_taken_for_it) {
  World w;
  w.add({.name = "condemned",
         .when = "2031-03-08",
         .actors = {"Ostland"},
         .sentence = "Ostland condemned the drone attack on Lena Moravec."});
  EXPECT_EQ(outcome(w, "drone attack"), "one of: condemned");
  EXPECT_NE(resolve_event(w, "drone attack")->mend.find("none is called so"), std::string::npos);
  EXPECT_EQ(resolve_event(w, "drone attack #1")->outcome, Outcome::found);
}

TEST(Resolve, a_word_that_nothing_has_is_not_passed_over) {
  const World w = harbour();
  EXPECT_EQ(outcome(w, "missile attack").substr(0, 13), "nothing; near");
  const Result<Resolution> r = resolve_event(w, "missile attack");
  EXPECT_EQ(r->candidates[0].event.phrase, "drone attack");
  EXPECT_EQ(r->candidates[0].missing, std::vector<std::string>{"missile"});
  EXPECT_EQ(outcome(w, "coronation"), "nothing");
  EXPECT_EQ(to_error(*r, "missile attack").kind, ErrorKind::not_found);
}

TEST(Resolve, a_plan_can_be_asked_about) {
  World w;
  w.add({.name = "ballot", .when = "2032", .sentence = "A ballot is planned.", .modality = Modality::planned});
  EXPECT_EQ(outcome(w, "ballot"), "found: ballot");
}

TEST(Resolve, an_id_a_claim_and_the_beginning_of_an_id_find_it) {
  World w = harbour();
  const EventId id = w.events.begin()->first;
  const std::string phrase = "found: " + w.events.begin()->second.phrase;
  EXPECT_EQ(outcome(w, to_string(id)), phrase);
  EXPECT_EQ(outcome(w, "  " + to_string(id) + "\n"), phrase);
  EXPECT_EQ(outcome(w, to_string(id).substr(0, 9)), phrase);
  w.claim_events[ClaimId{77}] = id;
  EXPECT_EQ(outcome(w, to_string(ClaimId{77})), phrase);
  EXPECT_EQ(outcome(w, to_string(EventId{77})), phrase);
  EXPECT_EQ(outcome(w, to_string(EventId{78})), "nothing");
}

TEST(Resolve, an_id_cut_too_short_is_listed) {
  World w;
  for (const std::uint64_t value : {0xABCD000000000001u, 0xABCD000000000002u}) {
    Event e;
    e.id = EventId{value}, e.phrase = "raid";
    w.put(e);
  }
  EXPECT_EQ(outcome(w, "eabcd"), "one of: raid | raid");
  EXPECT_EQ(outcome(w, "eabcd000000000002"), "found: raid");
}

TEST(Resolve, a_byte_of_a_document_finds_the_event_told_there) {
  World w;
  const EventId raid = w.add({.name = "raid", .document = "news:2031:7", .sentence = "The raid failed."});
  w.add({.name = "trial", .document = "news:2031:7", .sentence = "A trial began."});
  EXPECT_EQ(outcome(w, "@news:2031:7:4"), "found: raid");
  EXPECT_EQ(outcome(w, "@news:2031:7:7"), "found: raid");
  EXPECT_EQ(outcome(w, "@news:2031:7:8"), "nothing; near: raid");
  EXPECT_EQ(outcome(w, "@news:2031:7:19"), "found: trial");
  EXPECT_EQ(outcome(w, "@news:2031:7:900"), "nothing");
  EXPECT_EQ(outcome(w, "@other:4"), "nothing");
  EXPECT_EQ(outcome(w, "@news"), "error: '@news' does not say at which byte");
  EXPECT_EQ(outcome(w, "@news:x"), "error: '@news:x' does not say at which byte");
  EXPECT_EQ(resolve_event(w, "@news:2031:7:4")->event, raid);
}

TEST(Resolve, of_triggers_within_each_other_the_shorter_is_meant) {
  World w;
  const EventId inner = w.add({.name = "raid", .sentence = "The raid failed."});
  Event outer = w.events[inner];
  outer.id = EventId{5}, outer.phrase = "The raid failed", outer.mentions[0].span = {0, 15};
  w.put(outer);
  EXPECT_EQ(outcome(w, "@d1:4"), "found: raid");
  EXPECT_EQ(outcome(w, "@d1:0"), "found: The raid failed");
}

TEST(Resolve, text_without_a_word_is_refused) {
  const World w = harbour();
  EXPECT_EQ(outcome(w, ""), "error: no event is named");
  EXPECT_EQ(outcome(w, "what was before the"), "error: 'what was before the' has no word to look for");
}

TEST(Resolve, a_store_that_cannot_be_read_is_an_error) {
  World w = harbour();
  w.fail = true;
  for (const char* text : {"drone attack", "@d1:4", "e0123456789abcdef", "e0123"}) {
    EXPECT_EQ(outcome(w, text), "error: the disk is gone") << text;
  }
}

}  // namespace
}  // namespace forewhen
