// SPDX-License-Identifier: Apache-2.0
#include "graph/collect.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "forewhen/graph/event_row.h"

namespace forewhen {

bool fits(const EventRow& row, const WindowOptions& options) {
  const Bounds& b = row.bounds;
  const Instant latest_start = std::min(b.latest_start, b.latest_end);
  if (b.earliest_start >= options.window.end || latest_start <= options.window.begin) return false;
  if (!options.undated && b.earliest_start == kOpenPast) return false;
  const bool happened =
      (row.modality == Modality::actual || row.modality == Modality::reported) && row.polarity == Polarity::positive;
  return happened || options.all_modalities;
}

namespace {

class Collecting {
 public:
  Collecting(const EventSource& source, const WindowOptions& options) : source_(source), options_(options) {}

  Result<Collection> everything() {
    const auto cursor = source_.rows(Axis::all, 0, options_.window.end);
    cursor->may_skip_ended(options_.window.begin);
    while (!collection_.cut) {
      Result<std::optional<EventRow>> row = cursor->next();
      if (!row.ok()) return row.error();
      if (!row->has_value()) break;
      take(**row);
    }
    return finish();
  }

  // Level by level, so that a limit cuts off what is farthest.
  Result<Collection> around(EventId seed) {
    const Result<std::optional<Event>> event = source_.find_event(seed);
    if (!event.ok()) return event.error();
    if (!event->has_value()) return Error{ErrorKind::not_found, "no event " + to_string(seed), "", ""};
    known_.insert(seed);
    frontier_ = {row_of(**event)};
    collection_.rows = frontier_;
    for (int hop = 0; hop < options_.hops && !frontier_.empty() && !collection_.cut; ++hop) {
      const std::vector<EventRow> level = std::exchange(frontier_, {});
      if (Status status = read_lists(level); !status.ok()) return status.error();
      if (Status status = read_linked(level); !status.ok()) return status.error();
    }
    return finish();
  }

 private:
  using ListKey = std::pair<Axis, std::uint64_t>;

  bool is_full() const { return options_.limit != 0 && collection_.rows.size() >= options_.limit; }

  void take(const EventRow& row) {
    if (known_.contains(row.event) || !fits(row, options_)) return;
    if (is_full()) {
      collection_.cut = true;
      return;
    }
    known_.insert(row.event);
    collection_.rows.push_back(row);
    frontier_.push_back(row);
  }

  // Where reading begins: what starts later cannot have led to this event.
  Instant end_for(const EventRow& row) const {
    return options_.back_only ? std::min(options_.window.end, row.bounds.latest_start) : options_.window.end;
  }

  Status read_lists(const std::vector<EventRow>& level) {
    std::map<ListKey, Instant> wanted;
    const auto want = [&](ListKey key, Instant end) {
      const auto [at, fresh] = wanted.emplace(key, end);
      if (!fresh) at->second = std::max(at->second, end);
    };
    for (const EventRow& row : level) {
      for (const ActorId actor : row.actors) want({Axis::actor, actor.value}, end_for(row));
      if (row.place) want({Axis::place, row.place.value}, end_for(row));
    }
    for (const auto& [key, end] : wanted) {
      if (Status status = read_list(key, end); !status.ok()) return status;
    }
    return Done{};
  }

  // Reads the part of the list that begins before `end` and was not read at an earlier level.
  Status read_list(const ListKey& key, Instant end) {
    const auto [at, fresh] = read_.emplace(key, end);
    if (!fresh && at->second >= end) return Done{};
    const Instant done = fresh ? kOpenPast : at->second;
    at->second = end;
    const auto cursor = source_.rows(key.first, key.second, end);
    while (!collection_.cut) {
      const Result<std::optional<EventRow>> row = cursor->next();
      if (!row.ok()) return row.error();
      if (!row->has_value() || (!fresh && (*row)->bounds.earliest_start < done)) break;
      take(**row);
    }
    return Done{};
  }

  Status read_linked(const std::vector<EventRow>& level) {
    for (const EventRow& row : level) {
      const Result<std::vector<Link>> links = source_.links_of(row.event);
      if (!links.ok()) return links.error();
      collection_.links.insert(collection_.links.end(), links->begin(), links->end());
      for (const Link& link : *links) {
        const EventId other = link.from == row.event ? link.to : link.from;
        if (known_.contains(other)) continue;
        const Result<std::optional<Event>> event = source_.find_event(other);
        if (!event.ok()) return event.error();
        if (!event->has_value() || (*event)->bounds.earliest_start >= end_for(row)) continue;
        take(row_of(**event));
      }
    }
    return Done{};
  }

  Result<Collection> finish() {
    const Result<GraphCounts> counts = source_.counts();
    if (!counts.ok()) return counts.error();
    // Links of the events that were not expanded: all events in the case of no seed, else the last level.
    const std::vector<EventRow> rest = counts->links == 0 ? std::vector<EventRow>() : std::exchange(frontier_, {});
    for (const EventRow& row : rest) {
      const Result<std::vector<Link>> links = source_.links_of(row.event);
      if (!links.ok()) return links.error();
      collection_.links.insert(collection_.links.end(), links->begin(), links->end());
    }
    std::sort(collection_.links.begin(), collection_.links.end());
    collection_.links.erase(std::unique(collection_.links.begin(), collection_.links.end()), collection_.links.end());
    std::sort(collection_.rows.begin(), collection_.rows.end(), is_newer);
    return std::move(collection_);
  }

  const EventSource& source_;
  const WindowOptions& options_;
  std::unordered_set<EventId> known_;
  std::map<ListKey, Instant> read_;
  std::vector<EventRow> frontier_;
  Collection collection_;
};

}  // namespace

Result<Collection> collect(const EventSource& source, const WindowOptions& options) {
  Collecting collecting(source, options);
  return options.seed ? collecting.around(*options.seed) : collecting.everything();
}

}  // namespace forewhen
