// SPDX-License-Identifier: Apache-2.0
// A stream of random changes that hang together: documents come, change and go, and the graph is computed anew from all
// of them each time by a toy timeline, so that each change is the difference of two sound graphs.
#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "forewhen/model/claim_source.h"

namespace forewhen {

class RandomWorld {
 public:
  explicit RandomWorld(std::uint64_t seed, std::size_t documents = 12) : random_(seed), documents_limit_(documents) {}

  // Documents of such names only ever come, one with each change.
  static RandomWorld growing(std::uint64_t seed, const std::string& prefix) {
    RandomWorld world(seed);
    world.growing_ = prefix;
    return world;
  }

  GraphChange next() {
    const std::string id = growing_.empty() ? "doc-" + std::to_string(below(documents_limit_))
                                            : growing_ + std::to_string(1'000'000 + documents_.size());
    const Graph old = std::move(graph_);
    const bool goes = documents_.contains(id) && below(4) == 0;
    if (goes)
      documents_.erase(id);
    else if (!documents_.contains(id) || below(2) == 0)
      documents_[id] = write_document(id);
    else
      documents_[id].document.title += "!";  // new metadata, same claims
    graph_ = graph_of(documents_);
    return difference(old, graph_, id);
  }

  std::set<std::string> document_ids() const {
    std::set<std::string> ids;
    for (const auto& [id, document] : documents_) ids.insert(id);
    return ids;
  }
  static const std::vector<std::string>& people() {
    static const std::vector<std::string> kPeople = {"Orlan Vesh",        "President Vesh", "the Marsh Guard",
                                                     "Norland's Army",    "abdul-Kadir",    "the A Team",
                                                     "army of the north", "Tilda Brok"};
    return kPeople;
  }
  static const std::vector<std::string>& places() {
    static const std::vector<std::string> kPlaces = {"Port Hale", "Hale", "the Upper Fens", "Quarn"};
    return kPlaces;
  }
  static const std::vector<std::string>& lemmas() {
    static const std::vector<std::string> kLemmas = {"clash", "march", "meet", "strike", "vote"};
    return kLemmas;
  }

 private:
  struct Graph {
    std::map<EventId, PlacedEvent> events;
    std::map<ActorId, Actor> actors;
    std::map<PlaceId, Place> places;
    std::set<Link> links;
    std::set<NameUse> names;
  };

  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  template <class T>
  const T& any(const std::vector<T>& list) {
    return list[below(list.size())];
  }

