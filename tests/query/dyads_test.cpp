// SPDX-License-Identifier: Apache-2.0
// Counts against counting, corners against every choice of starts.
#include "forewhen/query/dyads.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;

// Starts that an event may have, in steps that leave room for every order: bounds are multiples of 10.
std::vector<int> starts_of(const Bounds& b) {
  std::vector<int> starts;
  for (int t = 0; t < 60; t += 2) {
    const Instant at{seconds{t}};
    if (b.earliest_start <= at && at < b.latest_start) starts.push_back(t);
  }
  return starts;
}

MemorySource small_world(unsigned seed) {
  std::mt19937 random(seed);
  MemorySource w;
  const int events = 1 + static_cast<int>(random() % 4);
  for (int i = 1; i <= events; ++i) {
    Event e;
    e.id = EventId{static_cast<std::uint64_t>(i)};
    const int from = static_cast<int>(random() % 4) * 10;
    e.bounds.earliest_start = Instant{seconds{from}};
    e.bounds.latest_start = Instant{seconds{from + 10 * (1 + static_cast<int>(random() % 2))}};
    w.put(e);
  }
  return w;
}

// Whether it holds of each event for some and for every choice of starts.
template <class Holds>
std::map<EventId, Certainty> by_trying(const MemorySource& w, Holds holds) {
  std::vector<EventId> ids;
  std::vector<std::vector<int>> starts;
  for (const auto& [id, e] : w.events) ids.push_back(id), starts.push_back(starts_of(e.bounds));
  std::vector<bool> some(ids.size(), false), every(ids.size(), true);
  std::vector<std::size_t> choice(ids.size(), 0);
  while (true) {
    std::vector<int> at;
    for (std::size_t i = 0; i < ids.size(); ++i) at.push_back(starts[i][choice[i]]);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const bool yes = holds(at, i);
      some[i] = some[i] || yes, every[i] = every[i] && yes;
    }
    std::size_t place = 0;
    while (place < choice.size() && ++choice[place] == starts[place].size()) choice[place++] = 0;
    if (place == choice.size()) break;
  }
  std::map<EventId, Certainty> found;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (some[i]) found[ids[i]] = every[i] ? Certainty::definite : Certainty::possible;
  return found;
}

std::map<EventId, Certainty> told(const Result<CornerAnswer>& answer) {
  std::map<EventId, Certainty> found;
  for (const CornerEvent& one : answer->events) found[one.event.id] = one.certainty;
  return found;
}

TEST(Corners, first_last_and_onset_are_those_of_every_choice_of_starts) {
  std::size_t definite = 0;
  for (unsigned seed = 0; seed < 250; ++seed) {
    const MemorySource w = small_world(seed);
    const auto first = told(first_of(w, {}));
    EXPECT_EQ(first, by_trying(w,
                               [](const std::vector<int>& at, std::size_t i) {
                                 return std::all_of(at.begin(), at.end(), [&](int t) { return at[i] <= t; });
                               }))
        << "seed " << seed;
    EXPECT_EQ(told(last_of(w, {})), by_trying(w,
                                              [](const std::vector<int>& at, std::size_t i) {
                                                return std::all_of(at.begin(), at.end(),
                                                                   [&](int t) { return at[i] >= t; });
                                              }))
        << "seed " << seed;
    for (const int quiet : {10, 20}) {
      EXPECT_EQ(told(onsets_of(w, {}, seconds{quiet})),
                by_trying(w,
                          [&](const std::vector<int>& at, std::size_t i) {
                            return std::none_of(at.begin(), at.end(),
                                                [&](int t) { return at[i] - quiet <= t && t < at[i]; });
                          }))
          << "seed " << seed << " quiet " << quiet;
    }
    for (const auto& [id, certainty] : first) definite += certainty == Certainty::definite;
  }
  EXPECT_GT(definite, 30u);
}

TEST(Dyads, counts_are_those_of_counting) {
  std::uint64_t counted = 0;
  for (unsigned seed = 0; seed < 500; ++seed) {
    MemorySource w = testing::random_world(seed);
    if (!w.actors.contains(ActorId{1}) || !w.actors.contains(ActorId{2})) continue;
    EventFilter all;
    all.all_modalities = true;
    const auto dyad = count_dyad(w, "actor 1", "actor 2", all);
    ASSERT_TRUE(dyad.ok());
    std::uint64_t expected = 0, found = 0, forward = 0, told_forward = 0;
    std::map<ActorId, std::uint64_t> beside, told_beside;
    for (const auto& [id, e] : w.events) {
      const auto in = [&](std::uint64_t actor, std::optional<Role> role) {
        return std::any_of(e.participants.begin(), e.participants.end(), [&](const EventParticipant& p) {
          return p.actor.value == actor && (!role || p.role == *role);
        });
      };
      expected += in(1, {}) && in(2, {});
      forward += in(1, Role::actor) && in(2, Role::recipient) && !(in(2, Role::actor) && in(1, Role::recipient));
      for (const ActorId actor : MemorySource::row_of(e).actors)
        if (in(1, {}) && actor.value != 1) ++beside[actor];
    }
    for (const DyadMonth& one : dyad->months) found += one.total(), told_forward += one.forward;
    EXPECT_EQ(found, expected) << seed;
    EXPECT_EQ(told_forward, forward) << seed;
    const auto others = companions(w, "actor 1", all);
    ASSERT_TRUE(others.ok());
    for (const Companion& one : others->actors) told_beside[one.actor.id] = one.events;
    EXPECT_EQ(told_beside, beside) << seed;
    counted += found;
  }
  EXPECT_GT(counted, 50u);
}

TEST(Dyads, a_start_that_may_lie_in_two_months_is_of_none) {
  testing::World w;
  w.add({.name = "raid", .when = "2031-03-05", .actors = {"Lena"}, .recipients = {"Tam"}});
  w.add({.name = "visit", .when = "2031", .actors = {"Tam"}, .recipients = {"Lena"}});
  const auto dyad = count_dyad(w, "Lena", "Tam");
  ASSERT_EQ(dyad->months.size(), 2u);
  EXPECT_EQ(dyad->months[0], (DyadMonth{"2031-03", PloverType::none, 1, 0, 0}));
  EXPECT_EQ(dyad->months[1], (DyadMonth{"", PloverType::none, 0, 1, 0}));
  EXPECT_FALSE(count_dyad(w, "Lena", "Lena").ok());
}

}  // namespace
}  // namespace forewhen
