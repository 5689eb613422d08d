// SPDX-License-Identifier: Apache-2.0
#include "graph/collect.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "forewhen/graph/event_row.h"
#include "forewhen/graph/oldest_start.h"

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
    const Result<Instant> oldest = oldest_start(source_, options_.window.begin);
    if (!oldest.ok()) return oldest.error();
    const auto cursor = source_.rows(Axis::all, 0, options_.window.end);
    cursor->may_skip_ended(options_.window.begin);
    while (!collection_.cut) {
      Result<std::optional<EventRow>> row = cursor->next();
      if (!row.ok()) return row.error();
      if (!row->has_value() || (*row)->bounds.earliest_start < *oldest) break;
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
    if (Status status = look_around(frontier_.front()); !status.ok()) return status.error();
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

  static constexpr std::size_t kMostNear = 4096;  // rows that are read sooner than the lists of those who meet in them

  // What holds for every question of this one.
  Status look_around(const EventRow& seed) {
    const Result<bool> any_links = source_.any_links();
    if (!any_links.ok()) return any_links.error();
    any_links_ = *any_links;
    const Result<std::optional<seconds>> vagueness = source_.vagueness();
    if (!vagueness.ok()) return vagueness.error();
    if (!*vagueness || is_open(options_.window.begin)) return Done{};
    oldest_ = shifted(options_.window.begin, -**vagueness);
    return options_.limit == 0 ? read_all_near(seed, **vagueness) : Status(Done{});
  }

  // Where all rows that may be wanted are few, they are read at once.
  Status read_all_near(const EventRow& seed, seconds vagueness) {
    Instant end = options_.window.end;
    if (options_.back_only && !is_open(seed.bounds.latest_start))
      end = std::min(end, shifted(seed.bounds.latest_start, vagueness * options_.hops));
    if (is_open(end)) return Done{};
    const auto cursor = source_.rows(Axis::all, 0, end);
    std::vector<EventRow> rows;
    while (rows.size() < kMostNear) {
      Result<std::optional<EventRow>> row = cursor->next();
      if (!row.ok()) return row.error();
      if (!row->has_value() || (*row)->bounds.earliest_start < oldest_) {
        near_ = std::move(rows);
        break;
      }
      rows.push_back(**std::move(row));
    }
    for (std::uint32_t i = 0; near_ && i < near_->size(); ++i) {
      const EventRow& row = (*near_)[i];
      for (const ActorId actor : row.actors) near_of_[{Axis::actor, actor.value}].push_back(i);
      if (row.place) near_of_[{Axis::place, row.place.value}].push_back(i);
    }
    return Done{};
  }

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
    if (near_) {
      if (const auto of = near_of_.find(key); of != near_of_.end())
        for (const std::uint32_t i : of->second)
          if ((*near_)[i].bounds.earliest_start < end) take((*near_)[i]);
      return Done{};
    }
    const auto cursor = source_.rows(key.first, key.second, end);
    while (!collection_.cut) {
      const Result<std::optional<EventRow>> row = cursor->next();
      if (!row.ok()) return row.error();
      if (!row->has_value() || (*row)->bounds.earliest_start < oldest_) break;
      if (!fresh && (*row)->bounds.earliest_start < done) break;
      take(**row);
    }
    return Done{};
  }

  Status read_linked(const std::vector<EventRow>& level) {
    if (!any_links_) return Done{};
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
    const Result<bool> any_links = source_.any_links();
    if (!any_links.ok()) return any_links.error();
    // Links of the events that were not expanded: all events in the case of no seed, else the last level.
    const std::vector<EventRow> rest = *any_links ? std::exchange(frontier_, {}) : std::vector<EventRow>();
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
  bool any_links_ = true;
  Instant oldest_ = kOpenPast;                 // what starts earlier is not within the window
  std::optional<std::vector<EventRow>> near_;  // all rows that may be, where they are few
  std::map<ListKey, std::vector<std::uint32_t>> near_of_;
  Collection collection_;
};

}  // namespace

Result<Collection> collect(const EventSource& source, const WindowOptions& options) {
  Collecting collecting(source, options);
  return options.seed ? collecting.around(*options.seed) : collecting.everything();
}

}  // namespace forewhen
