// SPDX-License-Identifier: Apache-2.0
// Storylines against growing them by looking at every pair of events each time.
#include "forewhen/query/storyline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;

bool has(const EventRow& row, ActorId actor) { return std::binary_search(row.actors.begin(), row.actors.end(), actor); }

// Twice the points of a definite step, once those of a possible one; nothing when `a` does not lead to `b`.
std::optional<int> strength(const MemorySource& w, const Event& a, const Event& b, const StorylineOptions& o,
                            bool& definite) {
  const EventRow mine = MemorySource::row_of(a), other = MemorySource::row_of(b);
  const Certainty dates = precedes(a.bounds, b.bounds);
  bool first = false, not_first = false, linked = false;
  for (const Link& l : w.links) {
    const bool forward = l.from == a.id && l.to == b.id, backward = l.from == b.id && l.to == a.id;
    first |= forward && l.relation == Relation::before;
    not_first |= backward || (forward && l.relation == Relation::simultaneous);
    linked |= forward || (backward && l.relation != Relation::before);
  }
  definite = dates == Certainty::definite || (dates == Certainty::possible && first && !not_first);
  if (dates == Certainty::no || (dates == Certainty::possible && not_first && !first)) return {};
  if (o.definite && !definite) return {};
  int actors = 0;
  bool shared = false;
  for (const ActorId actor : mine.actors) {
    if (!has(other, actor)) continue;
    shared = true;
    double events = 0;
    for (const auto& [id, e] : w.events) events += has(MemorySource::row_of(e), actor);
    actors += 30 / static_cast<int>(std::max(1.0, std::floor(std::log2(events))));
  }
  const bool any_link = std::any_of(w.links.begin(), w.links.end(), [&](const Link& l) {
    return (l.from == a.id && l.to == b.id) || (l.from == b.id && l.to == a.id);
  });
  if (!shared && !any_link) return {};
  if (a.bounds.earliest_start == kOpenPast && !linked && !o.filter.undated) return {};
  const int points = (linked ? 40 : 0) + std::min(40, actors) + points_of_days(days_between(a.bounds, b.bounds));
  return points * (definite ? 2 : 1);
}

struct Grown {
  EventId to;
  int depth = 0;
  bool definite = true, step = true;
  friend bool operator==(const Grown&, const Grown&) = default;
};

std::map<EventId, Grown> brute_force(const MemorySource& w, EventId x, const StorylineOptions& o) {
  std::vector<EventId> order{x};
  std::map<EventId, Grown> tree{{x, {}}};
  std::map<EventId, Instant> room{{x, w.events.at(x).bounds.latest_start}};
  while (order.size() <= o.limit) {
    std::optional<std::tuple<int, bool, Instant, Instant, EventId>> best;
    Grown grown;
    for (const auto& [id, e] : w.events) {
      if (tree.contains(id) || !e.happened() || e.polarity == Polarity::negative) continue;
      if (o.within && e.bounds.latest_start <= shifted(w.events.at(x).bounds.earliest_start, -*o.within)) continue;
      for (const EventId to : order) {
        bool definite = false;
        if (e.bounds.earliest_start >= room[to]) continue;
        const std::optional<int> points = strength(w, e, w.events.at(to), o, definite);
        if (!points) continue;
        const std::tuple key(*points, e.bounds.earliest_start != kOpenPast, e.bounds.earliest_start,
                             e.bounds.latest_start, id);
        if (best && key <= *best) continue;
        best = key;
        grown = {to, tree[to].depth + 1, tree[to].definite && definite, definite};
      }
    }
    if (!best) break;
    const EventId id = std::get<4>(*best);
    order.push_back(id);
    tree[id] = grown;
    room[id] = std::min(room[grown.to], w.events.at(id).bounds.latest_start);
  }
  tree.erase(x);
  return tree;
}

