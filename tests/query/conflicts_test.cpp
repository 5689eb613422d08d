// SPDX-License-Identifier: Apache-2.0
// From claims and links of a graph to conflicts, and back to the marks of events.
#include "forewhen/query/conflicts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/query/world.h"

namespace forewhen {
namespace {

// Events with claims that say more than one thing.
class Disputes : public testing::MemorySource {
 public:
  // A further claim about the event, told in a document of its own; the first makes the event.
  void tell(const std::string& event, const std::string& document, const std::string& when,
            Modality modality = Modality::actual, Polarity polarity = Polarity::positive,
            const std::string& published = "") {
    Document& d = texts[document];
    d.id = document;
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    d.text += event + " happened. ";
    if (!published.empty()) d.published = parse_iso(published).value();
    Claim claim;
    claim.document = document;
    claim.trigger = {begin, static_cast<std::uint32_t>(begin + event.size())};
    claim.sentence = {begin, static_cast<std::uint32_t>(d.text.size() - 1)};
    claim.id = claim.same_as = claim_id(document, claim.trigger);
    claim.modality = modality, claim.polarity = polarity;
    claim.tense = Tense::past;
    if (!when.empty()) {
      claim.time = ClaimTime{};
      claim.time->when.bounds = within(parse_iso(when).value().extent());
      claim.time->words = "on " + when;
    }
    claims[claim.id] = claim;
    const auto [at, fresh] = ids.try_emplace(event, event_id(claim.id));
    Event& e = events[at->second];
    if (fresh) {
      e.id = at->second, e.summary = event, e.modality = modality, e.polarity = polarity;
      if (claim.time) e.time = claim.time, e.bounds = claim.time->when.bounds;
    }
    e.mentions.push_back({claim.id, document, claim.trigger, event, claim.sentence});
    claim_events[claim.id] = e.id;
  }
  void link(const std::string& from, Relation relation, const std::string& to) {
    const Document& d = texts.begin()->second;
    links.push_back({ids.at(from), ids.at(to), relation, "said", 100, d.id, {0, 4}});
  }
  std::vector<Conflict> conflicts() const { return find_conflicts(*this)->conflicts; }

