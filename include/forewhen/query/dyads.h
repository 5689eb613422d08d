// SPDX-License-Identifier: Apache-2.0
// Counts and corners of a selection of events: what two actors did to each other by month, who else took part, what
// came first and last, and what began again after a quiet time. All of it as sure as the bounds are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forewhen/query/before.h"

namespace forewhen {

struct DyadMonth {
  std::string month;  // "2023-03"; empty: the start may lie in more than one, or is not known
  PloverType type = PloverType::none;
  std::uint64_t forward = 0;   // the first is the actor, the second the recipient
  std::uint64_t backward = 0;  // the other way round
  std::uint64_t together = 0;  // in other roles, or in both

  std::uint64_t total() const { return forward + backward + together; }
  friend bool operator==(const DyadMonth&, const DyadMonth&) = default;
};

struct DyadAnswer {
  std::string a, b;               // their names
  std::vector<DyadMonth> months;  // by month, then type; those of no month last
  LeftOut left_out;
};
// Events in which both take part. usage: A and B are the same; not_found, ambiguous as names.h.
Result<DyadAnswer> count_dyad(const EventSource& source, std::string_view a, std::string_view b,
                              const EventFilter& filter = {});

struct Companion {
  Actor actor;
  std::uint64_t events = 0;
  Interval seen;  // from the earliest start of any to the latest of any, as far as they are dated
};
struct CompanionAnswer {
  std::string with;
  std::vector<Companion> actors;  // most events first, then by id
  LeftOut left_out;
};
Result<CompanionAnswer> companions(const EventSource& source, std::string_view with, const EventFilter& filter = {});

struct CornerEvent {
  Event event;
  Certainty certainty = Certainty::possible;
  std::string reason;

  friend bool operator==(const CornerEvent&, const CornerEvent&) = default;
};
struct CornerAnswer {
  std::vector<CornerEvent> events;  // in the order of time
  std::uint64_t among = 0;          // events looked at
  LeftOut left_out;                 // undated ones too, unless the filter wants them
};
// Which event of the selection started first (last). definite: none can have started before (after) it.
Result<CornerAnswer> first_of(const EventSource& source, const EventFilter& filter);
Result<CornerAnswer> last_of(const EventSource& source, const EventFilter& filter);

// Events before whose start none of the selection started for at least `quiet`: no start in [start - quiet, start).
// definite: whatever the starts are within their bounds. REQUIRES: quiet > 0
Result<CornerAnswer> onsets_of(const EventSource& source, const EventFilter& filter, seconds quiet);

}  // namespace forewhen