TEST(StorylineOracle, storylines_are_those_of_looking_at_every_pair) {
  std::size_t told = 0, deep = 0, possible = 0, cut = 0;
  for (unsigned seed = 0; seed < 6000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const EventId x = std::next(w.events.begin(), seed % w.events.size())->first;
    StorylineOptions o;
    o.limit = seed % 2 == 0 ? 12 : 1 + seed % 4;
    o.definite = seed % 3 == 0;
    o.filter.undated = seed % 5 == 0;
    if (seed % 7 == 0) o.within = seconds{10 * (seed % 6)};
    const Result<Storyline> story = storyline(w, x, o);
    ASSERT_TRUE(story.ok());
    std::map<EventId, Grown> got;
    for (const StorylineEvent& one : story->events) {
      got[one.event.id] = {one.leads_to, one.depth, one.certainty == Certainty::definite,
                           one.step == Certainty::definite};
      ASSERT_FALSE(one.reasons.empty());
      deep += one.depth > 1, possible += one.certainty == Certainty::possible;
    }
    ASSERT_EQ(got, brute_force(w, x, o)) << "seed " << seed << " x " << x.value;
    told += got.size(), cut += story->more > 0;
  }
  EXPECT_GT(told, 6000u);
  EXPECT_GT(deep, 1000u);
  EXPECT_GT(possible, 500u);
  EXPECT_GT(cut, 300u);
}

TEST(Storyline, goes_from_event_to_event_rather_than_all_at_once) {
  testing::World w;
  const auto add = [&](const char* name, const char* when, std::vector<std::string> actors) {
    return w.add({.name = name, .when = when, .actors = std::move(actors), .document = name});
  };
  const EventId strike = add("strike", "2031-01-10", {"Dockers"});
  const EventId clash = add("clash", "2031-02-20", {"Dockers", "Police"});
  const EventId arrest = add("arrest", "2031-03-01", {"Police", "Lena"});
  const EventId x = add("attack", "2031-03-05", {"Lena"});
  const EventId vow = add("vow", "2031-03-02", {"Gang"});
  add("regatta", "2031-03-03", {"Sailors"});
  w.link(vow, Relation::before, x);
  const Result<Storyline> story = storyline(w, x);
  ASSERT_EQ(story->events.size(), 4u);
  EXPECT_EQ(story->events[0].event.id, strike);
  EXPECT_EQ(story->events[0].leads_to, clash);
  EXPECT_EQ(story->events[0].depth, 3);
  EXPECT_EQ(story->events[1].leads_to, arrest);
  EXPECT_EQ(story->events[2].leads_to, x);
  EXPECT_EQ(story->events[3].event.id, vow);
  EXPECT_EQ(story->events[2].reasons,
            (std::vector<std::string>{"Lena takes part in both",
                                      "it definitely starts before attack happened. (2031-03-01, then 2031-03-05)",
                                      "relevance 36: Lena is in 2 events (30), 4 days apart at most (6)"}));
  EXPECT_EQ(story->events[3].reasons[0], "'after' in d1:0-4 ties it to attack happened.");
  EXPECT_EQ(story->events[0].quotes[0].text, "strike happened.");
}

TEST(Storyline, what_the_telling_puts_after_does_not_lead_to_it) {
  testing::World w;
  w.add({.name = "heading"});
  const auto tell = [&](const char* word, const char* when) {
    const EventId id = w.add({.name = word, .when = when, .actors = {"Ana"}, .sentence = std::string("she ") + word});
    w.claims[founding_claim(id)].tense = Tense::past;
    return id;
  };
  const EventId fled = tell("fled", "2031-03-05"), hid = tell("hid", "2031-03-05");
  const Result<Storyline> first = storyline(w, fled), second = storyline(w, hid);
  EXPECT_TRUE(first->events.empty());
  EXPECT_EQ(first->left_out.unlikely, 1u);
  ASSERT_EQ(second->events.size(), 1u);
  EXPECT_EQ(second->events[0].event.id, fled);
  EXPECT_EQ(second->events[0].step, Certainty::possible);
}

TEST(Storyline, a_limit_keeps_the_strongest_steps_and_counts_others) {
  testing::World w;
  for (int i = 1; i <= 5; ++i)
    w.add({.name = "call", .when = "2031-03-0" + std::to_string(i), .actors = {"Ana"}, .document = std::to_string(i)});
  w.add({.name = "plan", .when = "2031-03-05", .actors = {"Ana"}, .document = "p", .modality = Modality::planned});
  const EventId x = w.add({.name = "attack", .when = "2031-03-07", .actors = {"Ana"}, .document = "x"});
  StorylineOptions o;
  o.limit = 2;
  const Result<Storyline> story = storyline(w, x, o);
  ASSERT_EQ(story->events.size(), 2u);
  EXPECT_EQ(story->events[0].leads_to, story->events[1].event.id);
  EXPECT_EQ(story->more, 3u);
  EXPECT_EQ(story->left_out.planned, 1u);
  o.limit = 0;
  EXPECT_EQ(storyline(w, x, o).error().kind, ErrorKind::usage);
  EXPECT_EQ(storyline(w, EventId{1}, {}).error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace forewhen
