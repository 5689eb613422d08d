// SPDX-License-Identifier: Apache-2.0
// The certain path that arrives first, without reading more than that takes: "when could word of it have come from A to
// B at the earliest?" Wu et al. (PVLDB 7, 2014), section 4.1: one pass over the events in the order of time. It begins
// with A's first event and stops as soon as somebody has been reached whom B meets next.
#pragma once

#include <optional>
#include <vector>

#include "forewhen/query/filter.h"

namespace forewhen {

struct FirstArrival {
  Instant arrival;             // the latest start of the last event; half open
  std::vector<EventRow> path;  // one event after the other; neighbours have an actor in common
  LeftOut left_out;            // of the events looked at
  std::uint64_t looked_at = 0;
};

// From any of `from` to any of `to` through events each of which definitely starts before the next, and none before
// `filter.window.begin` for certain. Of several paths that arrive then, the one of the last event that starts first
// (equal ones by id), and so on back. No path: `path` is empty. REQUIRES: nobody is in both.
Result<FirstArrival> first_arrival(const EventSource& source, const std::vector<ActorId>& from,
                                   const std::vector<ActorId>& to, const EventFilter& filter = {});

}  // namespace forewhen
