// SPDX-License-Identifier: Apache-2.0
// The order that sources state, followed from one event: which events come before it and which do not start before it,
// by chains of links. Only chains through events that are themselves tied to the subject are followed, so the walk
// stays within its stories.
#pragma once

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

class LinkOrder {
 public:
  static Result<LinkOrder> load(const EventSource& source, const Event& subject);

  // Nothing when no chain connects the event with the subject.
  const LinkStanding* find(EventId id) const;
  // Events that a link ties to the subject, directly or by a chain; by id. Without the subject.
  const std::vector<Event>& events() const { return events_; }
  // The subject's own links.
  const std::vector<Link>& links() const { return links_; }

 private:
  std::unordered_map<EventId, LinkStanding> standings_;
  std::vector<Event> events_;
  std::vector<Link> links_;
};

// "A 'after' in d1:12-80" for one link, several joined by "; then".
std::string describe_chain(const std::vector<Link>& chain);

}  // namespace forewhen
