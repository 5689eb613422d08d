// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <set>

#include "forewhen/query/conflicts.h"
#include "query/statements.h"

namespace forewhen {
namespace {

constexpr std::size_t kAround = 64;         // events looked at for the marks of one
constexpr std::size_t kMarkSteps = 20000;   // along their links
constexpr std::size_t kFew = 64;            // events for which looking around each is quick
constexpr std::size_t kAroundCost = 16;     // events that are read in the time of looking around one
constexpr std::size_t kMostKept = 300000;   // events that are kept in memory for that
constexpr std::size_t kAllSteps = 4000000;  // along all links

// The nearest that links connect with the event, and the event itself.
Result<std::set<EventId>> events_around(const EventSource& source, EventId event) {
  std::set<EventId> seen{event};
  std::deque<EventId> queue{event};
  while (!queue.empty() && seen.size() < kAround) {
    const Result<std::vector<Link>> links = source.links_of(queue.front());
    queue.pop_front();
    if (!links.ok()) return links.error();
    for (const Link& link : *links) {
      for (const EventId end : {link.from, link.to}) {
        if (seen.size() < kAround && seen.insert(end).second) queue.push_back(end);
      }
    }
  }
  return seen;
}

// A row of a data set is one claim, which has no tense and the event's own date: nothing that it says can contradict
// anything but that date itself.
bool says_one_thing(const Event& event) {
  if (event.record.empty() || event.mentions.size() != 1) return false;
  if (!event.time) return true;
  const Bounds& b = event.time->when.bounds;
  const bool starts = is_open(b.earliest_start) || b.earliest_start < std::min(b.latest_start, b.latest_end);
  return starts && (is_open(b.earliest_end) || b.earliest_end < b.latest_end);
}

}  // namespace

Status ConflictMarks::expect(std::size_t events) {
  if (events < kFew || whole_) return Done{};
  const Result<GraphCounts> counts = source_->counts();
  if (!counts.ok()) return counts.error();
  if (events < counts->events / kAroundCost || counts->events > kMostKept) return Done{};
  Statements statements(*source_);
  if (Status status = statements.add_all(); !status.ok()) return status;
  ConflictReport report = statements.conflicts(kAllSteps);
  if (report.at_least) return Done{};  // not all of them are known
  for (const Conflict& conflict : report.conflicts) {
    for (const EventId id : conflict.events) conflicts_[id].push_back(conflict);
  }
  whole_ = true;
  return Done{};
}

Result<std::vector<ConflictKind>> ConflictMarks::of(const Event& event) {
  if (const auto known = known_.find(event.id); known != known_.end()) return known->second;
  if (!whole_) return look_around(event);
  const auto at = conflicts_.find(event.id);
  if (at == conflicts_.end()) return std::vector<ConflictKind>();
  const Result<std::set<EventId>> around = events_around(*source_, event.id);
  if (!around.ok()) return around.error();
  std::set<ConflictKind> kinds;
  for (const Conflict& conflict : at->second) {
    // A smallest set among all statements is one among those around the event, if it is there at all.
    const bool near = std::includes(around->begin(), around->end(), conflict.events.begin(), conflict.events.end());
    if (near) kinds.insert(conflict.kind);
  }
  return known_[event.id] = {kinds.begin(), kinds.end()};
}

Result<std::vector<ConflictKind>> ConflictMarks::look_around(const Event& of) {
  if (!any_links_) {
    const Result<bool> any_links = source_->any_links();
    if (!any_links.ok()) return any_links.error();
    any_links_ = *any_links;
  }
  if (!*any_links_ && says_one_thing(of)) return std::vector<ConflictKind>();
  const EventId event = of.id;
  const Result<std::set<EventId>> around =
      *any_links_ ? events_around(*source_, event) : Result<std::set<EventId>>({event});
  if (!around.ok()) return around.error();
  Statements statements(*source_);
  for (const EventId id : *around) {
    if (id == event) {
      if (Status status = statements.add(of); !status.ok()) return status.error();
      continue;
    }
    const Result<std::optional<Event>> found = source_->find_event(id);
    if (!found.ok()) return found.error();
    if (!found->has_value()) continue;
    if (Status status = statements.add(**found); !status.ok()) return status.error();
  }
  if (*any_links_) {
    if (Status status = statements.add_links(); !status.ok()) return status.error();
  }
  std::map<EventId, std::set<ConflictKind>> kinds;
  for (const Conflict& conflict : statements.conflicts(kMarkSteps).conflicts) {
    for (const EventId id : conflict.events) kinds[id].insert(conflict.kind);
  }
  // All events around it are known now, unless some stand outside.
  if (around->size() < kAround) {
    for (const EventId id : *around) known_[id] = {kinds[id].begin(), kinds[id].end()};
  } else {
    known_[event] = {kinds[event].begin(), kinds[event].end()};
  }
  return known_[event];
}

}  // namespace forewhen
