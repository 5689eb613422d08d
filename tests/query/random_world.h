// SPDX-License-Identifier: Apache-2.0
// Small random graphs with everything that is awkward: open bounds, equal times, hubs, self-loops, parallel links,
// contradicting links, what did not happen. The same seed gives the same graph.
#pragma once

#include <random>

#include "tests/query/memory_source.h"

namespace forewhen::testing {

inline Bounds random_bounds(std::mt19937& random) {
  const auto at = [&](int n) { return Instant{seconds{static_cast<int>(random() % n) * 10}}; };
  Bounds b;
  b.earliest_start = at(12);
  b.latest_start = b.earliest_start + seconds{10 * (1 + static_cast<int>(random() % 4))};
  b.earliest_end = b.earliest_start;
  b.latest_end = b.latest_start + seconds{10 * static_cast<int>(random() % 3)};
  if (random() % 6 == 0) b.earliest_start = b.earliest_end = kOpenPast;
  if (random() % 6 == 0) b.latest_start = b.latest_end = kOpenFuture;
  if (random() % 4 == 0) b.latest_end = kOpenFuture;
  return b;
}

inline Event random_event(std::mt19937& random, std::uint64_t id) {
  Event e;
  e.id = EventId{id};
  e.summary = "event " + std::to_string(id);
  e.bounds = random_bounds(random);
  if (random() % 8 == 0) e.modality = static_cast<Modality>(2 + random() % 4);
  if (random() % 20 == 0) e.polarity = Polarity::negative;
  e.type = static_cast<PloverType>(random() % 3);
  const int participants = static_cast<int>(random() % 4);
  for (int i = 0; i < participants; ++i) {
    const std::uint64_t actor = random() % 2 == 0 ? 1 : 1 + random() % 5;  // the first is a hub
    e.participants.push_back(
        {static_cast<Role>(1 + random() % 2), ActorKind::person, ActorId{actor}, "actor " + std::to_string(actor), ""});
  }
  if (random() % 3 == 0) e.place = EventPlace{PlaceId{1 + random() % 3}, "place", "", "", "", {}};
  const int mentions = 1 + static_cast<int>(random() % 2);
  for (int i = 0; i < mentions; ++i) {
    const std::string document = "d" + std::to_string(random() % 6);
    const auto begin = static_cast<std::uint32_t>(id * 10 + i);
    e.mentions.push_back({ClaimId{id * 100 + i}, document, {begin, begin + 1}, "x", {begin, begin + 1}});
  }
  return e;
}

inline MemorySource random_world(unsigned seed) {
  std::mt19937 random(seed);
  MemorySource world;
  const int events = 3 + static_cast<int>(random() % 10);
  for (int i = 1; i <= events; ++i) world.put(random_event(random, i));
  const int links = static_cast<int>(random() % (events + 2));
  for (int i = 0; i < links; ++i) {
    world.links.push_back({EventId{1 + random() % events},
                           EventId{1 + random() % events},
                           static_cast<Relation>(1 + random() % 3),
                           "rule",
                           100,
                           "d0",
                           {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)}});
  }
  return world;
}

}  // namespace forewhen::testing
