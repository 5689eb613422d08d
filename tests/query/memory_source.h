// SPDX-License-Identifier: Apache-2.0
// An EventSource in memory that answers every question by looking at everything: the fake for tests of graph, query and
// export. Put events, links and documents in; nothing is checked. `fail` makes every lookup an io error.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "forewhen/base/stem.h"
#include "forewhen/model/event_source.h"
#include "tests/query/best_of.h"

namespace forewhen::testing {

class MemoryCursor : public EventCursor {
 public:
  explicit MemoryCursor(std::vector<EventRow> rows, std::size_t* reads) : rows_(std::move(rows)), reads_(reads) {}
  Result<std::optional<EventRow>> next() override {
    ++*reads_;
    if (at_ == rows_.size()) return std::optional<EventRow>();
    return std::optional<EventRow>(rows_[at_++]);
  }

 private:
  std::vector<EventRow> rows_;
  std::size_t at_ = 0;
  std::size_t* reads_;
};

class FailingCursor : public EventCursor {
 public:
  Result<std::optional<EventRow>> next() override { return Error{ErrorKind::io, "the disk is gone", "memory", ""}; }
};

class MemorySource : public EventSource {
 public:
  std::map<EventId, Event> events;
  std::map<ClaimId, Claim> claims;
  std::map<ClaimId, EventId> claim_events;
  std::map<ActorId, Actor> actors;
  std::map<PlaceId, Place> places;
  std::vector<Link> links;
  std::map<std::string, Document, std::less<>> texts;
  bool fail = false;
  mutable std::size_t row_reads = 0;  // how many rows were asked for

  // Puts the event with actors, places and claims that follow from it.
  void put(const Event& event) {
    events[event.id] = event;
    for (const EventParticipant& p : event.participants) {
      if (p.actor && !actors.contains(p.actor)) actors[p.actor] = Actor{p.actor, p.name, p.kind, "", {}};
    }
    if (event.place && !places.contains(event.place->place)) {
      const EventPlace& p = *event.place;
      places[p.place] = Place{p.place, p.name, p.within, p.country, p.precision, p.point};
    }
    claim_events[founding_claim(event.id)] = event.id;
    for (const Mention& m : event.mentions) claim_events[m.claim] = event.id;
  }

  static EventRow row_of(const Event& e) {
    EventRow row{e.id, e.bounds, e.type, e.modality, e.polarity, {}, {}};
    for (const EventParticipant& p : e.participants) {
      if (p.actor) row.actors.push_back(p.actor);
    }
    std::sort(row.actors.begin(), row.actors.end());
    row.actors.erase(std::unique(row.actors.begin(), row.actors.end()), row.actors.end());
    if (e.place) row.place = e.place->place;
    return row;
  }

  Result<std::optional<Event>> find_event(EventId id) const override { return look_up(events, id); }
  Result<std::optional<EventId>> event_of_claim(ClaimId id) const override { return look_up(claim_events, id); }
  Result<std::optional<Claim>> find_claim(ClaimId id) const override { return look_up(claims, id); }
  Result<std::optional<Actor>> find_actor(ActorId id) const override { return look_up(actors, id); }
  Result<std::optional<Place>> find_place(PlaceId id) const override { return look_up(places, id); }

  std::unique_ptr<EventCursor> rows(Axis axis, std::uint64_t key, Instant before) const override {
    if (fail) return std::make_unique<FailingCursor>();
    std::vector<EventRow> found;
    for (const auto& [id, event] : events) {
      EventRow row = row_of(event);
      if (row.bounds.earliest_start < before && is_on(event, row, axis, key)) found.push_back(std::move(row));
    }
    std::sort(found.begin(), found.end(), [](const EventRow& a, const EventRow& b) {
      return std::pair(b.bounds.earliest_start, a.event) < std::pair(a.bounds.earliest_start, b.event);
    });
    return std::make_unique<MemoryCursor>(std::move(found), &row_reads);
  }

