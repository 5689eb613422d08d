// SPDX-License-Identifier: Apache-2.0
// The fields of each record in the order of the disk. To change one: a new version of the record (codec.cpp), a new
// decoder beside the old one, and schemas/storage.md in the same commit.
#pragma once

#include <algorithm>

#include "store/archive.h"
#include "store/codec.h"

namespace forewhen::store {

template <>
struct Range<Grain> {
  static constexpr auto least = Grain::none, greatest = Grain::millennium;
};
template <>
struct Range<PloverType> {
  static constexpr auto least = PloverType::none, greatest = PloverType::assault;
};
template <>
struct Range<Modality> {
  static constexpr auto least = Modality::actual, greatest = Modality::negated;
};
template <>
struct Range<Polarity> {
  static constexpr auto least = Polarity::positive, greatest = Polarity::negative;
};
template <>
struct Range<EventClass> {
  static constexpr auto least = EventClass::occurrence, greatest = EventClass::perception;
};
template <>
struct Range<Tense> {
  static constexpr auto least = Tense::none, greatest = Tense::pastpart;
};
template <>
struct Range<Aspect> {
  static constexpr auto least = Aspect::none, greatest = Aspect::perfective_progressive;
};
template <>
struct Range<Role> {
  static constexpr auto least = Role::actor, greatest = Role::speaker;
};
template <>
struct Range<ActorKind> {
  static constexpr auto least = ActorKind::unknown, greatest = ActorKind::thing;
};
template <>
struct Range<Relation> {
  static constexpr auto least = Relation::before, greatest = Relation::simultaneous;
};

template <>
struct Range<DecisionKind> {
  static constexpr auto least = DecisionKind::merge, greatest = DecisionKind::split;
};
template <>
struct Range<DecisionSubject> {
  static constexpr auto least = DecisionSubject::event, greatest = DecisionSubject::actor;
};

template <class Io, Is<Span> T>
void fields(Io& io, T& v) {
  io(v.begin, v.end);
}

template <class Io, Is<CalendarTime> T>
void fields(Io& io, T& v) {
  io(v.start, v.grain);
}

template <class Io, Is<Bounds> T>
void fields(Io& io, T& v) {
  io(v.earliest_start, v.latest_start, v.earliest_end, v.latest_end);
}

template <class Io, Is<When> T>
void fields(Io& io, T& v) {
  io(v.bounds, v.grain, v.approximate, v.uncertain, v.edtf);
}

template <class Io, Is<ClaimTime> T>
void fields(Io& io, T& v) {
  io(v.when, v.words, v.span, v.rule, v.from_publication);
}

template <class Io, Is<GeoPoint> T>
void fields(Io& io, T& v) {
  io(v.latitude, v.longitude);
}

template <class Io, Is<Participant> T>
void fields(Io& io, T& v) {
  io(v.role, v.kind, v.span, v.text, v.name, v.country, v.code, v.rule);
}

template <class Io, Is<PlaceMention> T>
void fields(Io& io, T& v) {
  io(v.span, v.name, v.within, v.country, v.precision, v.point);
}

template <class Io, Is<ClaimLink> T>
void fields(Io& io, T& v) {
  io(v.from, v.to, v.relation, v.rule, v.weight, v.evidence);
}

template <class Io, Is<Claim> T>
void fields(Io& io, T& v) {
  io(v.id, v.document, v.trigger, v.trigger_text, v.sentence, v.lemma, v.phrase, v.type, v.mode, v.group, v.code,
     v.event_class, v.tense, v.aspect, v.modality, v.polarity, v.attributed_to, v.time, v.participants, v.place,
     v.same_as, v.same_rule, v.summary);
}

template <class Io, Is<Mention> T>
void fields(Io& io, T& v) {
  io(v.claim, v.document, v.span, v.text, v.sentence);
}

template <class Io, Is<EventParticipant> T>
void fields(Io& io, T& v) {
  io(v.role, v.kind, v.actor, v.name, v.text);
}

template <class Io, Is<EventPlace> T>
void fields(Io& io, T& v) {
  io(v.place, v.name, v.within, v.country, v.precision, v.point);
}

template <class Io, Is<Event> T>
void fields(Io& io, T& v) {
  io(v.id, v.summary, v.lemma, v.phrase, v.type, v.mode, v.group, v.code, v.event_class, v.modality, v.polarity,
     v.attributed_to, v.time, v.bounds, v.participants, v.place, v.mentions, v.reported, v.terms);
}

template <class Io, Is<EventRecord> T>
void fields(Io& io, T& v) {
  io(v.event, v.blocks);
}

template <class Io, Is<Actor> T>
void fields(Io& io, T& v) {
  io(v.id, v.name, v.kind, v.country, v.aliases);
}

template <class Io, Is<Place> T>
void fields(Io& io, T& v) {
  io(v.id, v.name, v.within, v.country, v.precision, v.point);
}

template <class Io, Is<DocumentRecord> T>
void fields(Io& io, T& v) {
  io(v.title, v.url, v.published, v.published_from, v.recorded, v.revision, v.claims, v.text_size, v.text_hash);
}

template <class Io, Is<ClaimList> T>
void fields(Io& io, T& v) {
  io(v.claims, v.links);
}

template <class Io, Is<NameList> T>
void fields(Io& io, T& v) {
  io(v.uses);
}

template <class Io, Is<GraphCounts> T>
void fields(Io& io, T& v) {
  io(v.documents, v.claims, v.events, v.actors, v.places, v.links, v.undated_events, v.participations);
}

template <class Io, Is<DecidedMention> T>
void fields(Io& io, T& v) {
  io(v.claim, v.document, v.trigger, v.text);
}

template <class Io, Is<Decision> T>
void fields(Io& io, T& v) {
  io(v.number, v.kind, v.a, v.b, v.made, v.who, v.why);
}

template <class Io, Is<LayoutRecord> T>
void fields(Io& io, T& v) {
  io(v.layout, v.program);
}

// Fields that came later. A record with nothing in them stays of version 1, which older programs read; one that has
// something is of version 2, with these behind the others.
template <class Record>
inline constexpr bool kHasLaterFields = false;
template <>
inline constexpr bool kHasLaterFields<DocumentRecord> = true;
template <>
inline constexpr bool kHasLaterFields<Claim> = true;
template <>
inline constexpr bool kHasLaterFields<Decision> = true;

inline bool uses_later_fields(const DocumentRecord& v) { return !v.extractor.empty() || !v.extractor_version.empty(); }
template <class Io, Is<DocumentRecord> T>
void later_fields(Io& io, T& v) {
  io(v.extractor, v.extractor_version);
}

inline bool uses_later_fields(const Claim& v) {
  return std::any_of(v.participants.begin(), v.participants.end(),
                     [](const Participant& one) { return !one.office.empty() || one.in_office_since; });
}
template <class Io, Is<Claim> T>
void later_fields(Io& io, T& v) {
  for (auto& participant : v.participants) io(participant.office, participant.in_office_since);
}

inline bool uses_later_fields(const Decision& v) { return v.about != DecisionSubject::event || v.a.actor || v.b.actor; }
template <class Io, Is<Decision> T>
void later_fields(Io& io, T& v) {
  io(v.about, v.a.actor, v.b.actor);
}

}  // namespace forewhen::store
