// SPDX-License-Identifier: Apache-2.0
// A label is when somebody has been reached for certain: the latest start of the event that did it. Forward, events are
// taken in the order of time, from the lists of those reached as long as they are few, then from the list of all. Back,
// whom B meets is looked up in B's own list, and whom those met before in theirs, within a budget of rows; what that
// leaves open is decided when the pass has come so far.
#include "forewhen/query/first_arrival.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "query/admission.h"
#include "query/rows_from.h"

namespace forewhen {
namespace {

class Arriving {
 public:
  Arriving(const EventSource& source, const std::vector<ActorId>& to, const EventFilter& filter, Admission admission,
           Instant begin)
      : source_(source), to_(to), filter_(filter), admission_(std::move(admission)), begin_(begin), passed_(begin) {
    found_.left_out.at_least = true;  // what comes later is not looked at
  }

  Result<FirstArrival> run(const std::vector<ActorId>& from) {
    for (const ActorId actor : from) {
      reached_.emplace(actor, Reached{});
      if (Status status = follow(actor); !status.ok()) return status.error();
    }
    for (const ActorId actor : to_) {
      if (Status status = meet(actor); !status.ok()) return status.error();
    }
    if (last_) tell_path(*std::move(last_));
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kFew = 12, kFirstRows = 16, kForward = 8;
  static constexpr int kDeepest = 6;

  struct Step {
    EventRow row;
    ActorId by;  // who takes part in it and has been reached before
  };
  struct Reached {
    Instant when = kOpenPast;
    std::optional<std::size_t> step;  // of steps_; nothing for those from whom the paths go
  };

  // B's events in their order, as long as one can arrive earlier than the best known.
  Status meet(ActorId actor) {
    RowsFrom rows(source_, Axis::actor, actor.value, begin_);
    while (true) {
      Result<std::optional<EventRow>> row = rows.next();
      if (!row.ok()) return row.error();
      if (!row->has_value()) return Done{};
      const Bounds& bounds = (*row)->bounds;
      const Instant end = last_ ? std::min(found_.arrival, filter_.window.end) : filter_.window.end;
      if (bounds.earliest_start >= end) return Done{};
      if (verdict_of(**row) != Verdict::in || (last_ && bounds.latest_start >= found_.arrival)) continue;
      if (Status status = settle(**row); !status.ok()) return status;
      const std::optional<ActorId> by = reached_before(**row);
      if (!by) continue;
      found_.arrival = bounds.latest_start;
      last_ = Step{**std::move(row), *by};
    }
  }

  Verdict verdict_of(const EventRow& row) const {
    if (row.actors.size() < 2 || row.bounds.earliest_start < filter_.window.begin) return Verdict::out;
    const Verdict verdict = admission_.judge(row);
    const bool undated = row.bounds.earliest_start == kOpenPast && !filter_.undated;
    return verdict == Verdict::in && undated ? Verdict::undated : verdict;
  }

  // Of those who have been reached before the event, the one reached first; equal ones by id.
  std::optional<ActorId> reached_before(const EventRow& row) const {
    std::optional<ActorId> best;
    Instant when;
    for (const ActorId actor : row.actors) {
      const auto at = reached_.find(actor);
      if (at == reached_.end() || at->second.when > row.bounds.earliest_start) continue;
      if (!best || at->second.when < when) best = actor, when = at->second.when;
    }
    return best;
  }

  enum class Decision { yes, no, open };

  // Whether somebody of the event is reached before it; then reached_before() knows whom.
  Status settle(const EventRow& goal) {
    for (std::size_t rows = kFirstRows;; rows *= 2) {
      std::size_t budget = rows;
      const Result<Decision> decision = look_back(goal, 0, budget);
      if (!decision.ok()) return decision.error();
      if (*decision != Decision::open) return Done{};
      for (std::size_t i = 0; i < kForward * rows && passed_ < goal.bounds.earliest_start; ++i) {
        if (Status status = step_forward(); !status.ok()) return status;
        if (reached_before(goal)) return Done{};
      }
    }
  }

  Result<Decision> look_back(const EventRow& goal, int depth, std::size_t& budget) {
    if (reached_before(goal)) return Decision::yes;
    if (passed_ >= goal.bounds.earliest_start) return Decision::no;
    if (depth == kDeepest) return Decision::open;
    bool open = false;
    for (const ActorId actor : goal.actors) {
      if (std::find(to_.begin(), to_.end(), actor) != to_.end()) continue;
      const Result<Decision> decision = was_reached(actor, goal.bounds.earliest_start, depth, budget);
      if (!decision.ok() || *decision == Decision::yes) return decision;
      open |= *decision == Decision::open;
    }
    return open ? Decision::open : Decision::no;
  }

  // By an event that the pass has not come to yet.
  Result<Decision> was_reached(ActorId actor, Instant before, int depth, std::size_t& budget) {
    bool open = false;
    RowsFrom rows(source_, Axis::actor, actor.value, passed_);
    while (true) {
      Result<std::optional<EventRow>> row = rows.next();
      if (!row.ok()) return row.error();
      if (!row->has_value() || (*row)->bounds.earliest_start >= before) break;
      if (budget == 0) return Decision::open;
      --budget, ++found_.looked_at;
      if ((*row)->bounds.latest_start > before || verdict_of(**row) != Verdict::in) continue;
      const Result<Decision> decision = look_back(**row, depth + 1, budget);
      if (!decision.ok()) return decision.error();
      open |= *decision == Decision::open;
      if (*decision != Decision::yes) continue;
      reach({**row, *reached_before(**row)}, {actor});
      if (pass_) return Decision::yes;
      const Status followed = follow(actor);
      return followed.ok() ? Result<Decision>(Decision::yes) : followed.error();
    }
    return open ? Decision::open : Decision::no;
  }

  Status step_forward() {
    if (followed_.size() > kFew && !pass_) pass_.emplace(source_, Axis::all, 0, passed_);
    Result<std::optional<EventRow>> row = pass_ ? pass_->next() : next_followed();
    if (!row.ok()) return row.error();
    if (!row->has_value()) {
      passed_ = kOpenFuture;
      return Done{};
    }
    // Others may start with it.
    passed_ = (*row)->bounds.earliest_start;
    return pass(**std::move(row));
  }

  Status pass(EventRow row) {
    if (row.actors.size() >= 2) ++found_.looked_at;
    const std::optional<ActorId> by = reached_before(row);
    const Verdict verdict = verdict_of(row);
    count(found_.left_out, verdict);
    if (!by || verdict != Verdict::in) return Done{};
    std::vector<ActorId> actors;
    for (const ActorId actor : row.actors) {
      if (std::find(to_.begin(), to_.end(), actor) == to_.end()) actors.push_back(actor);
    }
    reach({std::move(row), *by}, actors);
    for (std::size_t i = 0; i < actors.size() && !pass_; ++i) {
      if (Status status = follow(actors[i]); !status.ok()) return status;
    }
    return Done{};
  }

  void reach(Step step, const std::vector<ActorId>& actors) {
    const Instant when = step.row.bounds.latest_start;
    bool used = false;
    for (const ActorId actor : actors) {
      const auto [at, fresh] = reached_.try_emplace(actor);
      if (!fresh && at->second.when <= when) continue;
      at->second = {when, steps_.size()};
      used = true;
    }
    if (used) steps_.push_back(std::move(step));
  }

  // The events of those reached, in the order of time; an event comes once for each of them.
  struct Followed {
    RowsFrom rows;
    EventRow head;
  };
  Status follow(ActorId actor) {
    if (!followed_actors_.insert(actor).second) return Done{};
    RowsFrom rows(source_, Axis::actor, actor.value, passed_);
    Result<std::optional<EventRow>> head = rows.next();
    if (!head.ok()) return head.error();
    if (head->has_value()) followed_.push_back({std::move(rows), **std::move(head)});
    return Done{};
  }
  Result<std::optional<EventRow>> next_followed() {
    if (followed_.empty()) return std::optional<EventRow>();
    const auto first = std::min_element(followed_.begin(), followed_.end(), [](const Followed& a, const Followed& b) {
      return std::tuple(a.head.bounds.earliest_start, a.head.event) <
             std::tuple(b.head.bounds.earliest_start, b.head.event);
    });
    std::optional<EventRow> row = std::move(first->head);
    Result<std::optional<EventRow>> head = first->rows.next();
    if (!head.ok()) return head.error();
    if (head->has_value()) {
      first->head = **std::move(head);
    } else {
      followed_.erase(first);
    }
    return row;
  }

  void tell_path(Step last) {
    found_.path.push_back(std::move(last.row));
    for (auto step = reached_.at(last.by).step; step; step = reached_.at(steps_[*step].by).step)
      found_.path.push_back(steps_[*step].row);
    std::reverse(found_.path.begin(), found_.path.end());
  }

  const EventSource& source_;
  const std::vector<ActorId>& to_;
  const EventFilter& filter_;
  Admission admission_;
  Instant begin_, passed_;  // events that start before have been passed
  std::vector<Followed> followed_;
  std::unordered_set<ActorId> followed_actors_;
  std::optional<RowsFrom> pass_;  // of all events, when many have been reached
  std::unordered_map<ActorId, Reached> reached_;
  std::vector<Step> steps_;
  std::optional<Step> last_;
  FirstArrival found_;
};

// When any of them can go first.
Result<std::optional<Instant>> first_start(const EventSource& source, const std::vector<ActorId>& actors,
                                           const EventFilter& filter) {
  std::optional<Instant> first;
  for (const ActorId actor : actors) {
    RowsFrom rows(source, Axis::actor, actor.value, filter.window.begin);
    while (true) {
      const Result<std::optional<EventRow>> row = rows.next();
      if (!row.ok()) return row.error();
      if (!row->has_value() || (*row)->bounds.earliest_start >= filter.window.end) break;
      const Instant start = (*row)->bounds.earliest_start;
      if (start == kOpenPast && !filter.undated) continue;
      first = first ? std::min(*first, start) : start;
      break;
    }
  }
  return first;
}

}  // namespace

Result<FirstArrival> first_arrival(const EventSource& source, const std::vector<ActorId>& from,
                                   const std::vector<ActorId>& to, const EventFilter& filter) {
  Result<Admission> admission = Admission::make(source, filter);
  if (!admission.ok()) return admission.error();
  const Result<std::optional<Instant>> begin = first_start(source, from, filter);
  if (!begin.ok()) return begin.error();
  if (!begin->has_value()) return FirstArrival{};
  return Arriving(source, to, filter, *std::move(admission), **begin).run(from);
}

}  // namespace forewhen
