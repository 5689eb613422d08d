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

struct Event;
// The id that people see: that of the data set's row where there is one, else e and 16 digits.
std::string shown_id(const Event& event);

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
  // As the data set's row gives them; empty for texts and not stored with them.
  std::string country = {};  // ISO 3166-1 alpha-2
  std::string code = {};     // the data set's own
  std::string sectors = {};  // "Government;Military"

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
  std::string record;  // the id of the data set's row that says so ("icews:28511@2018-06-01"); empty for texts
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
  // What a data set's row says besides: ("fatalities", "3"), ("geo", "centroid"). None for texts; not stored with them.
  std::vector<std::pair<std::string, std::string>> attributes;

  bool happened() const { return modality == Modality::actual || modality == Modality::reported; }
  friend bool operator==(const Event&, const Event&) = default;
};

// What an actor belongs to, as data sets say for a stretch of time.
struct Affiliation {
  std::string country;  // ISO 3166-1 alpha-2, or empty
  std::string sectors;  // "Government;Military"; empty when not said
  Interval seen;        // from the first to past the last day that says so

  friend bool operator==(const Affiliation&, const Affiliation&) = default;
};

struct Actor {
  ActorId id;
  std::string name;
  ActorKind kind = ActorKind::unknown;
  std::string country;
  std::vector<std::string> aliases;       // other names that documents give it, sorted
  std::vector<Affiliation> affiliations;  // of data sets, by country and sectors; not stored with texts

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
