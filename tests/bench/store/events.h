// SPDX-License-Identifier: Apache-2.0
// Events as data sets have them, made up from a seed: many of them, a few actors in most of them, pairs that meet again
// and again, crises, intervals, and a part that arrives late.
#pragma once

#include <cstdint>
#include <vector>

namespace forewhen::bench {

inline constexpr std::uint32_t kPlaces = 2'000, kTypes = 250;
inline constexpr std::int64_t kDay = 86'400;
inline constexpr std::int64_t kLongest = 366 * kDay;  // no event lasts longer

struct MadeEvent {
  std::int64_t start = 0, end = 0;  // seconds since 1970, half open; no two events start at once
  std::uint32_t actor = 0, recipient = 0, place = 0, type = 0;
};

// In the order of arrival; the number of an event is its place in it. Actors are numbered from 0.
std::vector<MadeEvent> make_events(std::size_t count, std::uint32_t actors, std::uint64_t seed);

// What is asked about the first `known` events. Times are half open.
struct Questions {
  struct Window {
    std::uint32_t of = 0;  // actor or place
    std::int64_t begin = 0, end = 0;
  };
  std::vector<std::size_t> events;  // numbers of events
  std::vector<Window> years;        // of actors, popular ones and others alike
  std::vector<Window> months;       // of places
  struct Journey {
    std::uint32_t from = 0, to = 0;  // actors
    std::int64_t begin = 0;
  };
  std::vector<Journey> journeys;  // from popular actors and others to others and popular ones
};
Questions make_questions(const std::vector<MadeEvent>& events, std::uint32_t actors, std::size_t known,
                         std::size_t count, std::uint64_t seed);

}  // namespace forewhen::bench
