// SPDX-License-Identifier: Apache-2.0
// The graph as plain lists in memory, every question answered by looking at everything: what the store is compared
// with, and a fake for whoever needs a graph in a test. Takes the same changes as the store.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "forewhen/model/claim_source.h"
#include "forewhen/model/event_source.h"
#include "tests/query/best_of.h"

namespace forewhen {

class MemoryGraph final : public EventSource, public ClaimSource {
 public:
  Instant now;  // recorded time of what comes in

  void apply(const GraphChange& change) {
    put_document(change);
    for (const EventId id : change.removed_events) events_.erase(id);
    for (const auto& put : change.put_events) events_[put.event.id] = put;
    for (const ActorId id : change.removed_actors) actors_.erase(id);
    for (const Actor& actor : change.put_actors) actors_[actor.id] = actor;
    for (const PlaceId id : change.removed_places) places_.erase(id);
    for (const Place& place : change.put_places) places_[place.id] = place;
    for (const Link& link : change.removed_links) links_.erase(link);
    for (const Link& link : change.put_links) links_.erase(link), links_.insert(link);
    for (const NameUse& use : change.removed_names) names_.erase(use);
    for (const NameUse& use : change.put_names) names_.insert(use);
  }

  Result<std::optional<DocumentClaims>> document_claims(std::string_view document) const override {
    return found(documents_, std::string(document));
  }
  Result<std::optional<Document>> document_without_claims(std::string_view document) const override {
    const auto at = documents_.find(std::string(document));
    return at == documents_.end() ? std::optional<Document>() : std::optional(at->second.document);
  }
  Result<std::optional<PlacedEvent>> placed_event(EventId id) const override { return found(events_, id); }
  Result<std::optional<EventId>> event_of_claim(ClaimId id) const override {
    for (const auto& [event_id, placed] : events_) {
      for (const Mention& mention : placed.event.mentions) {
        if (mention.claim == id) return std::optional(event_id);
      }
    }
    return std::optional<EventId>();
  }
  Result<std::optional<Event>> find_event(EventId id) const override {
    const auto at = events_.find(id);
    if (at == events_.end()) return std::optional<Event>();
    return std::optional(at->second.event);
  }
  Result<std::optional<Claim>> find_claim(ClaimId id) const override {
    for (const auto& [name, claims] : documents_) {
      for (const Claim& claim : claims.claims) {
        if (claim.id == id) return std::optional(claim);
      }
    }
    return std::optional<Claim>();
  }
  Result<std::optional<Actor>> find_actor(ActorId id) const override { return found(actors_, id); }
  Result<std::optional<Place>> find_place(PlaceId id) const override { return found(places_, id); }

  std::unique_ptr<EventCursor> rows(Axis axis, std::uint64_t key, Instant before) const override {
    std::vector<EventRow> rows;
    for (const auto& [id, placed] : events_) {
      if (lists(axis, key, placed.event) && placed.event.bounds.earliest_start < before) {
        rows.push_back(row_of(placed.event));
      }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const EventRow& a, const EventRow& b) {
      return a.bounds.earliest_start > b.bounds.earliest_start;
    });
    return std::make_unique<ListCursor>(std::move(rows));
  }

  Result<std::vector<Link>> links_of(EventId id) const override {
    std::vector<Link> links;
    for (const Link& link : links_) {
      if (link.from == id || link.to == id) links.push_back(link);
    }
    return links;
  }
  Result<std::vector<Actor>> actors_named(std::string_view name) const override {
    return named(actors_, name, [](const Actor& actor) {
      std::vector<std::string> names = actor.aliases;
      names.push_back(actor.name);
      return names;
    });
  }
  Result<std::vector<Place>> places_named(std::string_view name) const override {
    return named(places_, name, [](const Place& place) { return std::vector<std::string>{place.name}; });
  }
  Result<BestEvents> best_events(const std::vector<SoughtWord>& words, std::size_t limit) const override {
    return best_of(events_, words, limit, [](const PlacedEvent& placed) -> const Event& { return placed.event; });
  }
  Result<std::optional<std::string>> text_of(std::string_view document) const override {
    const auto at = documents_.find(std::string(document));
    if (at == documents_.end()) return std::optional<std::string>();
    return std::optional(at->second.document.text);
  }
  Result<std::optional<DocumentSummary>> find_document(std::string_view document) const override {
    const auto all = documents();
    for (const DocumentSummary& summary : *all) {
      if (summary.id == document) return std::optional(summary);
    }
    return std::optional<DocumentSummary>();
  }
  Result<std::vector<DocumentSummary>> documents() const override {
    std::vector<DocumentSummary> summaries;
    for (const auto& [id, claims] : documents_) {
      const Document& d = claims.document;
      summaries.push_back({id, d.title, d.url, d.published, d.published_from, recorded_.at(id), revisions_.at(id),
                           claims.claims.size()});
    }
    return summaries;
  }
  Result<GraphCounts> counts() const override {
    GraphCounts counts;
    counts.documents = documents_.size();
    for (const auto& [id, claims] : documents_) counts.claims += claims.claims.size();
    counts.events = events_.size();
    counts.actors = actors_.size();
    counts.places = places_.size();
    counts.links = links_.size();
    for (const auto& [id, placed] : events_) {
      counts.undated_events += placed.event.bounds.earliest_start == kOpenPast;
      counts.participations += row_of(placed.event).actors.size();
    }
    return counts;
  }
  Result<std::vector<EventId>> events_in_block(BlockKey block) const override {
    std::vector<EventId> events;
    for (const auto& [id, placed] : events_) {
      if (std::count(placed.blocks.begin(), placed.blocks.end(), block) > 0) events.push_back(id);
    }
    return events;
  }
  Result<std::vector<std::string>> names_in_block(BlockKey block) const override {
    std::set<std::string> names;
    for (const NameUse& use : names_) {
      if (use.block == block) names.insert(use.name);
    }
    return std::vector<std::string>(names.begin(), names.end());
  }
  Result<std::vector<std::string>> documents_with_name(BlockKey block, std::string_view name,
                                                       std::size_t limit) const override {
    std::vector<std::string> documents;
    for (const NameUse& use : names_) {
      const bool wanted = use.block == block && use.name == name;
      if (wanted && (limit == 0 || documents.size() < limit)) documents.push_back(use.document);
    }
    return documents;
  }

