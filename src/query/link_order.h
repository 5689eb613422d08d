// SPDX-License-Identifier: Apache-2.0
// The order that sources state, as far as it concerns one event: which events come before it and which do not start
// before it, by chains of links; and what dates at the far ends of such chains say about dates at this end.
// Only chains through events that are themselves tied to the subject are followed, so a walk stays within its stories.
// A link that the dates of its own two ends forbid is not heard: the dates win.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

// What links say of an event E and the subject X. `before` is a chain E ... X, `after` a chain X ... E; every link of
// a chain says that its left side does not start later than its right side.
struct LinkStanding {
  bool before = false, strictly_before = false;
  bool after = false, strictly_after = false;
  std::vector<Link> before_chain, after_chain;  // shortest, strict if there is a strict one; in the order of time

  // Sources contradict each other: both that E starts before X and that it does not.
  bool contradictory() const { return (strictly_before && after) || (before && strictly_after); }
};

// Bounds, and the chains of links that made them narrower than they were (empty: none did).
struct NarrowedBounds {
  Bounds bounds;
  std::vector<Link> not_before, before;  // of earliest_start and latest_start

  bool narrowed() const { return !not_before.empty() || !before.empty(); }
};

class LinkOrder {
 public:
  // `source` and `subject` must outlive it.
  static Result<LinkOrder> load(const EventSource& source, const Event& subject);

  // Nothing when no chain connects the event with the subject.
  const LinkStanding* find(EventId id) const;
  // Events that links tie to the subject, directly (heard or not) or by a chain; by id. Without the subject.
  std::vector<const Event*> events() const;
  // Whether the store holds any link at all; imported data sets have none, and questions on them are shorter.
  bool any_links() const { return any_links_; }
  // The subject's own links.
  const std::vector<Link>& links() const { return links_; }
  // Links around the subject that dates forbid, sorted.
  const std::set<Link>& overruled() const { return overruled_; }

  // The subject's bounds: it does not start before what a chain leads from, nor after what a chain leads to. Chains
  // that would leave no start possible are not heard.
  const NarrowedBounds& subject_bounds() const { return subject_bounds_; }
  // The same for any other event, `raw` being its own bounds, always the same for one event.
  Result<NarrowedBounds> narrow(EventId id, const Bounds& raw);

 private:
  enum class Way { back, forth };  // back: to what starts earlier
  struct State {
    EventId event;
    bool strict = false;  // some link of the chain was "before"
    friend auto operator<=>(const State&, const State&) = default;
  };
  struct Step {
    State from;
    Link link;
  };
  using Reach = std::map<State, Step>;

  LinkOrder(const EventSource& source, const Event& subject) : source_(&source), subject_(&subject) {}
  // Breadth first over states, so chains are shortest. What dates forbid is added to `overruled`, if that is wanted.
  Result<Reach> walk(EventId from, const Bounds& bounds, Way way, std::set<Link>* overruled);
  Result<const Event*> tied_event(EventId id);
  static std::vector<Link> chain_of(const Reach& reach, EventId from, State to, Way way);
  NarrowedBounds narrowed(EventId id, const Bounds& raw, const Reach& back, const Reach& forth) const;
  const Event& event(EventId id) const;

  const EventSource* source_;
  const Event* subject_;
  bool any_links_ = true;
  std::vector<Link> links_;
  std::set<EventId> linked_;                       // with the subject itself
  std::map<EventId, std::optional<Event>> known_;  // read so far; nothing: not tied to the subject
  std::unordered_map<EventId, LinkStanding> standings_;
  std::set<Link> overruled_;
  NarrowedBounds subject_bounds_;
  std::optional<std::pair<EventId, NarrowedBounds>> last_narrowed_;  // who asks both ways asks twice
};

// "'after' in d1:12-80", several joined by "then".
std::string describe_chain(const std::vector<Link>& chain);

}  // namespace forewhen
