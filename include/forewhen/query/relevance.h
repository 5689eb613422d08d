// SPDX-License-Identifier: Apache-2.0
// How much an event that precedes or follows another has to do with it, in points that a person can check. It is an
// order of reading, no probability.
//
//   link     40  a source states the order of just these two; 20 through other events
//   actors   of each actor in common 30, divided by the whole part of log2 of the number of events that the actor takes
//            part in (counted up to 1,024); all together at most 40
//   time     20, divided by 1 + the whole part of log2(1 + days between the two at most); 0 where that is not known
//   sources  5, 8 or 10 for two, three, more independent sources
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/query/corroboration.h"
#include "forewhen/time/bounds.h"

namespace forewhen {

struct ActorRarity {
  ActorId actor;
  std::string name;
  std::uint64_t events = 0;  // kMostCounted: that many or more
  int points = 0;

  friend bool operator==(const ActorRarity&, const ActorRarity&) = default;
};

struct Relevance {
  static constexpr std::uint64_t kMostCounted = 1024;
  static constexpr int kMostActors = 40, kMostSources = 10;

  int link = 0, actors = 0, time = 0, sources = 0;
  std::vector<ActorRarity> shared;  // by actor
  std::optional<std::int64_t> days;
  std::uint64_t independent = 1;

  int score() const { return link + actors + time + sources; }
  friend bool operator==(const Relevance&, const Relevance&) = default;
};

enum class StatedOrder { none, by_chain, directly };

int points_of(StatedOrder stated);
int points_of_rarity(std::uint64_t events);
// Days between the two starts at most, whole ones; 0 for the same day. Nothing where a bound is open.
std::optional<std::int64_t> days_between(const Bounds& earlier, const Bounds& later);
int points_of_days(std::optional<std::int64_t> days);
int points_of_sources(std::uint64_t independent);

// "relevance 56: a source states the order (40), Lena Moravec is in 8 events (10), 3 days apart at most (6)".
std::string to_string(const Relevance& relevance);

}  // namespace forewhen
