// SPDX-License-Identifier: Apache-2.0
#include "query/gather.h"

#include <algorithm>
#include <tuple>

#include "forewhen/graph/event_row.h"
#include "forewhen/graph/oldest_start.h"
#include "query/cursor.h"
#include "query/discourse.h"
#include "query/merged_rows.h"

namespace forewhen {
namespace {

using Roles = std::vector<std::pair<Role, ActorId>>;  // sorted, unique

// Who does it to whom: the roles in which a dyad is made.
Roles dyad_of(const Event& event) {
  Roles roles;
  for (const EventParticipant& p : event.participants) {
    const bool counts = p.role == Role::actor || p.role == Role::recipient || p.role == Role::party;
    if (p.actor && counts) roles.emplace_back(p.role, p.actor);
  }
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return roles;
}

std::vector<ActorId> actors_of(const Roles& roles) {
  std::vector<ActorId> actors;
  for (const auto& [role, actor] : roles) actors.push_back(actor);
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  return actors;
}

bool includes(const auto& all, const auto& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// `all` is sorted.
bool has_any(const std::vector<ActorId>& all, const std::vector<ActorId>& some) {
  return std::any_of(some.begin(), some.end(),
                     [&](ActorId actor) { return std::binary_search(all.begin(), all.end(), actor); });
}

class Gathering {
 public:
  Gathering(const EventSource& source, const Event& subject, LinkOrder& order, const BeforeOptions& options,
            Direction direction, const PageCursor* from, Admission admission)
      : source_(source),
        subject_(subject),
        bounds_(order.subject_bounds().bounds),
        order_(order),
        options_(options),
        direction_(direction),
        from_(from),
        admission_(std::move(admission)),
        discourse_(source, subject),
        dyad_(dyad_of(subject)),
        dyad_actors_(actors_of(dyad_)) {
    for (const ActorId actor : row_of(subject).actors) {
      const bool asked = std::find(options.via.begin(), options.via.end(), actor) != options.via.end();
      if (options.via.empty() || asked) actors_.push_back(actor);
    }
  }

  Result<Gathered> run() {
    if (is_dyad() && dyad_.size() < 2) return Gathered{};
    const Result<Instant> oldest = earliest_start();
    if (!oldest.ok()) return oldest.error();
    MergedRows rows;
    open_lists(rows);
    while (true) {
      Result<std::optional<EventRow>> row = rows.next();
      if (!row.ok()) return row.error();
      if (!row->has_value()) break;
      if (is_past_limit(**row)) {
        gathered_.more_at_least = gathered_.left_out.at_least = true;
        break;
      }
      if ((*row)->bounds.earliest_start < *oldest) break;
      if (is_past_definite(**row)) break;
      if (Status status = take(std::move(**row)); !status.ok()) return status.error();
    }
    cut();
    return std::move(gathered_);
  }

 private:
  bool is_dyad() const { return options_.match == ActorMatch::same_dyad || options_.match == ActorMatch::either_dyad; }

  // Nothing that begins at or after this can be an answer.
  Instant upper_end() const {
    Instant window = options_.filter.window.end;
    if (from_ != nullptr && direction_ == Direction::before && from_->earliest != kOpenFuture)
      window = std::min(window, from_->earliest + seconds{1});
    // What is definite by its dates is over when the subject may begin at the earliest.
    const bool dates_decide = options_.certainty == CertaintyFilter::definite && !order_.any_links();
    if (direction_ == Direction::before) {
      return std::min(window, dates_decide ? bounds_.earliest_start : bounds_.latest_start);
    }
    return options_.within ? std::min(window, shifted(bounds_.latest_start, *options_.within)) : window;
  }

  // Nothing that begins before this can be an answer: it surely starts before the window, or before the subject when
  // what follows is asked for.
  Result<Instant> earliest_start() const {
    Instant begin = options_.filter.window.begin;
    if (direction_ == Direction::after)
      begin = std::max(begin, bounds_.earliest_start);
    else if (options_.within)
      begin = std::max(begin, shifted(bounds_.earliest_start, -*options_.within));
    return oldest_start(source_, begin);
  }

  void open_lists(MergedRows& rows) {
    const Instant end = upper_end();
    if (is_dyad()) {  // one list holds every answer
      rows.add(source_.rows(Axis::actor, dyad_actors_.front().value, end));
      return;
    }
    for (const ActorId actor : actors_) rows.add(source_.rows(Axis::actor, actor.value, end));
    if (options_.match == ActorMatch::shared || !options_.via.empty()) return;
    if (subject_.place) rows.add(source_.rows(Axis::place, subject_.place->place.value, end));
    std::string last;
    for (const Mention& mention : subject_.mentions) {
      if (mention.document == last || !subject_.record.empty()) continue;  // a row of a data set tells of no other
      last = mention.document;
      rows.add(source_.rows(Axis::document, document_id(last).value, end));
    }
    std::vector<EventRow> linked;
    for (const Event* event : order_.events()) {
      if (event->bounds.earliest_start < end) linked.push_back(row_of(*event));
    }
    rows.add(std::move(linked));
  }

  // Rows come newest first: looking back, all that follow are farther away than the ones that fill the limit.
  bool is_past_limit(const EventRow& row) const {
    if (direction_ == Direction::after || options_.limit == 0) return false;
    const std::vector<Candidate>& kept = gathered_.candidates;
    return kept.size() > options_.limit &&
           row.bounds.earliest_start < kept[options_.limit - 1].row.bounds.earliest_start;
  }

  // Looking forward for definite answers, what follows cannot begin late enough. Links could make it certain all the
  // same, so this holds in a store without any.
  bool is_past_definite(const EventRow& row) const {
    return direction_ == Direction::after && options_.certainty == CertaintyFilter::definite && !order_.any_links() &&
           row.bounds.earliest_start < bounds_.latest_start;
  }

  // The cheap questions first: links and events are read only for what may be an answer.
  Status take(EventRow row) {
    if (row.event == subject_.id || !may_answer(row)) return Done{};
    if (from_ != nullptr && !from_->precedes(row.bounds, row.event, 0)) return Done{};
    if (!options_.via.empty() && !has_any(row.actors, actors_)) return Done{};
    if (!is_within(row.bounds, bounds_, options_.within, direction_)) return Done{};
    Verdict verdict = judge(row);
    if (verdict == Verdict::out) return Done{};
    if (is_dyad()) {
      const Result<bool> same = has_dyad(row);
      if (!same.ok()) return same.error();
      if (!*same) return Done{};
    }
    Result<Precedence> decision = decide(row.event, row.bounds, order_, direction_);
    if (!decision.ok()) return decision.error();
    if (decision->certainty == Certainty::no || !is_wanted(decision->certainty, options_.certainty)) return Done{};
    if (decision->certainty == Certainty::possible) {
      Result<std::optional<Suggestion>> suggestion = discourse_.suggest(row.event);
      if (!suggestion.ok()) return suggestion.error();
      decision->suggestion = *std::move(suggestion);
      if (verdict == Verdict::in && !options_.unlikely && is_unlikely(*decision, direction_))
        verdict = Verdict::unlikely;
    }
    count(gathered_.left_out, verdict);
    if (verdict == Verdict::in) gathered_.candidates.push_back({std::move(row), *std::move(decision)});
    return Done{};
  }

  // Links only take away from what the dates allow, or make it certain.
  bool may_answer(const EventRow& row) const {
    const bool back = direction_ == Direction::before;
    return (back ? precedes(row.bounds, bounds_) : precedes(bounds_, row.bounds)) != Certainty::no;
  }

  Verdict judge(const EventRow& row) const {
    const Verdict verdict = admission_.judge(row);
    // A window that --within makes is a window too.
    const bool undated = row.bounds.earliest_start == kOpenPast && options_.within && !options_.filter.undated;
    return verdict == Verdict::in && undated ? Verdict::undated : verdict;
  }

  Result<bool> has_dyad(const EventRow& row) const {
    if (!includes(row.actors, dyad_actors_)) return false;
    const Result<std::optional<Event>> event = source_.find_event(row.event);
    if (!event.ok()) return event.error();
    if (!event->has_value()) return false;
    const Roles roles = dyad_of(**event);
    return options_.match == ActorMatch::same_dyad ? includes(roles, dyad_) : actors_of(roles) == dyad_actors_;
  }

  void cut() {
    std::sort(gathered_.candidates.begin(), gathered_.candidates.end(), [this](const Candidate& a, const Candidate& b) {
      return is_nearer(a.row.bounds, a.row.event, b.row.bounds, b.row.event, direction_);
    });
    if (options_.limit == 0 || gathered_.candidates.size() <= options_.limit) return;
    gathered_.more = gathered_.candidates.size() - options_.limit;
    gathered_.candidates.resize(options_.limit);
  }

  const EventSource& source_;
  const Event& subject_;
  const Bounds bounds_;  // of the subject, narrowed by links
  LinkOrder& order_;
  const BeforeOptions& options_;
  Direction direction_;
  const PageCursor* from_;
  Admission admission_;
  Discourse discourse_;
  std::vector<ActorId> actors_;  // of the subject, through which answers may be tied to it
  Roles dyad_;
  std::vector<ActorId> dyad_actors_;
  Gathered gathered_;
};

}  // namespace

Result<Gathered> gather(const EventSource& source, const Event& subject, LinkOrder& order, const BeforeOptions& options,
                        Direction direction, const PageCursor* from) {
  Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  return Gathering(source, subject, order, options, direction, from, *std::move(admission)).run();
}

bool is_within(const Bounds& event, const Bounds& subject, const std::optional<seconds>& within, Direction direction) {
  if (!within) return true;
  if (direction == Direction::before) {
    return event.latest_start > shifted(subject.earliest_start, -*within);
  }
  return event.earliest_start < shifted(subject.latest_start, *within);
}

bool is_wanted(Certainty certainty, CertaintyFilter filter) {
  switch (filter) {
    case CertaintyFilter::both:
      return certainty != Certainty::no;
    case CertaintyFilter::definite:
      return certainty == Certainty::definite;
    case CertaintyFilter::possible:
      return certainty == Certainty::possible;
  }
  return false;
}

bool prints_before(const Bounds& a, EventId a_id, const Bounds& b, EventId b_id) {
  return is_nearer(a, a_id, b, b_id, Direction::after);
}

void sort_for_print(std::vector<EventRow>& rows) {
  const auto before = [](const EventRow& a, const EventRow& b) {
    return prints_before(a.bounds, a.event, b.bounds, b.event);
  };
  std::reverse(rows.begin(), rows.end());
  const auto undated = [](const EventRow& row) { return row.bounds.earliest_start == kOpenPast; };
  std::rotate(rows.begin(), std::find_if_not(rows.begin(), rows.end(), undated), rows.end());
  // Of equal earliest starts few are left to sort.
  for (auto begin = rows.begin(); begin != rows.end();) {
    const auto end = std::find_if(begin, rows.end(), [&](const EventRow& row) {
      return row.bounds.earliest_start != begin->bounds.earliest_start;
    });
    std::sort(begin, end, before);
    begin = end;
  }
  if (!std::is_sorted(rows.begin(), rows.end(), before)) std::sort(rows.begin(), rows.end(), before);
}

bool prints_before(const Event& a, const Event& b) {
  const bool same =
      a.bounds.earliest_start == b.bounds.earliest_start && a.bounds.latest_start == b.bounds.latest_start;
  if (same && a.record != b.record) return a.record < b.record;
  return prints_before(a.bounds, a.id, b.bounds, b.id);
}

bool is_nearer(const Bounds& a, EventId a_id, const Bounds& b, EventId b_id, Direction direction) {
  const bool a_undated = a.earliest_start == kOpenPast, b_undated = b.earliest_start == kOpenPast;
  if (a_undated != b_undated) return b_undated;
  const std::tuple x(a.earliest_start, a.latest_start, a_id), y(b.earliest_start, b.latest_start, b_id);
  return direction == Direction::before ? x > y : x < y;
}

}  // namespace forewhen