  Result<std::vector<Link>> links_of(EventId id) const override {
    if (fail) return gone();
    std::vector<Link> found;
    for (const Link& link : links) {
      if (link.from == id || link.to == id) found.push_back(link);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  Result<std::optional<seconds>> vagueness() const override {
    if (fail) return gone();
    seconds most = seconds::zero();
    for (const auto& [id, event] : events) {
      const Bounds& b = event.bounds;
      if (is_open(b.earliest_start) || is_open(b.latest_start)) return std::optional<seconds>();
      most = std::max(most, b.latest_start - b.earliest_start);
    }
    return std::optional(most);
  }

  Result<std::vector<Actor>> actors_named(std::string_view name) const override { return named(actors, name); }
  Result<std::vector<Place>> places_named(std::string_view name) const override { return named(places, name); }

  Result<BestEvents> best_events(const std::vector<SoughtWord>& words, std::size_t limit) const override {
    if (fail) return gone();
    return best_of(events, words, limit, [](const Event& event) -> const Event& { return event; });
  }

  Result<std::vector<std::string>> stems(std::string_view prefix) const override {
    if (fail) return gone();
    std::set<std::string> found;
    for (const auto& [id, event] : events)
      for (const auto& [term, weight] : event.terms)
        if (term.starts_with(prefix)) found.insert(term);
    return std::vector<std::string>(found.begin(), found.end());
  }

  Result<std::optional<std::string>> text_of(std::string_view document) const override {
    if (fail) return gone();
    const auto at = texts.find(document);
    return at == texts.end() ? std::optional<std::string>() : std::optional<std::string>(at->second.text);
  }
  Result<std::optional<DocumentSummary>> find_document(std::string_view document) const override {
    if (fail) return gone();
    const auto at = texts.find(document);
    return at == texts.end() ? std::optional<DocumentSummary>()
                             : std::optional<DocumentSummary>(summary_of(at->second));
  }
  Result<std::vector<DocumentSummary>> documents() const override {
    if (fail) return gone();
    std::vector<DocumentSummary> all;
    for (const auto& [id, document] : texts) all.push_back(summary_of(document));
    return all;
  }
  Result<GraphCounts> counts() const override {
    if (fail) return gone();
    GraphCounts counts;
    counts.documents = texts.size(), counts.claims = claims.size(), counts.events = events.size();
    counts.actors = actors.size(), counts.places = places.size(), counts.links = links.size();
    return counts;
  }

 private:
  static Error gone() { return {ErrorKind::io, "the disk is gone", "memory", ""}; }
  static DocumentSummary summary_of(const Document& d) {
    return {d.id, d.title, d.url, d.published, d.published_from, Instant{}, 1, 0};
  }

  template <class Map, class Key>
  Result<std::optional<typename Map::mapped_type>> look_up(const Map& map, const Key& key) const {
    if (fail) return gone();
    const auto at = map.find(key);
    if (at == map.end()) return std::optional<typename Map::mapped_type>();
    return std::optional<typename Map::mapped_type>(at->second);
  }

  static bool is_on(const Event& event, const EventRow& row, Axis axis, std::uint64_t key) {
    switch (axis) {
      case Axis::all:
        return true;
      case Axis::actor:
        return std::binary_search(row.actors.begin(), row.actors.end(), ActorId{key});
      case Axis::place:
        return row.place.value == key && key != 0;
      case Axis::document:
        return std::any_of(event.mentions.begin(), event.mentions.end(),
                           [&](const Mention& m) { return document_id(m.document).value == key; });
    }
    return false;
  }

  static std::vector<std::string> names_of(const Actor& actor) {
    std::vector<std::string> names = actor.aliases;
    names.push_back(actor.name);
    return names;
  }
  static std::vector<std::string> names_of(const Place& place) { return {place.name}; }

  template <class Map>
  Result<std::vector<typename Map::mapped_type>> named(const Map& nodes, std::string_view name) const {
    if (fail) return gone();
    const std::string wanted = normalised_name(name);
    std::vector<typename Map::mapped_type> exact, containing;
    for (const auto& [id, node] : nodes) {
      bool is_exact = false, contains = false;
      for (const std::string& other : names_of(node)) {
        const std::string folded = normalised_name(other);
        is_exact |= folded == wanted;
        contains |= (" " + folded + " ").find(" " + wanted + " ") != std::string::npos;
      }
      if (is_exact) {
        exact.push_back(node);
      } else if (contains) {
        containing.push_back(node);
      }
    }
    exact.insert(exact.end(), containing.begin(), containing.end());
    return exact;
  }
};

}  // namespace forewhen::testing
