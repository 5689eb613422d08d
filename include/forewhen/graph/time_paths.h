// SPDX-License-Identifier: Apache-2.0
// Paths between vertices through contacts, one after the other in time (H. Wu et al., "Path problems in temporal
// graphs", PVLDB 7, 2014), where contacts have uncertain times. A contact joins all its members; it is an instant, the
// start of an event, that lies somewhere in [earliest_start, latest_start).
//   certain:  every contact is definitely before the next (latest_start <= next.earliest_start)
//   possible: instants can be chosen for all contacts of the path at once so that they follow one another; with
//             half-open bounds that is: earliest_start < latest_start of each later contact
// Only the starts of bounds count.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "forewhen/time/bounds.h"

namespace forewhen {

struct Contact {
  Instant earliest, latest;            // the start, half open
  std::vector<std::uint32_t> members;  // sorted, unique
};

// REQUIRES: contacts sorted in the order in which ties are to be decided; members < vertices.
struct ContactGraph {
  std::size_t vertices = 0;
  std::vector<Contact> contacts;
};

struct TimePath {
  std::vector<std::uint32_t> contacts;  // by number, in order
  std::vector<std::uint32_t> vertices;  // one more: from, ..., to

  friend bool operator==(const TimePath&, const TimePath&) = default;
};

enum class PathMeasure : std::uint8_t {
  earliest,  // arrives first: certain: least latest_start of the last contact; possible: least instant it may have
  latest,    // departs last: certain: greatest earliest_start of the first contact; possible: greatest it may have
  fastest,   // certain: least (latest of the last - earliest of the first); possible: least time it may take
  shortest,  // fewest contacts
};

// When a path departs and arrives: certain: from the first contact's earliest start to the last one's latest;
// possible: departs before `departure`, the least latest start, and arrives from `arrival`, the greatest earliest one,
// on; it may be as quick as max(0, arrival - departure).
struct PathTimes {
  Instant departure, arrival;
};
PathTimes times_of(const ContactGraph& graph, const TimePath& path, bool certain);

// A best path, of equally good ones one of fewest contacts (of equally fast ones first that which arrives first). No
// vertex and no contact stands in it twice.
// REQUIRES: from != to
std::optional<TimePath> best_path(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, PathMeasure measure,
                                  bool certain);

// The first `limit` (0: all) of all paths of at most `most_contacts`: those of fewest contacts first, then by the
// numbers of their contacts and vertices. `cut`: stopped after `most_steps`, there may be more.
struct PathList {
  std::vector<TimePath> paths;
  bool cut = false;
};
PathList all_paths(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, bool certain, std::size_t limit,
                   std::size_t most_contacts, std::size_t most_steps = 2000000);

}  // namespace forewhen
