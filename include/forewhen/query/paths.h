// SPDX-License-Identifier: Apache-2.0
// "How are A and B connected, one event after the other?" Paths from A to B in which every two neighbours take part in
// one event, and each event starts before the next. Certain paths have every event definitely before the next; of
// possible ones the starts can be chosen so. Measures are those of graph/time_paths.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/query/before.h"

namespace forewhen {

// An actor (all who bear the name) or an event: then a path begins or ends with it.
struct PathEnd {
  std::string name;
  std::vector<ActorId> actors;
  std::optional<EventId> event;
};
// An event's id or position ("e0123...", "@d:7") or a row of a data set, else a name of an actor (names.h).
Result<PathEnd> resolve_path_end(const EventSource& source, std::string_view text);

enum class PathKind { earliest, latest, fastest, shortest };
std::string_view name_of(PathKind kind);  // "earliest arrival", "latest departure", "fastest", "shortest"

struct PathOptions {
  EventFilter filter;  // window, places, types ...; undated events only when `filter.undated`
  CertaintyFilter certainty = CertaintyFilter::both;
  bool first_only = false;        // the certain path that arrives first (first_arrival.h); nothing else is read
  std::size_t limit = 0;          // more than 0: that many paths, fewest events first, instead of the best ones
  std::size_t most_contacts = 6;  // of such a path
};

struct PathStep {
  std::string from, to;  // who; empty for the event asked about itself
  ActorId from_actor, to_actor;
  Event event;
  std::string reason;  // how it stands to the step before
};

struct FoundPath {
  bool certain = false;
  // By which measures it is best, of the certain and of the possible paths.
  std::vector<PathKind> best_certain, best_possible;
  // certain: from the earliest start of the first event to the latest start of the last;
  // possible: departs before `departure`, arrives from `arrival` on
  Instant departure, arrival;
  std::vector<PathStep> steps;
};

struct PathAnswer {
  PathEnd from, to;
  std::vector<FoundPath> paths;  // certain ones first, then fewest events, then by time
  LeftOut left_out;
  std::uint64_t looked_at = 0;  // events of at least two actors
  bool cut = false;             // there may be more paths
};

// usage: both ends are one; an end is an event and `first_only`.
Result<PathAnswer> find_paths(const EventSource& source, const PathEnd& from, const PathEnd& to,
                              const PathOptions& options = {});

}  // namespace forewhen
