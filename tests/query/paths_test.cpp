// SPDX-License-Identifier: Apache-2.0
// Paths between actors against all walks of small random graphs, with hubs, open bounds and equal times.
#include "forewhen/query/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "query/gather.h"
#include "tests/query/random_world.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

using testing::MemorySource;

constexpr std::uint64_t kMostActors = 7;

// Pairs in a row rather than hubs, mostly at sharp times, so that long paths are the only ones.
MemorySource thread_of_pairs(unsigned seed) {
  std::mt19937 random(seed);
  MemorySource world;
  for (std::uint64_t id = 1; id <= 12; ++id) {
    Event e;
    e.id = EventId{id};
    const Instant start{seconds{static_cast<int>(random() % 20) * 10}};
    const seconds wide{random() % 4 == 0 ? 60 : 10};
    e.bounds = {start, start + wide, start, start + wide};
    const std::uint64_t first = 1 + random() % (kMostActors - 1);
    for (const std::uint64_t actor : {first, first + 1})
      e.participants.push_back({Role::actor, ActorKind::person, ActorId{actor}, "actor " + std::to_string(actor), ""});
    world.put(e);
  }
  return world;
}

struct Walk {
  std::vector<const Event*> events;
  std::vector<ActorId> actors;  // between them
};

bool happened(const Event& event) {
  return (event.modality == Modality::actual || event.modality == Modality::reported) &&
         event.polarity == Polarity::positive;
}

bool follows(const Walk& walk, const Event& next, bool certain) {
  for (const Event* event : walk.events) {
    if (event->id == next.id) return false;
    const bool ok = certain ? event != walk.events.back() || event->bounds.latest_start <= next.bounds.earliest_start
                            : event->bounds.earliest_start < next.bounds.latest_start;
    if (!ok) return false;
  }
  return true;
}

void extend(const MemorySource& world, bool undated, bool certain, std::size_t most, ActorId to, Walk& walk, ActorId at,
            ActorId from, std::vector<Walk>& found) {
  if (walk.events.size() == most) return;
  for (const auto& [id, event] : world.events) {
    const auto takes_part = [&](ActorId actor) {
      return std::any_of(event.participants.begin(), event.participants.end(),
                         [&](const EventParticipant& p) { return p.actor == actor; });
    };
    if (!happened(event) || (event.bounds.earliest_start == kOpenPast && !undated) || !takes_part(at)) continue;
    if (!follows(walk, event, certain)) continue;
    walk.events.push_back(&event);
    if (takes_part(to)) found.push_back(walk);
    for (std::uint64_t a = 1; a <= kMostActors; ++a) {
      const ActorId next{a};
      if (next == at || next == from || next == to || !takes_part(next)) continue;
      if (std::find(walk.actors.begin(), walk.actors.end(), next) != walk.actors.end()) continue;
      walk.actors.push_back(next);
      extend(world, undated, certain, most, to, walk, next, from, found);
      walk.actors.pop_back();
    }
    walk.events.pop_back();
  }
}

// In the order in which the first of them are wanted.
bool comes_first(const Walk& x, const Walk& y) {
  if (x.events.size() != y.events.size()) return x.events.size() < y.events.size();
  for (std::size_t i = 0; i < x.events.size(); ++i) {
    if (x.events[i] != y.events[i])
      return prints_before(x.events[i]->bounds, x.events[i]->id, y.events[i]->bounds, y.events[i]->id);
    if (i < x.actors.size() && x.actors[i] != y.actors[i]) return x.actors[i] < y.actors[i];
  }
  return false;
}

using Told = std::tuple<std::vector<EventId>, std::vector<ActorId>>;
Told told(const Walk& walk) {
  Told out;
  for (const Event* event : walk.events) std::get<0>(out).push_back(event->id);
  std::get<1>(out) = walk.actors;
  return out;
}
Told told(const FoundPath& path) {
  Told out;
  for (const PathStep& step : path.steps) {
    std::get<0>(out).push_back(step.event.id);
    if (&step != &path.steps.back()) std::get<1>(out).push_back(step.to_actor);
  }
  return out;
}