  std::map<std::string, EventId> ids;
};

std::string kinds(const Conflict& conflict) {
  std::string out(name_of(conflict.kind));
  for (const Statement& statement : conflict.statements) out += " " + std::string(name_of(statement.kind));
  return out;
}

TEST(Conflicts, TwoDatesOfOneEventExcludeEachOther) {
  Disputes d;
  d.tell("clash", "a", "2031-03-03");
  d.tell("clash", "b", "2031-03-05");
  d.tell("clash", "c", "2031-03");  // agrees with both
  const auto found = d.conflicts();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(kinds(found[0]), "date date date");
  EXPECT_EQ(found[0].statements[0].quote.document, "b");  // it cannot have begun before the 5th,
  EXPECT_EQ(found[0].statements[1].quote.document, "a");  // and began by the 3rd
  EXPECT_EQ(found[0].statements[0].quote.text, "clash happened.");
  EXPECT_EQ(found[0].events, std::vector<EventId>{d.ids["clash"]});
}

TEST(Conflicts, WhatIsPlannedOrDatedByARuleAloneContradictsNoDate) {
  Disputes d;
  d.tell("clash", "a", "2031-03-03");
  d.tell("clash", "b", "2031-03-05", Modality::planned);
  d.tell("clash", "c", "2031-03-07");
  for (auto& [id, claim] : d.claims)
    if (claim.document == "c") claim.time->words.clear();
  EXPECT_TRUE(d.conflicts().empty());
}

TEST(Conflicts, WhatWasToldAsPastBeganBeforeThat) {
  Disputes d;
  d.tell("clash", "a", "2031-03-09");
  d.tell("clash", "b", "", Modality::reported, Polarity::positive, "2031-03-04");
  const auto found = d.conflicts();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(kinds(found[0]), "date date report");
}

TEST(Conflicts, ActualAgainstDenied) {
  Disputes d;
  d.tell("raid", "a", "");
  d.tell("raid", "b", "", Modality::actual, Polarity::negative);
  d.tell("raid", "c", "", Modality::negated);
  d.tell("raid", "d", "", Modality::hypothetical);
  const auto found = d.conflicts();
  ASSERT_EQ(found.size(), 2u);
  for (const Conflict& conflict : found) EXPECT_EQ(kinds(conflict), "occurrence happened denied");
}

TEST(Conflicts, AChainOfLinksAgainstDatesAndACircle) {
  Disputes d;
  d.tell("raid", "a", "2031-03-09");
  d.tell("vote", "a", "");
  d.tell("strike", "a", "2031-03-03");
  d.link("raid", Relation::before, "vote");
  d.link("vote", Relation::includes, "strike");
  ASSERT_EQ(d.conflicts().size(), 1u);
  EXPECT_EQ(kinds(d.conflicts()[0]), "order date link link date");
  EXPECT_EQ(d.conflicts()[0].events.size(), 3u);
  d.link("vote", Relation::before, "raid");
  const auto found = d.conflicts();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(kinds(found[0]), "order link link");
  d.events[d.ids["vote"]].modality = Modality::hypothetical;  // what may not have happened orders nothing
  EXPECT_TRUE(d.conflicts().empty());
}

TEST(Conflicts, ALimitSaysThatThereIsMore) {
  Disputes d;
  d.tell("raid", "a", "");
  d.tell("raid", "b", "", Modality::negated);
  d.tell("raid", "c", "", Modality::negated);
  const auto found = find_conflicts(d, {.limit = 1});
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->conflicts.size(), 1u);
  EXPECT_TRUE(found->at_least);
}

TEST(Conflicts, MarksAreThoseOfTheConflictsAndTheOrderOfReadingDoesNotMatter) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    const auto pick = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
    Disputes d;
    const char* names[] = {"raid", "vote", "strike", "march", "storm"};
    for (const char* name : names) d.tell(name, "a", pick(2) ? "2031-03-0" + std::to_string(1 + pick(6)) : "");
    for (int n = pick(5); n > 0; --n)
      d.tell(names[pick(5)], "b" + std::to_string(n), pick(2) ? "2031-03-0" + std::to_string(1 + pick(6)) : "",
             pick(6) ? Modality::actual : Modality::negated, Polarity::positive, pick(3) ? "" : "2031-03-03");
    for (int n = pick(6); n > 0; --n)
      d.link(names[pick(5)], pick(2) ? Relation::before : Relation::simultaneous, names[pick(5)]);
    std::map<EventId, std::set<ConflictKind>> expected;
    for (const Conflict& conflict : d.conflicts())
      for (const EventId id : conflict.events) expected[id].insert(conflict.kind);
    ConflictMarks marks(d);
    for (const auto& [id, event] : d.events) {
      const auto found = marks.of(event);
      ASSERT_TRUE(found.ok());
      EXPECT_EQ(std::set<ConflictKind>(found->begin(), found->end()), expected[id]) << "seed " << seed;
    }
    Disputes turned = d;
    std::reverse(turned.links.begin(), turned.links.end());
    EXPECT_EQ(find_conflicts(turned)->conflicts, d.conflicts()) << "seed " << seed;
  }
}

TEST(Conflicts, MarksOfALongListAreThoseFoundAroundEachEvent) {
  std::size_t marked = 0;
  for (unsigned seed = 0; seed < 4; ++seed) {
    std::mt19937 random(seed);
    const auto pick = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
    Disputes d;
    const int events = 200;
    const auto name = [](int n) { return "raid" + std::to_string(n); };
    for (int n = 0; n < events; ++n)
      for (int said = 0; said < 1 + pick(5) / 4; ++said)
        d.tell(name(n), "a" + std::to_string(said), pick(3) ? "2031-03-" + std::to_string(10 + pick(20)) : "",
               pick(20) ? Modality::actual : Modality::negated);
    // Chains of links, longer than what is looked at around one event, and a few across.
    for (int n = 0; n + 1 < events; ++n)
      if (pick(40)) d.link(name(n), pick(4) ? Relation::simultaneous : Relation::before, name(n + 1));
    for (int n = 0; n < 3; ++n) d.link(name(pick(events)), Relation::before, name(pick(events)));
    ConflictMarks few(d), many(d);
    ASSERT_TRUE(many.expect(events).ok());
    for (const auto& [id, event] : d.events) {
      const auto around = few.of(event), whole = many.of(event);
      ASSERT_TRUE(around.ok() && whole.ok());
      EXPECT_EQ(*around, *whole) << "seed " << seed << " " << event.summary;
      marked += !around->empty();
    }
  }
  EXPECT_GT(marked, 40u);
}

TEST(Conflicts, AreToldInWords) {
  EXPECT_EQ(describe_disputes({}), "");
  EXPECT_EQ(describe_disputes({ConflictKind::date, ConflictKind::occurrence}),
            "sources disagree about the date and about whether it happened; see 'forewhen conflicts'");
}

TEST(Conflicts, AStoreThatCannotBeReadIsAnError) {
  Disputes d;
  d.tell("raid", "a", "");
  d.fail = true;
  EXPECT_FALSE(find_conflicts(d).ok());
}

}  // namespace
}  // namespace forewhen
