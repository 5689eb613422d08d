// SPDX-License-Identifier: Apache-2.0
// Documents that have much in common by chance: few names, surnames of several families, few days, few places.
#pragma once

#include <random>
#include <string>

#include "forewhen/model/claim_source.h"
#include "forewhen/time/civil.h"

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
    claim.participants.push_back(pick(random, 3) ? random_person(random) : random_body(random));
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

}  // namespace forewhen
