// SPDX-License-Identifier: Apache-2.0
#include "timeline/close_order.h"

#include <algorithm>
#include <map>

namespace forewhen {
namespace {

// `earlier` starts no later than `later`.
struct Edge {
  std::size_t earlier, later;
};

// The starts that a local event may have by its own words and the day of its report.
Bounds own_start(const LocalEvent& event) {
  Bounds start;
  for (const Claim& claim : event.claims) {
    if (!claim.time) continue;
    const Bounds& said = claim.time->when.bounds;
    const Instant earliest = std::max(start.earliest_start, said.earliest_start);
    const Instant latest = std::min(start.latest_start, said.latest_start);
    if (earliest < latest) start.earliest_start = earliest, start.latest_start = latest;
  }
  const bool happened = std::any_of(event.claims.begin(), event.claims.end(), [](const Claim& claim) {
    return claim.modality == Modality::actual || claim.modality == Modality::reported;
  });
  if (event.published && happened && start.earliest_start < event.published->extent().end)
    start.latest_start = std::min(start.latest_start, event.published->extent().end);
  return start;
}

std::vector<Edge> edges_between(const std::vector<LocalEvent>& events, const std::vector<ClaimLink>& links) {
  std::map<ClaimId, std::size_t> home;
  for (std::size_t i = 0; i < events.size(); ++i) {
    for (const Claim& claim : events[i].claims) home[claim.id] = i;
  }
  std::vector<Edge> edges;
  for (const ClaimLink& link : links) {
    const auto from = home.find(link.from), to = home.find(link.to);
    if (link.weight < kLeastTrust || from == home.end() || to == home.end() || from->second == to->second) continue;
    edges.push_back({from->second, to->second});
    if (link.relation == Relation::simultaneous) edges.push_back({to->second, from->second});
  }
  return edges;
}

}  // namespace

void close_order(std::vector<LocalEvent>& events, const std::vector<ClaimLink>& links) {
  const std::vector<Edge> edges = edges_between(events, links);
  if (edges.empty()) return;
  std::vector<Bounds> starts;
  for (const LocalEvent& event : events) starts.push_back(own_start(event));
  // A bound moves along each edge at most once a round, and over a chain of n events in n rounds.
  bool moved = true;
  for (std::size_t round = 0; moved && round < events.size(); ++round) {
    moved = false;
    for (const Edge& edge : edges) {
      Bounds &earlier = starts[edge.earlier], &later = starts[edge.later];
      const Instant earliest = std::max(later.earliest_start, earlier.earliest_start);
      const Instant latest = std::min(earlier.latest_start, later.latest_start);
      if (earliest >= later.latest_start || earlier.earliest_start >= latest) continue;
      moved |= earliest != later.earliest_start || latest != earlier.latest_start;
      later.earliest_start = earliest;
      earlier.latest_start = latest;
    }
  }
  for (std::size_t i = 0; i < events.size(); ++i) events[i].order = starts[i];
}

}  // namespace forewhen
