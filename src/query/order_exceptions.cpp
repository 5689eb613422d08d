// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/order_exceptions.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "query/precedence.h"
#include "query/remembering.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostRemembered = 50'000;  // events: some 100 MB

OrderVerdict verdict_of(Certainty certainty) {
  return certainty == Certainty::no         ? OrderVerdict::no
         : certainty == Certainty::possible ? OrderVerdict::possible
                                            : OrderVerdict::definite;
}

OrderVerdict by_bounds(const Bounds& event, const Bounds& subject, Direction direction) {
  return verdict_of(direction == Direction::before ? precedes(event, subject) : precedes(subject, event));
}

// What ties go through; an actor's and a place's number may be the same.
struct Key {
  char kind;
  std::uint64_t value;
  friend bool operator==(const Key&, const Key&) = default;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const { return std::hash<std::uint64_t>()(key.value * 3 + key.kind); }
};

std::vector<Key> keys_of(const Event& event) {
  std::vector<Key> keys;
  for (const EventParticipant& p : event.participants)
    if (p.actor) keys.push_back({'a', p.actor.value});
  if (event.place) keys.push_back({'p', event.place->place.value});
  for (const Mention& mention : event.mentions) keys.push_back({'d', document_id(mention.document).value});
  return keys;
}

}  // namespace

class OrderExceptions::Index {
 public:
  Index(const EventSource& source, bool any_links) : source_(source, kMostRemembered), any_links_(any_links) {}

  Status add(const Event& event) {
    added_.emplace(event.id, event.bounds);
    std::set<std::uint64_t> documents;
    for (const Mention& mention : event.mentions) documents.insert(document_id(mention.document).value);
    for (const std::uint64_t document : documents) told_in_[document].push_back(event.id);
    if (!any_links_) return Done{};
    const auto links = source_.links_of(event.id);
    if (!links.ok()) return links.error();
    if (links->empty()) return Done{};
    linked_.insert(event.id);
    const Result<bool> narrows = may_be_narrowed(event);
    if (!narrows.ok()) return narrows.error();
    if (!*narrows) return Done{};
    for (const Key& key : keys_of(event)) narrowed_by_[key].push_back(event.id);
    return Done{};
  }

  Result<OrderOfEvent> of(const Event& x) {
    OrderOfEvent result{x.bounds, {}};
    const std::set<EventId> told = told_with(x);
    std::set<EventId> others = told;
    if (any_links_) {
      for (const Key& key : keys_of(x)) {
        if (const auto at = narrowed_by_.find(key); at != narrowed_by_.end())
          others.insert(at->second.begin(), at->second.end());
      }
    }
    if (others.empty() && !linked_.contains(x.id)) return result;
    Result<LinkOrder> order = LinkOrder::load(source_, x);
    if (!order.ok()) return order.error();
    result.bounds = order->subject_bounds().bounds;
    for (const Event* event : order->events()) others.insert(event->id);
    Discourse discourse(source_, x);
    for (const EventId other : others) {
      if (other == x.id || !added_.contains(other)) continue;
      Result<std::optional<OrderException>> exception =
          exception_of(other, *order, told.contains(other) ? &discourse : nullptr);
      if (!exception.ok()) return exception.error();
      if (exception->has_value()) result.exceptions.push_back(**exception);
    }
    return result;
  }

 private:
  std::set<EventId> told_with(const Event& x) const {
    std::set<EventId> told;
    for (const Mention& mention : x.mentions) {
      const auto at = told_in_.find(document_id(mention.document).value);
      if (at != told_in_.end() && at->second.size() > 1) told.insert(at->second.begin(), at->second.end());
    }
    return told;
  }

  // Chains of links lead no farther than the part of the graph that links hold together; where nothing in it starts
  // later or must start earlier, no chain narrows the event.
  Result<bool> may_be_narrowed(const Event& event) {
    auto at = part_of_.find(event.id);
    if (at == part_of_.end()) {
      if (Status walked = walk_part(event.id); !walked.ok()) return walked.error();
      at = part_of_.find(event.id);
    }
    const Part& part = parts_[at->second];
    return part.last_earliest > event.bounds.earliest_start || part.first_latest < event.bounds.latest_start;
  }

  Status walk_part(EventId start) {
    const std::size_t number = parts_.size();
    parts_.emplace_back();
    std::vector<EventId> open{start};
    part_of_.emplace(start, number);
    while (!open.empty()) {
      const EventId at = open.back();
      open.pop_back();
      const Result<std::optional<Event>> event = source_.find_event(at);
      if (!event.ok()) return event.error();
      if (event->has_value()) {
        Part& part = parts_[number];
        part.last_earliest = std::max(part.last_earliest, (*event)->bounds.earliest_start);
        part.first_latest = std::min(part.first_latest, (*event)->bounds.latest_start);
      }
      const auto links = source_.links_of(at);
      if (!links.ok()) return links.error();
      for (const Link& link : *links) {
        for (const EventId end : {link.from, link.to})
          if (part_of_.emplace(end, number).second) open.push_back(end);
      }
    }
    return Done{};
  }

  Result<std::optional<OrderException>> exception_of(EventId id, LinkOrder& order, Discourse* discourse) {
    const Bounds& bounds = added_.at(id);
    const Bounds& subject = order.subject_bounds().bounds;
    OrderException exception{id};
    bool differs = false;
    for (const Direction direction : {Direction::before, Direction::after}) {
      OrderVerdict& verdict = direction == Direction::before ? exception.before : exception.after;
      const OrderVerdict plain = by_bounds(bounds, subject, direction);
      verdict = plain;
      if (plain == OrderVerdict::no) continue;  // such a row is not looked at
      Result<Precedence> decision = decide(id, bounds, order, direction);
      if (!decision.ok()) return decision.error();
      verdict = verdict_of(decision->certainty);
      if (verdict == OrderVerdict::possible && discourse != nullptr) {
        Result<std::optional<Suggestion>> suggestion = discourse->suggest(id);
        if (!suggestion.ok()) return suggestion.error();
        decision->suggestion = *std::move(suggestion);
        if (is_unlikely(*decision, direction)) verdict = OrderVerdict::unlikely;
      }
      differs |= verdict != plain;
    }
    return differs ? std::optional(exception) : std::optional<OrderException>();
  }

  struct Part {
    Instant last_earliest = kOpenPast, first_latest = kOpenFuture;
  };

  RememberingSource source_;
  bool any_links_;
  std::unordered_map<EventId, Bounds> added_;
  std::unordered_set<EventId> linked_;
  std::unordered_map<std::uint64_t, std::vector<EventId>> told_in_;     // by document
  std::unordered_map<Key, std::vector<EventId>, KeyHash> narrowed_by_;  // events that links may narrow, by tie
  std::unordered_map<EventId, std::size_t> part_of_;
  std::vector<Part> parts_;
};

OrderExceptions::OrderExceptions(std::unique_ptr<Index> index) : index_(std::move(index)) {}
OrderExceptions::~OrderExceptions() = default;
OrderExceptions::OrderExceptions(OrderExceptions&&) noexcept = default;
OrderExceptions& OrderExceptions::operator=(OrderExceptions&&) noexcept = default;

Result<OrderExceptions> OrderExceptions::make(const EventSource& source) {
  const Result<bool> any_links = source.any_links();
  if (!any_links.ok()) return any_links.error();
  return OrderExceptions(std::make_unique<Index>(source, *any_links));
}

Status OrderExceptions::add(const Event& event) { return index_->add(event); }

Result<OrderOfEvent> OrderExceptions::of(const Event& event) { return index_->of(event); }

}  // namespace forewhen
