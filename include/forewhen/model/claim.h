// SPDX-License-Identifier: Apache-2.0
// What one source says happened, in its own words, with the bytes that say so. Claims are kept for ever; events are
// computed from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/base/id.h"
#include "forewhen/base/span.h"
#include "forewhen/model/document.h"
#include "forewhen/model/plover.h"
#include "forewhen/time/bounds.h"

namespace forewhen {

using ClaimId = Id<struct ClaimTag>;
using DocumentId = Id<struct DocumentTag>;

DocumentId document_id(std::string_view id);
// From the document's id and the span of the trigger.
ClaimId claim_id(std::string_view document, Span trigger);

// All numbers below: on disk, never reuse.

enum class Modality : std::uint8_t {
  actual = 1,        // the source asserts that it happened
  planned = 2,       // announced, scheduled, about to
  hypothetical = 3,  // may, could, if, wants to, is asked to
  reported = 4,      // somebody whom the source quotes asserts it
  negated = 5,       // it did not happen
};
enum class Polarity : std::uint8_t { positive = 1, negative = 2 };

// TimeML's event classes (Pustejovsky et al. 2003).
enum class EventClass : std::uint8_t {
  occurrence = 1,
  reporting = 2,
  state = 3,
  i_action = 4,
  i_state = 5,
  aspectual = 6,
  perception = 7,
};
enum class Tense : std::uint8_t {
  none = 0,
  past = 1,
  present = 2,
  future = 3,
  infinitive = 4,
  prespart = 5,
  pastpart = 6
};
enum class Aspect : std::uint8_t { none = 0, progressive = 1, perfective = 2, perfective_progressive = 3 };

enum class Role : std::uint8_t {
  actor = 1,       // who does it
  recipient = 2,   // to whom it is done
  instrument = 3,  // with what
  party = 4,       // takes part, direction unknown
  speaker = 5,     // says that it happened
};

enum class ActorKind : std::uint8_t {
  unknown = 0,
  person = 1,
  organisation = 2,
  armed_group = 3,
  country = 4,
  party = 5,
  media = 6,
  group = 7,   // unnamed people: "police", "hundreds of supporters"
  office = 8,  // known by office only: "Iraq's prime minister"
  thing = 9,   // not an actor but named as target: "his residence"
};

struct Participant {
  Role role = Role::actor;
  ActorKind kind = ActorKind::unknown;
  Span span;            // of `text`
  std::string text;     // as this sentence says it: "his residence"
  std::string name;     // the longest name that the same document gives it: "Daniel Otieno"
  std::string country;  // ISO 3166-1 alpha-2, or empty
  std::string code;     // a dictionary's actor code, or empty
  std::string rule;     // what decided the name where it differs from the text: "surname", "pronoun", "possessive"
  // The office of a country that the document says the person holds at the time of the report, or, of kind `office`,
  // that is meant: "prime minister (IQ)"; or empty.
  std::string office;
  // By when the person held it, as the document says: "in power since May 2020" is the end of May 2020.
  std::optional<Instant> in_office_since;

  friend bool operator==(const Participant&, const Participant&) = default;
};

struct GeoPoint {
  double latitude = 0;   // degrees, WGS 84, north positive
  double longitude = 0;  // degrees, east positive

  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

struct PlaceMention {
  Span span;
  std::string name;     // "Green Zone"
  std::string within;   // "Baghdad"; empty when not said
  std::string country;  // ISO 3166-1 alpha-2, or empty
  // What the point is of: "site", "city", "region", "country" (its middle). A village that no table has gets the point
  // and the precision of the region or country that the text puts it in.
  std::string precision;
  std::optional<GeoPoint> point;

  friend bool operator==(const PlaceMention&, const PlaceMention&) = default;
};

struct ClaimTime {
  When when;
  std::string words;  // "late October"; empty when the date follows from a rule alone
  Span span;          // of the words
  std::string rule;   // how the date came to this event: "said", "same clause", "coordination", "news statement", ...
  // Relative to an unknown publication date: the interval in seconds from the start of that day, half open. Lets
  // "yesterday" come before "today" although neither has a date.
  std::optional<std::pair<std::int64_t, std::int64_t>> from_publication;

  friend bool operator==(const ClaimTime&, const ClaimTime&) = default;
};

struct Claim {
  ClaimId id;
  std::string document;  // Document::id
  Span trigger;          // the word that names the event
  std::string trigger_text;
  Span sentence;       // the sentence that says so
  std::string lemma;   // of the trigger: "clash"
  std::string phrase;  // the trigger with the modifiers that tell which: "drone attack"
  PloverType type = PloverType::none;
  std::string mode;   // PLOVER mode: "drone"; may be empty
  std::string group;  // kind of happening that nouns and verbs share: "attack" for strike, assault, bomb; or empty
  std::string code;   // native code of a data set or CAMEO, a string; may be empty
  EventClass event_class = EventClass::occurrence;
  Tense tense = Tense::none;
  Aspect aspect = Aspect::none;
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
  std::string attributed_to;  // who says so, when it is not the document itself
  std::optional<ClaimTime> time;
  std::vector<Participant> participants;  // in the order of the text
  std::optional<PlaceMention> place;
  // The first claim of this document about the same event (itself when it is the first), and the rule that says so.
  ClaimId same_as;
  std::string same_rule;
  std::string summary;  // one line for people: "union members clashed with police near the gates"

  friend bool operator==(const Claim&, const Claim&) = default;
};

// What a text says about the order of two of its events.
enum class Relation : std::uint8_t {
  before = 1,        // `from` starts before `to` starts
  includes = 2,      // `to` is part of `from`: it does not start before it
  simultaneous = 3,  // same start as far as one can tell
};

struct ClaimLink {
  ClaimId from;
  ClaimId to;
  Relation relation = Relation::before;
  std::string rule;           // "after", "report after what it reports", "result of", ...
  std::uint8_t weight = 100;  // percent of trust in the rule
  Span evidence;              // the words that say so

  friend bool operator==(const ClaimLink&, const ClaimLink&) = default;
};

// All that was read out of one document.
struct DocumentClaims {
  Document document;
  std::vector<Claim> claims;     // in the order of their triggers
  std::vector<ClaimLink> links;  // between claims of this document

  friend bool operator==(const DocumentClaims&, const DocumentClaims&) = default;
};

std::string_view name_of(Modality modality);
std::string_view name_of(Polarity polarity);
std::string_view name_of(EventClass event_class);  // TimeML's capitals: "OCCURRENCE", "I_ACTION"
std::string_view name_of(Tense tense);             // TimeML's capitals
std::string_view name_of(Aspect aspect);           // TimeML's capitals
std::string_view name_of(Role role);
std::string_view name_of(ActorKind kind);
std::string_view name_of(Relation relation);

}  // namespace forewhen
