// SPDX-License-Identifier: Apache-2.0
// The example that schemas/storage.md shows in hex: one document of one sentence, which tells of two events.
#pragma once

#include "forewhen/model/claim_source.h"

namespace forewhen {

inline GraphChange worked_example() {
  const std::string text = "Brok met Vesh in Quarn on Friday, after the strike.";
  const Span met{5, 8}, strike{44, 50}, sentence{0, 51};
  const Instant friday{seconds(1614902400)};  // 2021-03-05

  DocumentClaims document;
  document.document = {"m-1", text, "Talks", "", CalendarTime{friday + seconds(86400), Grain::day}, "option"};
  Claim meeting;
  meeting.id = meeting.same_as = claim_id("m-1", met);
  meeting.document = "m-1";
  meeting.trigger = met;
  meeting.trigger_text = "met";
  meeting.sentence = sentence;
  meeting.lemma = meeting.phrase = "meet";
  meeting.type = PloverType::consult;
  meeting.tense = Tense::past;
  meeting.time = ClaimTime{{within({friday, friday + seconds(86400)}), Grain::day, false, false, "2021-03-05"},
                           "Friday",
                           {26, 32},
                           "said",
                           {{-86400, 0}}};
  meeting.participants = {{Role::actor, ActorKind::person, {0, 4}, "Brok", "Tilda Brok", "", "", "surname"}};
  meeting.place = PlaceMention{{17, 22}, "Quarn", "", "", "city", GeoPoint{12.5, -3.25}};
  meeting.summary = "Brok met Vesh in Quarn";
  Claim blow;
  blow.id = blow.same_as = claim_id("m-1", strike);
  blow.document = "m-1";
  blow.trigger = strike;
  blow.trigger_text = blow.lemma = blow.phrase = blow.summary = "strike";
  blow.sentence = sentence;
  blow.type = PloverType::assault;
  document.claims = {meeting, blow};
  document.links = {{blow.id, meeting.id, Relation::before, "after", 90, {34, 39}}};

  const ActorId brok = actor_id("Tilda Brok");
  const PlaceId quarn = place_id("Quarn", "");
  PlacedEvent talks, attack;
  talks.event.id = event_id(meeting.id);
  talks.event.summary = meeting.summary;
  talks.event.lemma = talks.event.phrase = "meet";
  talks.event.type = meeting.type;
  talks.event.time = meeting.time;
  talks.event.bounds = meeting.time->when.bounds;
  talks.event.participants = {{Role::actor, ActorKind::person, brok, "Tilda Brok", "Brok"}};
  talks.event.place = EventPlace{quarn, "Quarn", "", "", "city", GeoPoint{12.5, -3.25}};
  talks.event.mentions = {{meeting.id, "m-1", met, "met", sentence}};
  talks.event.reported = document.document.published;
  talks.event.terms = {{"meet", 3}, {"strike", 1}};
  talks.blocks = {0x0203};
  attack.event.id = event_id(blow.id);
  attack.event.summary = attack.event.lemma = attack.event.phrase = "strike";
  attack.event.type = blow.type;
  attack.event.bounds.latest_start = friday + seconds(86400);
  attack.event.mentions = {{blow.id, "m-1", strike, "strike", sentence}};
  attack.event.reported = document.document.published;
  attack.event.terms = {{"strike", 3}};

  GraphChange change;
  change.document = "m-1";
  change.put_document = document;
  change.put_events = {talks, attack};
  change.put_actors = {{brok, "Tilda Brok", ActorKind::person, "", {"Brok"}}};
  change.put_places = {{quarn, "Quarn", "", "", "city", GeoPoint{12.5, -3.25}}};
  change.put_links = {{attack.event.id, talks.event.id, Relation::before, "after", 90, "m-1", {34, 39}}};
  change.put_names = {{0x51, "Tilda Brok", "m-1"}};
  return change;
}

}  // namespace forewhen