 private:
  class ListCursor final : public EventCursor {
   public:
    explicit ListCursor(std::vector<EventRow> rows) : rows_(std::move(rows)) {}
    Result<std::optional<EventRow>> next() override {
      if (at_ == rows_.size()) return std::optional<EventRow>();
      return std::optional(rows_[at_++]);
    }

   private:
    std::vector<EventRow> rows_;
    std::size_t at_ = 0;
  };

  void put_document(const GraphChange& change) {
    if (!change.put_document) {
      documents_.erase(change.document);
      return;
    }
    const auto old = documents_.find(change.document);
    const bool same = old != documents_.end() && old->second.document == change.put_document->document;
    if (!same) recorded_[change.document] = now;
    if (!same) revisions_[change.document] = old == documents_.end() ? 1 : revisions_[change.document] + 1;
    documents_[change.document] = *change.put_document;
  }

  template <class Things, class Key>
  static Result<std::optional<typename Things::mapped_type>> found(const Things& things, const Key& key) {
    const auto at = things.find(key);
    if (at == things.end()) return std::optional<typename Things::mapped_type>();
    return std::optional(at->second);
  }

  static EventRow row_of(const Event& event) {
    EventRow row{event.id, event.bounds, event.type, event.modality, event.polarity, {}, {}};
    for (const EventParticipant& p : event.participants) {
      if (p.actor) row.actors.push_back(p.actor);
    }
    std::sort(row.actors.begin(), row.actors.end());
    row.actors.erase(std::unique(row.actors.begin(), row.actors.end()), row.actors.end());
    if (event.place) row.place = event.place->place;
    return row;
  }

  static bool lists(Axis axis, std::uint64_t key, const Event& event) {
    const EventRow row = row_of(event);
    switch (axis) {
      case Axis::all:
        return true;
      case Axis::actor:
        return std::count(row.actors.begin(), row.actors.end(), ActorId{key}) > 0;
      case Axis::place:
        return row.place && row.place.value == key;
      case Axis::document:
        return std::any_of(event.mentions.begin(), event.mentions.end(),
                           [&](const Mention& m) { return document_id(m.document).value == key; });
    }
    return false;
  }

  // Letters and digits, and everything above ASCII.
  static bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
  }

  static bool stands_in(const std::string& name, const std::string& wanted) {
    if (std::none_of(wanted.begin(), wanted.end(), is_letter)) return false;
    for (std::size_t i = 0; i + wanted.size() <= name.size(); ++i) {
      const std::size_t end = i + wanted.size();
      const bool bounded = (i == 0 || !is_letter(name[i - 1])) && (end == name.size() || !is_letter(name[end]));
      if (bounded && name.compare(i, wanted.size(), wanted) == 0) return true;
    }
    return false;
  }

  template <class Things, class Names>
  static Result<std::vector<typename Things::mapped_type>> named(const Things& things, std::string_view wanted,
                                                                 Names names_of) {
    std::vector<typename Things::mapped_type> exact, by_words;
    for (const auto& [id, thing] : things) {
      bool is_exact = false, has_words = false;
      for (const std::string& form : {std::string(wanted), normalised_name(wanted)}) {
        for (const std::string& name : names_of(thing)) {
          has_words = has_words || stands_in(normalised_name(name), form);
          is_exact = is_exact || (normalised_name(name) == form && stands_in(form, form));
        }
      }
      if (is_exact)
        exact.push_back(thing);
      else if (has_words)
        by_words.push_back(thing);
    }
    exact.insert(exact.end(), by_words.begin(), by_words.end());
    return exact;
  }

  std::map<std::string, DocumentClaims> documents_;
  std::map<std::string, Instant> recorded_;
  std::map<std::string, std::uint64_t> revisions_;
  std::map<EventId, PlacedEvent> events_;
  std::map<ActorId, Actor> actors_;
  std::map<PlaceId, Place> places_;
  std::set<Link> links_;
  std::set<NameUse> names_;
};

}  // namespace forewhen
