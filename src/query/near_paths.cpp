// SPDX-License-Identifier: Apache-2.0
// Paths of one and of two events lie in the lists of the two ends. For those of three, the list of whoever takes part
// in an event of the first end is read when the search comes to that event, so that it ends with the first few events.
#include "query/near_paths.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "forewhen/graph/oldest_start.h"
#include "forewhen/graph/time_labels.h"
#include "query/admission.h"
#include "query/gather.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostRows = 500'000;
constexpr std::size_t kLongest = 3;

class NearSearch {
 public:
  NearSearch(const EventSource& source, const PathEnd& from, const PathEnd& to, const PathOptions& options,
             Admission admission)
      : source_(source), from_(from), to_(to), options_(options), admission_(std::move(admission)) {}

  Result<std::optional<NearPaths>> run() {
    const Result<Instant> oldest = oldest_start(source_, options_.filter.window.begin);
    if (!oldest.ok()) return oldest.error();
    oldest_ = *oldest;
    Result<Rows> a = rows_of(from_.actors), b = rows_of(to_.actors);
    if (!a.ok() || !b.ok()) return a.ok() ? b.error() : a.error();
    for (const EventRow* row : *b) {
      for (const ActorId actor : row->actors) meets_to_[actor].push_back(row);
    }
    for (const bool certain : {true, false}) {
      if (!is_wanted(certain ? Certainty::definite : Certainty::possible, options_.certainty)) continue;
      certain_ = certain, found_ = 0;
      for (std::size_t length = 1; length <= std::min(kLongest, options_.most_contacts) && !done(); ++length) {
        Path path;
        if (Status status = walk(*a, kOpenPast, length, path); !status.ok()) return status.error();
      }
      const bool all = options_.most_contacts <= kLongest && read_ <= kMostRows;
      if (!done() && !all) return std::optional<NearPaths>();
    }
    if (read_ > kMostRows) return std::optional<NearPaths>();
    found_paths_.looked_at = rows_.size();
    found_paths_.left_out.at_least = true;
    collect_rows();
    return std::optional(std::move(found_paths_));
  }

 private:
  using Rows = std::vector<const EventRow*>;
  struct Path {
    Rows rows;
    std::vector<ActorId> actors;
  };

  bool done() const { return found_ >= options_.limit || read_ > kMostRows; }
  static bool is_in(const std::vector<ActorId>& actors, ActorId actor) {
    return std::find(actors.begin(), actors.end(), actor) != actors.end();
  }

  // Events of any of them that may be steps, in the order in which events are told.
  Result<Rows> rows_of(const std::vector<ActorId>& actors) {
    Rows rows;
    for (const ActorId actor : actors) {
      const auto cursor = source_.rows(Axis::actor, actor.value, options_.filter.window.end);
      cursor->may_skip_ended(options_.filter.window.begin);
      while (true) {
        Result<std::optional<EventRow>> row = cursor->next();
        if (!row.ok()) return row.error();
        if (!row->has_value() || (*row)->bounds.earliest_start < oldest_ || ++read_ > kMostRows) break;
        if ((*row)->actors.size() < 2) continue;
        const EventId id = (*row)->event;
        const auto [at, fresh] = rows_.try_emplace(id, **std::move(row));
        Verdict verdict = admission_.judge(at->second);
        if (verdict == Verdict::in && at->second.bounds.earliest_start == kOpenPast && !options_.filter.undated)
          verdict = Verdict::undated;
        if (fresh) count(found_paths_.left_out, verdict);
        if (verdict == Verdict::in) rows.push_back(&at->second);
      }
    }
    const auto is_told_before = [](const EventRow* x, const EventRow* y) {
      return prints_before(x->bounds, x->event, y->bounds, y->event);
    };
    std::sort(rows.begin(), rows.end(), is_told_before);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
  }
  Result<const Rows*> list_of(ActorId actor) {
    const auto known = lists_.find(actor);
    if (known != lists_.end()) return &known->second;
    Result<Rows> rows = rows_of({actor});
    if (!rows.ok()) return rows.error();
    return &lists_.emplace(actor, *std::move(rows)).first->second;
  }

  // Goes on from those whose events `rows` are, to the end in `left` more events.
  Status walk(const Rows& rows, Instant label, std::size_t left, Path& path) {
    for (const EventRow* row : rows) {
      if (done()) return Done{};
      const Contact contact{row->bounds.earliest_start, row->bounds.latest_start, {}};
      if (!can_follow(label, contact, certain_) || std::count(path.rows.begin(), path.rows.end(), row) != 0) continue;
      path.rows.push_back(row);
      const Status status = go_on(*row, label_after(label, contact, certain_), left - 1, path);
      path.rows.pop_back();
      if (!status.ok()) return status;
    }
    return Done{};
  }
  Status go_on(const EventRow& row, Instant label, std::size_t left, Path& path) {
    if (left == 0) {
      const bool arrives =
          std::any_of(row.actors.begin(), row.actors.end(), [this](ActorId actor) { return is_in(to_.actors, actor); });
      if (arrives) keep(path);
      return Done{};
    }
    for (const ActorId actor : row.actors) {
      if (done()) return Done{};
      if (is_in(from_.actors, actor) || is_in(to_.actors, actor) || is_in(path.actors, actor)) continue;
      const Rows* next = nullptr;
      if (left == 1) {
        const auto at = meets_to_.find(actor);
        if (at == meets_to_.end()) continue;
        next = &at->second;
      } else {
        const Result<const Rows*> list = list_of(actor);
        if (!list.ok()) return list.error();
        next = *list;
      }
      path.actors.push_back(actor);
      const Status status = walk(*next, label, left, path);
      path.actors.pop_back();
      if (!status.ok()) return status;
    }
    return Done{};
  }

  void keep(const Path& path) {
    NearPath near{certain_, {}, path.actors};
    for (const EventRow* row : path.rows) near.events.push_back(row->event);
    found_paths_.paths.push_back(std::move(near));
    ++found_;
  }

  void collect_rows() {
    std::map<EventId, const EventRow*> used;
    for (const NearPath& path : found_paths_.paths) {
      for (const EventId event : path.events) used.emplace(event, &rows_.at(event));
    }
    for (const auto& [event, row] : used) found_paths_.rows.push_back(*row);
  }

  const EventSource& source_;
  const PathEnd &from_, &to_;
  const PathOptions& options_;
  Admission admission_;
  std::unordered_map<EventId, EventRow> rows_;  // all that were read
  std::unordered_map<ActorId, Rows> lists_, meets_to_;
  Instant oldest_ = kOpenPast;  // what starts earlier is not wanted
  std::size_t read_ = 0, found_ = 0;
  bool certain_ = false;
  NearPaths found_paths_;
};

}  // namespace

Result<std::optional<NearPaths>> near_paths(const EventSource& source, const PathEnd& from, const PathEnd& to,
                                            const PathOptions& options) {
  Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  return NearSearch(source, from, to, options, *std::move(admission)).run();
}

}  // namespace forewhen