TEST(Paths, the_first_ones_are_those_of_trying_every_walk) {
  std::size_t some = 0, none = 0, long_ones = 0;
  for (unsigned seed = 0; seed < static_cast<unsigned>(trials(1500)); ++seed) {
    std::mt19937 random(seed);
    const MemorySource world = seed % 2 ? thread_of_pairs(seed) : testing::random_world(seed);
    const ActorId a{1 + random() % 5}, b{1 + random() % 5};
    if (a == b) continue;
    PathOptions options;
    options.filter.undated = random() % 3 == 0;
    options.limit = random() % 2 ? 1 + random() % 6 : 60;  // few from lists, many from everything
    options.most_contacts = 1 + random() % 5;
    for (const bool certain : {true, false}) {
      options.certainty = certain ? CertaintyFilter::definite : CertaintyFilter::possible;
      std::vector<Walk> walks;
      Walk start;
      extend(world, options.filter.undated, certain, options.most_contacts, b, start, a, a, walks);
      std::sort(walks.begin(), walks.end(), comes_first);
      if (walks.size() > options.limit) walks.resize(options.limit);
      const auto answer = find_paths(world, {"a", {a}, {}}, {"b", {b}, {}}, options);
      ASSERT_TRUE(answer.ok());
      std::vector<Told> wanted, got;
      for (const Walk& walk : walks) wanted.push_back(told(walk));
      for (const FoundPath& path : answer->paths) got.push_back(told(path));
      // Among possible ones those that are certain are told first.
      std::sort(wanted.begin(), wanted.end());
      std::sort(got.begin(), got.end());
      EXPECT_EQ(got, wanted) << "seed " << seed << " certain " << certain;
      EXPECT_EQ(answer->cut, walks.size() == options.limit);
      (walks.empty() ? none : some) += 1;
      for (const Walk& walk : walks) long_ones += walk.events.size() > 3;
    }
  }
  EXPECT_GT(some, 300u);
  EXPECT_GT(none, 300u);
  EXPECT_GT(long_ones, 20u);
}

TEST(Paths, the_best_are_those_of_trying_every_walk) {
  std::size_t some = 0;
  for (unsigned seed = 0; seed < static_cast<unsigned>(trials(600)); ++seed) {
    std::mt19937 random(seed);
    const MemorySource world = testing::random_world(seed);
    const ActorId a{1 + random() % 5}, b{1 + random() % 5};
    if (a == b) continue;
    std::vector<Walk> walks;
    Walk start;
    extend(world, false, true, 12, b, start, a, a, walks);
    PathOptions options;
    options.certainty = CertaintyFilter::definite;
    const auto answer = find_paths(world, {"a", {a}, {}}, {"b", {b}, {}}, options);
    ASSERT_TRUE(answer.ok());
    ASSERT_EQ(answer->paths.empty(), walks.empty()) << "seed " << seed;
    for (const FoundPath& path : answer->paths) {
      ++some;
      const bool known = std::any_of(walks.begin(), walks.end(), [&](const Walk& w) { return told(w) == told(path); });
      EXPECT_TRUE(known) << "seed " << seed;
      for (const PathKind kind : path.best_certain) {
        for (const Walk& walk : walks) {
          const Bounds &first = walk.events.front()->bounds, &last = walk.events.back()->bounds;
          if (kind == PathKind::earliest) EXPECT_LE(path.arrival, last.latest_start) << "seed " << seed;
          if (kind == PathKind::latest) EXPECT_GE(path.departure, first.earliest_start) << "seed " << seed;
          if (kind == PathKind::shortest) EXPECT_LE(path.steps.size(), walk.events.size()) << "seed " << seed;
          const bool ends = !is_open(last.latest_start) && !is_open(path.arrival);
          if (kind == PathKind::fastest && ends)
            EXPECT_LE(path.arrival - path.departure, last.latest_start - first.earliest_start) << "seed " << seed;
        }
      }
    }
  }
  EXPECT_GT(some, 100u);
}

}  // namespace
}  // namespace forewhen
