// SPDX-License-Identifier: Apache-2.0
// What came first, last, or after a quiet time. A start lies in [earliest, latest), each independent of the others.
#include <fmt/format.h>

#include <algorithm>

#include "forewhen/query/dyads.h"
#include "forewhen/query/wording.h"
#include "query/admitted.h"
#include "query/find.h"

namespace forewhen {
namespace {

// The two most extreme of a value and whose the first is, so that each event can be compared with all others.
struct Extreme {
  Instant best, second;
  std::size_t of_best = 0;

  Instant without(std::size_t i) const { return i == of_best ? second : best; }
};

template <class Value, class Better>
Extreme extreme_of(const std::vector<EventRow>& rows, Instant worst, Value value, Better better) {
  Extreme extreme{worst, worst, rows.size()};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Instant t = value(rows[i].bounds);
    if (extreme.of_best == rows.size() || better(t, extreme.best)) {
      extreme.second = extreme.of_best == rows.size() ? worst : extreme.best;
      extreme.best = t, extreme.of_best = i;
    } else if (better(t, extreme.second)) {
      extreme.second = t;
    }
  }
  return extreme;
}

Instant earliest(const Bounds& b) { return b.earliest_start; }
Instant latest(const Bounds& b) { return b.latest_start; }

Status add(const EventSource& source, const EventRow& row, Certainty certainty, std::string reason,
           CornerAnswer& answer) {
  Result<Event> event = find_event_or_alias(source, row.event);
  if (!event.ok()) return event.error();
  answer.events.push_back({*std::move(event), certainty, std::move(reason)});
  return Done{};
}

// Whether another event has earliest_start < `before` and latest_start > `after`: by their earliest starts, with the
// two greatest latest starts up to each.
class Others {
 public:
  explicit Others(const std::vector<EventRow>& rows) {
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return rows[a].bounds.earliest_start < rows[b].bounds.earliest_start;
    });
    Extreme most{kOpenPast, kOpenPast, rows.size()};
    for (const std::size_t i : order) {
      const Instant latest = rows[i].bounds.latest_start;
      if (most.of_best == rows.size() || latest > most.best)
        most = {latest, most.of_best == rows.size() ? kOpenPast : most.best, i};
      else
        most.second = std::max(most.second, latest);
      earliest_.push_back(rows[i].bounds.earliest_start), most_.push_back(most);
    }
  }

  bool any(std::size_t i, Instant before, Instant after) const {
    const auto end = std::lower_bound(earliest_.begin(), earliest_.end(), before);
    return end != earliest_.begin() && most_[end - earliest_.begin() - 1].without(i) > after;
  }

 private:
  std::vector<Instant> earliest_;
  std::vector<Extreme> most_;
};

Result<CornerAnswer> corner_of(const EventSource& source, const EventFilter& filter, bool first) {
  const Result<AdmittedRows> selection = admitted_rows(source, filter, true);
  if (!selection.ok()) return selection.error();
  const std::vector<EventRow>& rows = selection->rows;
  CornerAnswer answer{{}, rows.size(), selection->left_out};
  const auto less = [](Instant a, Instant b) { return a < b; };
  const auto more = [](Instant a, Instant b) { return a > b; };
  const Extreme least_latest = extreme_of(rows, kOpenFuture, latest, less);
  const Extreme least_earliest = extreme_of(rows, kOpenFuture, earliest, less);
  const Extreme most_earliest = extreme_of(rows, kOpenPast, earliest, more);
  const Extreme most_latest = extreme_of(rows, kOpenPast, latest, more);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Bounds& b = rows[i].bounds;
    const bool only = rows.size() == 1;
    const bool may =
        only || (first ? b.earliest_start < least_latest.without(i) : b.latest_start > most_earliest.without(i));
    const bool sure =
        only || (first ? b.latest_start <= least_earliest.without(i) : b.earliest_start >= most_latest.without(i));
    if (!may) continue;
    const Instant other = first ? least_latest.without(i) : most_earliest.without(i);
    std::string reason =
        only   ? "there is no other"
        : sure ? fmt::format("no other can have started {} it", first ? "before" : "after")
               : fmt::format("it starts {}; {} {}", describe_start(b),
                             first ? "another is sure to start" : "another starts",
                             first ? describe(Interval{kOpenPast, other}) : describe(Interval{other, kOpenFuture}));
    const Certainty certainty = sure ? Certainty::definite : Certainty::possible;
    if (Status status = add(source, rows[i], certainty, std::move(reason), answer); !status.ok()) return status.error();
  }
  return answer;
}

}  // namespace

Result<CornerAnswer> first_of(const EventSource& source, const EventFilter& filter) {
  return corner_of(source, filter, true);
}
Result<CornerAnswer> last_of(const EventSource& source, const EventFilter& filter) {
  return corner_of(source, filter, false);
}

// At a start s of the event, another one is in the way for certain when its start cannot be chosen outside
// [s - quiet, s): it has latest <= s and earliest + quiet >= s. It can be in the way when earliest < s and
// latest > s - quiet, for some s that the event may have.
Result<CornerAnswer> onsets_of(const EventSource& source, const EventFilter& filter, seconds quiet) {
  const Result<AdmittedRows> selection = admitted_rows(source, filter, true);
  if (!selection.ok()) return selection.error();
  const std::vector<EventRow>& rows = selection->rows;
  CornerAnswer answer{{}, rows.size(), selection->left_out};
  std::vector<Interval> blocked;  // both ends are part of it
  for (const EventRow& row : rows) {
    const Interval one{row.bounds.latest_start, shifted(row.bounds.earliest_start, quiet)};
    if (one.begin <= one.end && one.end != kOpenPast) blocked.push_back(one);
  }
  std::sort(blocked.begin(), blocked.end(), [](const Interval& a, const Interval& b) { return a.begin < b.begin; });
  const Others others(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Bounds& b = rows[i].bounds;
    // Its own interval begins at its latest start, where it cannot be: it does not block itself. Time is continuous,
    // so from the end of what is blocked a start right after it is free.
    Instant free = b.earliest_start;
    for (const Interval& one : blocked) {
      if (one.begin > free) break;
      free = std::max(free, one.end);
    }
    if (free >= b.latest_start) continue;
    const bool sure = !others.any(i, b.latest_start, shifted(b.earliest_start, -quiet));
    std::string reason = sure ? "no other can have started in that time before it"
                              : fmt::format("it starts {}; the starts of others leave it open", describe_start(b));
    const Certainty certainty = sure ? Certainty::definite : Certainty::possible;
    if (Status status = add(source, rows[i], certainty, std::move(reason), answer); !status.ok()) return status.error();
  }
  return answer;
}

}  // namespace forewhen
