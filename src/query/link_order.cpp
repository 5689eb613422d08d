// SPDX-License-Identifier: Apache-2.0
#include "query/link_order.h"

#include <algorithm>
#include <deque>

#include "query/ties.h"

namespace forewhen {
namespace {

// Whether the two could start in that order (or together) at all, going by their own dates.
bool allows(const Bounds& first, const Bounds& second) { return first.earliest_start < second.latest_start; }

}  // namespace

Result<LinkOrder> LinkOrder::load(const EventSource& source, const Event& subject) {
  LinkOrder order(source, subject);
  order.subject_bounds_.bounds = subject.bounds;
  const Result<bool> any_links = source.any_links();
  if (!any_links.ok()) return any_links.error();
  order.any_links_ = *any_links;
  if (!order.any_links_) return order;
  Result<std::vector<Link>> links = source.links_of(subject.id);
  if (!links.ok()) return links.error();
  order.links_ = std::move(*links);
  if (order.links_.empty()) return order;
  for (const Link& link : order.links_) order.linked_.insert({link.from, link.to});
  const Result<Reach> back = order.walk(subject.id, subject.bounds, Way::back, &order.overruled_);
  if (!back.ok()) return back.error();
  const Result<Reach> forth = order.walk(subject.id, subject.bounds, Way::forth, &order.overruled_);
  if (!forth.ok()) return forth.error();
  for (const auto& [state, step] : *back) {
    LinkStanding& standing = order.standings_[state.event];
    standing.before = true;
    standing.strictly_before |= state.strict;  // the strict state of an event comes after the other
    standing.before_chain = chain_of(*back, subject.id, state, Way::back);
  }
  for (const auto& [state, step] : *forth) {
    LinkStanding& standing = order.standings_[state.event];
    standing.after = true;
    standing.strictly_after |= state.strict;
    standing.after_chain = chain_of(*forth, subject.id, state, Way::forth);
  }
  order.standings_.erase(subject.id);  // a circle of links
  order.subject_bounds_ = order.narrowed(subject.id, subject.bounds, *back, *forth);
  return order;
}

const LinkStanding* LinkOrder::find(EventId id) const {
  const auto at = standings_.find(id);
  return at == standings_.end() ? nullptr : &at->second;
}

std::vector<const Event*> LinkOrder::events() const {
  std::vector<const Event*> events;
  for (const auto& [id, event] : known_) {
    if (event && (standings_.contains(id) || linked_.contains(id))) events.push_back(&*event);
  }
  return events;
}

const Event& LinkOrder::event(EventId id) const { return id == subject_->id ? *subject_ : *known_.at(id); }

Result<const Event*> LinkOrder::tied_event(EventId id) {
  if (id == subject_->id) return subject_;
  auto at = known_.find(id);
  if (at == known_.end()) {
    Result<std::optional<Event>> event = source_->find_event(id);
    if (!event.ok()) return event.error();
    const bool tied = event->has_value() && (linked_.contains(id) || has_tie(**event, *subject_));
    at = known_.emplace(id, tied ? std::move(*event) : std::nullopt).first;
  }
  return at->second ? &*at->second : static_cast<const Event*>(nullptr);
}

Result<LinkOrder::Reach> LinkOrder::walk(EventId start, const Bounds& bounds, Way way, std::set<Link>* overruled) {
  Reach reach{{{start, false}, {}}};
  std::deque<State> queue{{start, false}};
  while (!queue.empty()) {
    const State at = queue.front();
    queue.pop_front();
    const Bounds& here = at.event == start ? bounds : event(at.event).bounds;
    const Result<std::vector<Link>> links = source_->links_of(at.event);
    if (!links.ok()) return links.error();
    for (const Link& link : *links) {
      const EventId near = way == Way::back ? link.to : link.from;
      const EventId other = link.from == at.event ? link.to : link.from;
      if ((near != at.event && link.relation != Relation::simultaneous) || other == at.event) continue;
      const State next{other, at.strict || link.relation == Relation::before};
      if (reach.contains(next)) continue;
      const Result<const Event*> found = tied_event(other);
      if (!found.ok()) return found.error();
      if (*found == nullptr) continue;
      const Bounds& there = other == start ? bounds : (*found)->bounds;
      if (way == Way::back ? !allows(there, here) : !allows(here, there)) {
        if (overruled != nullptr) overruled->insert(link);
        continue;
      }
      reach[next] = {at, link};
      queue.push_back(next);
    }
  }
  reach.erase({start, false});
  return reach;
}

std::vector<Link> LinkOrder::chain_of(const Reach& reach, EventId from, State to, Way way) {
  std::vector<Link> chain;
  for (auto at = reach.find(to); at != reach.end(); at = reach.find(to)) {
    chain.push_back(at->second.link);
    to = at->second.from;
    if (to == State{from, false}) break;
  }
  if (way == Way::forth) std::reverse(chain.begin(), chain.end());
  return chain;
}

NarrowedBounds LinkOrder::narrowed(EventId id, const Bounds& raw, const Reach& back, const Reach& forth) const {
  const auto contradicts = [&](const Reach& one, const Reach& other, EventId e) {
    const bool a = one.contains({e, false}) || one.contains({e, true});
    const bool b = other.contains({e, false}) || other.contains({e, true});
    return a && b && (one.contains({e, true}) || other.contains({e, true}));
  };
  NarrowedBounds result{raw, {}, {}};
  for (const auto& [state, step] : back) {
    const Instant start = event(state.event).bounds.earliest_start;
    if (state.event == id || start <= result.bounds.earliest_start || contradicts(back, forth, state.event)) continue;
    result.bounds.earliest_start = start;
    result.not_before = chain_of(back, id, state, Way::back);
  }
  for (const auto& [state, step] : forth) {
    const Instant end = event(state.event).bounds.latest_start;
    if (state.event == id || end >= result.bounds.latest_start || contradicts(back, forth, state.event)) continue;
    result.bounds.latest_start = end;
    result.before = chain_of(forth, id, state, Way::forth);
  }
  result.bounds.earliest_end = std::max(result.bounds.earliest_end, result.bounds.earliest_start);
  if (!is_consistent(result.bounds)) return {raw, {}, {}};
  return result;
}

Result<NarrowedBounds> LinkOrder::narrow(EventId id, const Bounds& raw) {
  if (!any_links_) return NarrowedBounds{raw, {}, {}};
  if (last_narrowed_ && last_narrowed_->first == id) return last_narrowed_->second;
  const auto links = source_->links_of(id);
  if (!links.ok()) return links.error();
  if (links->empty()) return NarrowedBounds{raw, {}, {}};
  const Result<Reach> back = walk(id, raw, Way::back, nullptr);
  if (!back.ok()) return back.error();
  const Result<Reach> forth = walk(id, raw, Way::forth, nullptr);
  if (!forth.ok()) return forth.error();
  last_narrowed_ = {id, narrowed(id, raw, *back, *forth)};
  return last_narrowed_->second;
}

std::string describe_chain(const std::vector<Link>& chain) {
  std::string words;
  for (const Link& link : chain) {
    if (!words.empty()) words += ", then ";
    words += "'" + link.rule + "' in " + link.document + ':' + std::to_string(link.evidence.begin) + '-' +
             std::to_string(link.evidence.end);
  }
  return words;
}

}  // namespace forewhen