  DocumentClaims write_document(const std::string& id) {
    DocumentClaims written;
    Document& document = written.document;
    document = {id, "", "About " + id, "", std::nullopt, ""};
    if (below(3) > 0) document.published = CalendarTime{Instant(seconds(86400 * below(20'000))), Grain::day};
    const std::size_t claims = below(6);
    for (std::size_t i = 0; i < claims; ++i) written.claims.push_back(write_claim(document));
    if (claims > 1) {
      const Claim &a = written.claims[0], &b = written.claims[1];
      written.links.push_back({a.id, b.id, Relation::before, "after", 80, a.trigger});
    }
    return written;
  }

  Claim write_claim(Document& document) {
    Claim claim;
    claim.document = document.id;
    claim.lemma = any(lemmas());
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += claim.lemma + ". ";
    claim.trigger = {begin, begin + static_cast<std::uint32_t>(claim.lemma.size())};
    claim.sentence = {begin, begin + static_cast<std::uint32_t>(claim.lemma.size()) + 1};
    claim.trigger_text = claim.lemma;
    claim.id = claim_id(document.id, claim.trigger);
    claim.same_as = claim.id;
    claim.type = static_cast<PloverType>(below(17));
    if (below(3) > 0) {
      const Instant day{seconds(86400 * (18'000 + static_cast<std::int64_t>(below(3))))};
      claim.time =
          ClaimTime{{within({day, day + seconds(86400)}), Grain::day, false, false, ""}, "then", {}, "said", {}};
    }
    const std::size_t count = below(3);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& name = any(people());
      claim.participants.push_back({Role::actor, ActorKind::person, {}, name, name, "", "", ""});
    }
    if (below(2) == 0) claim.place = PlaceMention{{}, any(places()), "", "", "city", std::nullopt};
    return claim;
  }

  // Claims of one lemma on one day are one event.
  static Graph graph_of(const std::map<std::string, DocumentClaims>& documents) {
    std::map<std::pair<std::string, Instant>, std::vector<const Claim*>> same;
    Graph graph;
    std::map<ClaimId, EventId> placed;
    for (const auto& [id, document] : documents) {
      for (const Claim& claim : document.claims) {
        same[{claim.lemma, claim.time ? claim.time->when.bounds.earliest_start : kOpenPast}].push_back(&claim);
        for (const Participant& p : claim.participants) {
          graph.names.insert({content_hash(p.name.substr(0, 5)), p.name, id});
        }
      }
    }
    for (const auto& [key, claims] : same) {
      PlacedEvent event = merge(claims, graph);
      for (const Claim* claim : claims) placed[claim->id] = event.event.id;
      graph.events[event.event.id] = std::move(event);
    }
    for (const auto& [id, document] : documents) {
      for (const ClaimLink& link : document.links) {
        graph.links.insert(
            {placed[link.from], placed[link.to], link.relation, link.rule, link.weight, id, link.evidence});
      }
    }
    return graph;
  }

  static PlacedEvent merge(const std::vector<const Claim*>& claims, Graph& graph) {
    PlacedEvent placed;
    Event& event = placed.event;
    const Claim& founding = *claims.front();
    event.id = event_id(founding.id);
    event.lemma = event.phrase = founding.lemma;
    event.type = founding.type;
    event.summary = founding.lemma;
    event.time = founding.time;
    if (event.time) event.bounds = event.time->when.bounds;
    std::map<std::string, int> terms{{founding.lemma, 3}};
    for (const Claim* claim : claims) {
      event.mentions.push_back({claim->id, claim->document, claim->trigger, claim->trigger_text, claim->sentence});
      terms.emplace(claim->document, 1);
      for (const Participant& p : claim->participants) {
        Actor& actor = graph.actors[actor_id(p.name)];
        actor.id = actor_id(p.name);
        actor.name = p.name;
        if (claims.size() > 1) actor.aliases = {"known as " + claims.back()->document};
        event.participants.push_back({p.role, p.kind, actor.id, p.name, p.text});
      }
    }
    if (founding.place) {
      const PlaceId id = place_id(founding.place->name, "");
      graph.places[id] = {id, founding.place->name, "", "", "city", std::nullopt};
      event.place = EventPlace{id, founding.place->name, "", "", "city", std::nullopt};
    }
    event.terms.assign(terms.begin(), terms.end());
    placed.blocks = {content_hash(founding.lemma), static_cast<BlockKey>(founding.type)};
    return placed;
  }

  template <class Things, class Removed, class Put>
  static void compare(const Things& old, const Things& now, Removed& removed, Put& put) {
    for (const auto& [id, thing] : old) {
      if (!now.contains(id)) removed.push_back(id);
    }
    for (const auto& [id, thing] : now) {
      const auto before = old.find(id);
      if (before == old.end() || !(before->second == thing)) put.push_back(thing);
    }
  }
  template <class Set, class List>
  static void compare_sets(const Set& old, const Set& now, List& removed, List& put) {
    std::set_difference(old.begin(), old.end(), now.begin(), now.end(), std::back_inserter(removed));
    std::set_difference(now.begin(), now.end(), old.begin(), old.end(), std::back_inserter(put));
  }

  GraphChange difference(const Graph& old, const Graph& now, const std::string& document) const {
    GraphChange change;
    change.document = document;
    const auto at = documents_.find(document);
    if (at != documents_.end()) change.put_document = at->second;
    compare(old.events, now.events, change.removed_events, change.put_events);
    compare(old.actors, now.actors, change.removed_actors, change.put_actors);
    compare(old.places, now.places, change.removed_places, change.put_places);
    compare_sets(old.links, now.links, change.removed_links, change.put_links);
    compare_sets(old.names, now.names, change.removed_names, change.put_names);
    return change;
  }

  std::mt19937_64 random_;
  std::size_t documents_limit_;
  std::string growing_;
  std::map<std::string, DocumentClaims> documents_;
  Graph graph_;
};

}  // namespace forewhen
