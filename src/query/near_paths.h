// SPDX-License-Identifier: Apache-2.0
// The first paths between two actors when they are near each other, from the lists of the two and of those in between,
// where the list of all events need not be read.
#pragma once

#include <optional>
#include <vector>

#include "forewhen/query/paths.h"

namespace forewhen {

struct NearPath {
  bool certain = false;  // of the search for certain paths or of that for possible ones
  std::vector<EventId> events;
  std::vector<ActorId> actors;  // between the events: one fewer
};
struct NearPaths {
  std::vector<NearPath> paths;  // certain ones first, each kind in the order of graph/time_paths.h, all_paths
  std::vector<EventRow> rows;   // of the paths, each once
  std::uint64_t looked_at = 0;
  LeftOut left_out;
};

// Exactly the first `options.limit` paths of each kind that is wanted; nothing when they may be longer than three
// events or too much would have to be read. REQUIRES: both ends are actors; options.limit is not 0.
Result<std::optional<NearPaths>> near_paths(const EventSource& source, const PathEnd& from, const PathEnd& to,
                                            const PathOptions& options);

}  // namespace forewhen
