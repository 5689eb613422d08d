// SPDX-License-Identifier: Apache-2.0
#include "forewhen/model/record.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "forewhen/base/stem.h"

namespace forewhen {
namespace {

constexpr int kNamed = 3, kMentioned = 1;  // weights of terms, as those of events told in texts

std::string names_in_role(const Claim& claim, bool doers) {
  std::string names;
  for (const Participant& p : claim.participants) {
    const bool does = p.role == Role::actor || p.role == Role::party;
    if (does != doers || p.name.empty()) continue;
    if (!names.empty()) names += ", ";
    names += p.name;
  }
  return names;
}

// "Daniel Otieno: Consult: Kenya (Nairobi)".
std::string summary_of(const Claim& claim) {
  std::string summary = names_in_role(claim, true);
  if (!summary.empty()) summary += ": ";
  summary += claim.phrase.empty() ? claim.lemma : claim.phrase;
  if (const std::string others = names_in_role(claim, false); !others.empty()) summary += ": " + others;
  if (claim.place && !claim.place->name.empty()) summary += " (" + claim.place->name + ")";
  return summary;
}

void add_terms(std::map<std::string, int>& terms, std::string_view text, int weight) {
  for (std::string& stem : content_stems(text)) {
    int& known = terms[std::move(stem)];
    known = std::max(known, weight);
  }
}

// Who takes part, each once; by the names in the records.
using Named = std::set<std::tuple<Role, ActorId, std::string_view>>;

void add_participants(std::vector<EventParticipant>& out, Named& named, const Record& record, bool mirrored) {
  for (std::size_t i = 0; i < record.claim.participants.size(); ++i) {
    const Participant& said = record.claim.participants[i];
    EventParticipant participant{said.role, said.kind, record_actor(said), said.name, said.text};
    participant.country = said.country;
    participant.code = said.code;
    if (i < record.sectors.size()) participant.sectors = record.sectors[i];
    if (mirrored && participant.role == Role::recipient) participant.role = Role::actor;
    if (named.emplace(participant.role, participant.actor, said.name).second) out.push_back(std::move(participant));
  }
}

Mention mention_of(const Record& record) {
  const Claim& claim = record.claim;
  return {record_claim(record.document.id), record.document.id, claim.trigger, claim.trigger_text, claim.sentence};
}

void sort_by_document(std::vector<Mention>& mentions) {
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.document < b.document; });
}

}  // namespace

EventId record_event(std::string_view record_id) { return {document_id(record_id).value}; }

ActorId record_actor(const Participant& participant) {
  const bool is_thing = participant.kind == ActorKind::thing || participant.role == Role::instrument;
  const bool is_anybody = participant.kind == ActorKind::group && participant.country.empty();
  return is_thing || is_anybody || participant.name.empty() ? ActorId{} : actor_id(participant.name);
}

void identify(Record& record) {
  record.claim.id = record_claim(record.document.id);
  record.claim.document = record.document.id;
}

Claim claim_of(const Record& record) {
  Claim claim = record.claim;
  if (claim.summary.empty()) claim.summary = summary_of(claim);
  return claim;
}

Event event_of(const Record& founding, const Record* mirror) {
  const Claim& claim = founding.claim;
  Event event;
  event.id = record_event(founding.document.id);
  event.record = founding.document.id;
  event.summary = claim.summary.empty() ? summary_of(claim) : claim.summary;
  event.lemma = claim.lemma;
  event.phrase = claim.phrase;
  event.type = claim.type;
  event.mode = claim.mode;
  event.group = claim.group;
  event.code = claim.code;
  event.event_class = claim.event_class;
  event.modality = claim.modality;
  event.polarity = claim.polarity;
  event.attributed_to = claim.attributed_to;
  event.time = claim.time;
  if (claim.time) event.bounds = claim.time->when.bounds;
  Named named;
  add_participants(event.participants, named, founding, mirror != nullptr);
  event.mentions.push_back(mention_of(founding));
  event.reported = founding.document.published;
  event.attributes = founding.attributes;
  if (mirror) {
    add_participants(event.participants, named, *mirror, true);
    event.mentions.push_back(mention_of(*mirror));
    sort_by_document(event.mentions);
  }
  std::stable_sort(event.participants.begin(), event.participants.end(),
                   [](const EventParticipant& a, const EventParticipant& b) { return a.role < b.role; });
  if (claim.place) {
    const PlaceMention& place = *claim.place;
    event.place = EventPlace{
        place_id(place.name, place.country), place.name, place.within, place.country, place.precision, place.point};
  }
  std::map<std::string, int> terms;
  add_terms(terms, claim.phrase, kNamed);
  for (const Participant& p : claim.participants) add_terms(terms, p.name, kNamed);
  if (claim.place) add_terms(terms, claim.place->name, kMentioned);
  add_terms(terms, founding.document.title, kMentioned);
  event.terms.assign(terms.begin(), terms.end());
  return event;
}

void add_report(Event& event, const Record& report) {
  event.mentions.push_back(mention_of(report));
  sort_by_document(event.mentions);
  const auto& published = report.document.published;
  if (published && (!event.reported || published->start < event.reported->start)) event.reported = published;
}

}  // namespace forewhen
