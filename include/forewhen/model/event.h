// SPDX-License-Identifier: Apache-2.0
// The nodes and links of the graph, as the timeline computes them from claims.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "forewhen/model/claim.h"

namespace forewhen {

// An event's id is the id of its founding claim: of all claims about it the one reported first (then by document, then
// by offset). Every other of its claims resolves to it as well, so an id once shown finds its event for ever.
using EventId = Id<struct EventTag>;
using ActorId = Id<struct ActorTag>;
using PlaceId = Id<struct PlaceTag>;

inline EventId event_id(ClaimId founding) { return {founding.value}; }
inline ClaimId founding_claim(EventId event) { return {event.value}; }
ActorId actor_id(std::string_view name);                            // of the normalised name
PlaceId place_id(std::string_view name, std::string_view country);  // of the normalised name and ISO code

// Lower case, straight quotes, single blanks, without articles, titles left in: the form in which names are compared.
std::string normalised_name(std::string_view name);

std::string to_string(EventId id);  // e and 16 hexadecimal digits
std::string to_string(ActorId id);  // a...
std::string to_string(PlaceId id);  // p...
std::string to_string(ClaimId id);  // c...

// Where a document mentions the event.
struct Mention {
  ClaimId claim;
  std::string document;
  Span span;  // of the trigger
  std::string text;
  Span sentence;

  friend bool operator==(const Mention&, const Mention&) = default;
};

struct EventParticipant {
  Role role = Role::actor;
  ActorKind kind = ActorKind::unknown;
  ActorId actor;
  std::string name;  // the actor's name
  std::string text;  // the words of the first claim that names it

  friend bool operator==(const EventParticipant&, const EventParticipant&) = default;
};

struct EventPlace {
  PlaceId place;
  std::string name;
  std::string within;
  std::string country;
  std::string precision;
  std::optional<GeoPoint> point;

  friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

struct Event {
  EventId id;
  std::string summary;
  std::string lemma;
  std::string phrase;
  PloverType type = PloverType::none;
  std::string mode;
  std::string group;
  std::string code;
  EventClass event_class = EventClass::occurrence;
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
  std::string attributed_to;  // empty as soon as one document says so itself

  // What its claims say; nothing when no claim has a date.
  std::optional<ClaimTime> time;
  // What follows from that, from the day of the report (what has happened began before it ended) and from links.
  // Everything about before and after is decided by these.
  Bounds bounds;

  std::vector<EventParticipant> participants;  // by role, then in the order of the founding claim
  std::optional<EventPlace> place;
  std::vector<Mention> mentions;         // by document id, then offset
  std::optional<CalendarTime> reported;  // the earliest day of publication among its documents
  // Stems under which words find it: those of the trigger phrase and participants weigh 3, of the sentences 1.
  std::vector<std::pair<std::string, int>> terms;  // sorted, unique

  bool happened() const { return modality == Modality::actual || modality == Modality::reported; }
  friend bool operator==(const Event&, const Event&) = default;
};

struct Actor {
  ActorId id;
  std::string name;
  ActorKind kind = ActorKind::unknown;
  std::string country;
  std::vector<std::string> aliases;  // other names that documents give it, sorted

  friend bool operator==(const Actor&, const Actor&) = default;
};

struct Place {
  PlaceId id;
  std::string name;
  std::string within;
  std::string country;
  std::string precision;
  std::optional<GeoPoint> point;

  friend bool operator==(const Place&, const Place&) = default;
};

// Only where a source says so: order itself is the index, not n^2 edges.
struct Link {
  EventId from;
  EventId to;
  Relation relation = Relation::before;
  std::string rule;
  std::uint8_t weight = 100;
  std::string document;  // whose words
  Span evidence;

  friend auto operator<=>(const Link& a, const Link& b) {
    return std::tie(a.from, a.to, a.relation, a.rule, a.document, a.evidence) <=>
           std::tie(b.from, b.to, b.relation, b.rule, b.document, b.evidence);
  }
  friend bool operator==(const Link&, const Link&) = default;
};

}  // namespace forewhen
