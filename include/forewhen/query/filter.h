// SPDX-License-Identifier: Apache-2.0
// Which events a question looks at: window of time, actors, places, types, and whether what did not happen counts.
// Plain values; names are resolved before (names.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

struct EventFilter {
  // Events that may have started within the window: earliest_start < end and latest_start > begin, and not over by then
  // (latest_end > begin). Events of which no
  // earliest start is known are left out (and counted) as soon as `window.begin` is set, unless `undated` is true.
  Interval window;
  bool undated = false;
  // Each list stands for one name that was asked for: at least one actor of every list takes part.
  std::vector<std::vector<ActorId>> actors;
  std::vector<PlaceId> places;    // at any of them; empty: anywhere
  std::vector<PloverType> types;  // of any of them; empty: of any and none
  std::string document;           // mentioned there; empty: anywhere
  // Planned, hypothetical and negated events are left out and counted, unless this is true.
  bool all_modalities = false;

  friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

// What a filter left out although everything else about it fitted. `unlikely`: BeforeOptions::unlikely.
struct LeftOut {
  std::uint64_t planned = 0, hypothetical = 0, negated = 0, undated = 0, unlikely = 0;
  bool at_least = false;  // the question stopped at its limit: there may be more

  std::uint64_t total() const { return planned + hypothetical + negated + undated + unlikely; }
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// "3 planned, 1 negated left out", empty for none.
std::string to_string(const LeftOut& left_out);

// "2021-11-05", "2021-11" ... as --since and --until give them; empty text leaves that side open. Half open: `until`
// is the start of the unit, so --until 2021-11-07 leaves the 7th out. refused: a date that cannot be, or since >=
// until.
Result<Interval> parse_window(std::string_view since, std::string_view until);

// "90d", "36h", "2w", "45m", "30s"; a bare number is days. refused: anything else, or more than 1,000,000 days.
Result<seconds> parse_duration(std::string_view text);

}  // namespace forewhen
