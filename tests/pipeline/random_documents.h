// SPDX-License-Identifier: Apache-2.0
// Random documents whose claims often tell the same event, and graphs made of them in comparable form.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "forewhen/store/graph_store.h"
#include "forewhen/time/civil.h"
#include "forewhen/timeline/timeline.h"

namespace forewhen {

using Random = std::mt19937;

inline std::size_t pick(Random& random, std::size_t n) {
  return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
}

template <std::size_t N>
const char* one_of(Random& random, const char* const (&choices)[N]) {
  return choices[pick(random, N)];
}

inline Participant random_person(Random& random) {
  Participant p;
  // Full names and bare surnames of a few families, so that meanings of surnames change as documents come and go.
  p.name = one_of(random, {"Ana Ruiz", "Ruiz", "Bela Ruiz", "Tom Okafor", "Okafor", "Lena Vogt", "Vogt"});
  p.text = p.name;
  p.kind = ActorKind::person;
  p.role = pick(random, 2) ? Role::actor : Role::recipient;
  if (pick(random, 3) == 0) p.office = "mayor (NO)";
  if (!p.office.empty() && pick(random, 3) == 0) p.in_office_since = start_of_day({2023, 3, 2});
  return p;
}

inline Participant random_office() {
  Participant p;
  p.name = p.text = "the mayor of Norway";
  p.kind = ActorKind::office;
  p.office = "mayor (NO)";
  return p;
}

inline Participant random_body(Random& random) {
  Participant p;
  p.name = one_of(random, {"Union of Harbour Workers", "UHW", "police", "Northern Front"});
  p.text = p.name;
  p.kind = p.name == "police" ? ActorKind::group : ActorKind::organisation;
  return p;
}

inline ClaimTime random_day(Random& random) {
  const Instant day = start_of_day({2023, 3, 1}) + std::chrono::days{pick(random, 4)};
  ClaimTime time;
  time.when.bounds = within({day, day + std::chrono::days{1 + static_cast<int>(pick(random, 2))}});
  time.when.grain = Grain::day;
  time.words = "that day";
  time.rule = "said";
  return time;
}

inline Claim random_claim(Random& random, const std::string& document, std::uint32_t at) {
  Claim claim;
  claim.document = document;
  claim.trigger = {at, at + 5};
  claim.trigger_text = "event";
  claim.sentence = {at, at + 9};
  claim.id = claim_id(document, claim.trigger);
  claim.same_as = claim.id;
  claim.group = one_of(random, {"attack", "protest", "", "attack"});
  claim.lemma = claim.phrase = claim.group.empty() ? "event" : claim.group;
  claim.mode = one_of(random, {"", "", "drone", "aerial"});
  claim.summary = "an event";
  if (pick(random, 8) == 0) claim.modality = Modality::planned;
  if (pick(random, 5)) claim.time = random_day(random);
  for (std::size_t n = pick(random, 3); n > 0; --n)
    claim.participants.push_back(pick(random, 4) == 0 ? random_office()
                                 : pick(random, 3)    ? random_person(random)
                                                      : random_body(random));
  if (pick(random, 2)) {
    claim.place = PlaceMention{};
    claim.place->name = one_of(random, {"Karsholm", "Velin"});
    claim.place->precision = "city";
  }
  return claim;
}

inline DocumentClaims random_document(Random& random, const std::string& id) {
  DocumentClaims made;
  made.document.id = id;
  made.document.text = std::string(120, 'x') + id;
  // Of two stories, or of none: documents of one have names in common.
  made.document.text += one_of(random, {"", " and Marta Oldenburg told Harbour Radio of Karsholm.",
                                        " and Karsholm told Harbour Radio of Marta Oldenburg.",
                                        " and Velin Chronicle quoted Governor Istvan Paal."});
  if (pick(random, 5))
    made.document.published = CalendarTime{start_of_day({2023, 3, 5}) + std::chrono::days{pick(random, 3)}, Grain::day};
  const std::size_t count = 1 + pick(random, 5);
  for (std::size_t i = 0; i < count; ++i)
    made.claims.push_back(random_claim(random, id, static_cast<std::uint32_t>(i * 10)));
  if (count > 2 && pick(random, 2)) {
    made.claims[2].same_as = made.claims[0].id;
    made.claims[2].same_rule = "definite noun";
  }
  if (count > 1)
    made.links.push_back({made.claims[0].id, made.claims[1].id, Relation::before, "\"after\"", 95, {0, 5}});
  return made;
}

inline void put(GraphStore& store, const DocumentClaims& claims) {
  const auto change = place_document(store, claims);
  ASSERT_TRUE(change) << to_string(change.error());
  const Status applied = store.apply(*change);
  ASSERT_TRUE(applied) << to_string(applied.error());
}

inline void retract(GraphStore& store, const std::string& document) {
  const auto change = retract_document(store, document);
  ASSERT_TRUE(change) << to_string(change.error());
  ASSERT_TRUE(store.apply(*change));
}

// Everything that the graph says, in comparable form.
struct Graph {
  std::map<EventId, Event> events;
  std::map<EventId, std::vector<BlockKey>> blocks;  // that later documents find them under
  std::map<EventId, std::vector<Link>> links;
  std::map<ActorId, Actor> actors;
  std::map<PlaceId, Place> places;

  friend bool operator==(const Graph&, const Graph&) = default;
};

inline Graph all_of(const GraphStore& store) {
  Graph graph;
  const auto rows = store.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const auto row = rows->next();
    EXPECT_TRUE(row);
    if (!row || !*row) break;
    const auto placed = store.placed_event((*row)->event);
    EXPECT_TRUE(placed && *placed);
    const Event& event = (*placed)->event;
    graph.events[event.id] = event;
    graph.blocks[event.id] = (*placed)->blocks;
    graph.links[event.id] = *store.links_of(event.id);
    for (const EventParticipant& participant : event.participants) {
      if (participant.actor) graph.actors[participant.actor] = **store.find_actor(participant.actor);
    }
    if (event.place) graph.places[event.place->place] = **store.find_place(event.place->place);
  }
  return graph;
}

inline Graph built_from(const std::map<std::string, DocumentClaims>& documents) {
  const auto store = GraphStore::in_memory();
  for (const auto& [id, claims] : documents) put(*store, claims);
  return all_of(*store);
}

}  // namespace forewhen
