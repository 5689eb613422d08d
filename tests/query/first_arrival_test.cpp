// SPDX-License-Identifier: Apache-2.0
// The first arrival against all walks of small random graphs, and against paths that are read whole on larger ones.
#include "forewhen/query/first_arrival.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "forewhen/query/paths.h"
#include "tests/query/random_world.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

using testing::MemorySource;

constexpr std::int64_t kDay = 86400;

EventFilter since(std::optional<Instant> begin) {
  EventFilter filter;
  if (begin) filter.window.begin = *begin;
  return filter;
}

bool is_step(const Event& event, const EventFilter& filter) {
  const bool happened = (event.modality == Modality::actual || event.modality == Modality::reported) &&
                        event.polarity == Polarity::positive;
  return happened && event.bounds.earliest_start != kOpenPast && event.bounds.earliest_start >= filter.window.begin;
}

bool has(const Event& event, ActorId actor) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const EventParticipant& p) { return p.actor == actor; });
}

// When somebody is reached, by trying every walk.
void walk(const MemorySource& world, const EventFilter& filter, ActorId at, ActorId to, Instant label,
          std::vector<EventId>& used, std::optional<Instant>& best) {
  for (const auto& [id, event] : world.events) {
    const bool again = std::find(used.begin(), used.end(), id) != used.end();
    if (again || !is_step(event, filter) || !has(event, at) || event.bounds.earliest_start < label) continue;
    for (const EventParticipant& p : event.participants) {
      if (!p.actor || p.actor == at) continue;
      const Instant next = event.bounds.latest_start;
      if (p.actor == to) {
        best = best ? std::min(*best, next) : next;
        continue;
      }
      used.push_back(id);
      walk(world, filter, p.actor, to, next, used, best);
      used.pop_back();
    }
  }
}

void expect_path(const FirstArrival& found, const MemorySource& world, ActorId from, ActorId to,
                 const EventFilter& filter) {
  Instant label = kOpenPast;
  for (const EventRow& row : found.path) {
    EXPECT_TRUE(is_step(world.events.at(row.event), filter));
    EXPECT_LE(label, row.bounds.earliest_start);
    label = row.bounds.latest_start;
  }
  EXPECT_EQ(label, found.arrival);
  EXPECT_TRUE(has(world.events.at(found.path.front().event), from));
  EXPECT_TRUE(has(world.events.at(found.path.back().event), to));
  for (std::size_t i = 0; i + 1 < found.path.size(); ++i) {
    std::vector<ActorId> common;
    std::set_intersection(found.path[i].actors.begin(), found.path[i].actors.end(), found.path[i + 1].actors.begin(),
                          found.path[i + 1].actors.end(), std::back_inserter(common));
    EXPECT_FALSE(common.empty());
  }
}

TEST(FirstArrivals, are_those_of_trying_every_walk) {
  std::size_t reached = 0, longer = 0, without = 0;
  for (unsigned seed = 0; seed < trials(2000); ++seed) {
    std::mt19937 random(seed);
    const MemorySource world = testing::random_world(seed);
    const std::uint64_t a = 1 + random() % 5, b = 1 + random() % 5;
    if (a == b) continue;
    const EventFilter filter =
        since(random() % 2 ? std::optional<Instant>() : Instant{seconds{static_cast<int>(random() % 12) * 10}});
    std::optional<Instant> best;
    std::vector<EventId> used;
    walk(world, filter, ActorId{a}, ActorId{b}, kOpenPast, used, best);
    const auto found = first_arrival(world, {ActorId{a}}, {ActorId{b}}, filter);
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->path.empty(), !best) << "seed " << seed;
    if (!best) {
      ++without;
      continue;
    }
    EXPECT_EQ(found->arrival, *best) << "seed " << seed;
    expect_path(*found, world, ActorId{a}, ActorId{b}, filter);
    ++reached, longer += found->path.size() > 1;
  }
  EXPECT_GT(reached, 200u);
  EXPECT_GT(longer, 20u);
  EXPECT_GT(without, 200u);
}

// Many events of a few hubs and many others, so that budgets run out and the list of all is read.
MemorySource crowd(std::mt19937& random) {
  MemorySource world;
  const int actors = 5 + static_cast<int>(random() % 60);
  const int events = 50 + static_cast<int>(random() % 250);
  for (int i = 1; i <= events; ++i) {
    Event e;
    e.id = EventId{static_cast<std::uint64_t>(i)};
    const std::int64_t start = static_cast<std::int64_t>(random() % 400) * kDay / 8;
    const std::int64_t wide = random() % 5 == 0 ? kDay * static_cast<std::int64_t>(1 + random() % 20) : 1;
    e.bounds = {Instant{seconds{start}}, Instant{seconds{start + wide}}, Instant{seconds{start}},
                Instant{seconds{start + wide}}};
    for (int n = 1 + static_cast<int>(random() % 3); n > 0; --n) {
      const std::uint64_t actor = random() % 3 == 0 ? 1 + random() % 2 : 1 + random() % actors;
      e.participants.push_back({Role::actor, ActorKind::person, ActorId{actor}, "actor", ""});
    }
    world.put(e);
  }
  return world;
}

TEST(FirstArrivals, arrive_when_paths_that_are_read_whole_do) {
  std::size_t reached = 0, without = 0;
  for (unsigned seed = 0; seed < trials(600); ++seed) {
    std::mt19937 random(seed);
    const MemorySource world = crowd(random);
    const ActorId a{1 + random() % 40}, b{1 + random() % 40};
    if (a == b) continue;
    PathOptions options;
    options.certainty = CertaintyFilter::definite;
    const auto all = find_paths(world, {"a", {a}, {}}, {"b", {b}, {}}, options);
    const auto found = first_arrival(world, {a}, {b});
    options.first_only = true;
    const auto told = find_paths(world, {"a", {a}, {}}, {"b", {b}, {}}, options);
    ASSERT_TRUE(all.ok() && found.ok() && told.ok());
    ASSERT_EQ(all->paths.empty(), found->path.empty()) << "seed " << seed;
    ASSERT_EQ(all->paths.empty(), told->paths.empty()) << "seed " << seed;
    if (all->paths.empty()) {
      ++without;
      continue;
    }
    const auto earliest = std::min_element(all->paths.begin(), all->paths.end(),
                                           [](const auto& x, const auto& y) { return x.arrival < y.arrival; });
    EXPECT_EQ(found->arrival, earliest->arrival) << "seed " << seed;
    EXPECT_EQ(told->paths.front().arrival, earliest->arrival) << "seed " << seed;
    EXPECT_EQ(told->paths.front().best_certain, std::vector<PathKind>{PathKind::earliest});
    expect_path(*found, world, a, b, {});
    ++reached;
  }
  EXPECT_GT(reached, 100u);
  EXPECT_GT(without, 20u);
}

TEST(FirstArrivals, hand_on_what_the_source_says_of_its_disk) {
  MemorySource world;
  world.fail = true;
  EXPECT_FALSE(first_arrival(world, {ActorId{1}}, {ActorId{2}}).ok());
}

}  // namespace
}  // namespace forewhen
