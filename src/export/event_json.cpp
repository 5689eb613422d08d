// SPDX-License-Identifier: Apache-2.0
#include "export/event_json.h"

#include <algorithm>

#include "forewhen/query/wording.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json participant_json(const EventParticipant& participant) {
  Json json;
  json["role"] = name_of(participant.role);
  json["name"] = participant.name;
  json["text"] = participant.text;
  json["kind"] = name_of(participant.kind);
  json["actor"] = participant.actor ? Json(to_string(participant.actor)) : Json(nullptr);
  if (!participant.country.empty()) json["country"] = participant.country;
  if (!participant.code.empty()) json["code"] = participant.code;
  if (!participant.sectors.empty()) json["sectors"] = participant.sectors;
  return json;
}

Json place_json(const EventPlace& place) {
  Json json;
  json["name"] = place.name;
  json["within"] = place.within;
  json["country"] = place.country;
  json["precision"] = place.precision;
  json["lat"] = place.point ? Json(place.point->latitude) : Json(nullptr);
  json["lon"] = place.point ? Json(place.point->longitude) : Json(nullptr);
  json["place"] = place.place ? Json(to_string(place.place)) : Json(nullptr);
  return json;
}

Json mention_json(const Mention& mention) {
  Json json;
  json["document"] = mention.document;
  json["begin"] = mention.span.begin;
  json["end"] = mention.span.end;
  json["text"] = mention.text;
  return json;
}

template <class List, class ToJson>
Json list_json(const List& list, ToJson to_json_value) {
  Json json = Json::array();
  for (const auto& one : list) json.push_back(to_json_value(one));
  return json;
}

Json order_json(const Event& event) {
  if (is_open(event.bounds.earliest_start) || is_open(event.bounds.latest_start)) return nullptr;
  Json json;
  json["edtf"] = nullptr;
  put_bounds(json, event.bounds);
  json["grain"] = name_of(Grain::none);
  json["rule"] = "order of the text";
  json["words"] = "";
  return json;
}

}  // namespace

Json instant_json(Instant t) { return is_open(t) ? Json(nullptr) : Json(format_iso(t)); }

void put_bounds(Json& json, const Bounds& bounds) {
  json["earliest_start"] = instant_json(bounds.earliest_start);
  json["latest_start"] = instant_json(bounds.latest_start);
  json["earliest_end"] = instant_json(bounds.earliest_end);
  json["latest_end"] = instant_json(bounds.latest_end);
}

// An undated event is bounded by the day of its report and perhaps by the order of the text; unless that leaves its
// start between two days, it is no date, and it has none here.
Json when_json(const Event& event) {
  if (!event.time) return order_json(event);
  const ClaimTime& time = *event.time;
  Json json;
  json["edtf"] = text_or_null(time.when.edtf);
  put_bounds(json, shown_bounds(event));
  json["grain"] = name_of(time.when.grain);
  if (time.when.approximate) json["approximate"] = true;
  if (time.when.uncertain) json["uncertain"] = true;
  json["rule"] = time.rule;
  json["words"] = time.words;
  return json;
}

Json event_json(const Event& event) {
  Json json;
  json["event"] = shown_id(event);
  json["when"] = when_json(event);
  json["modality"] = name_of(event.modality);
  json["polarity"] = name_of(event.polarity);
  json["type"] = name_of(event.type);
  json["mode"] = event.mode;
  if (!event.code.empty()) json["code"] = event.code;
  json["class"] = name_of(event.event_class);
  json["lemma"] = event.lemma;
  json["phrase"] = event.phrase;
  json["participants"] = list_json(event.participants, participant_json);
  json["place"] = event.place ? place_json(*event.place) : Json(nullptr);
  json["mentions"] = list_json(event.mentions, mention_json);
  json["summary"] = event.summary;
  json["reported"] = event.reported ? Json(format_iso(*event.reported)) : Json(nullptr);
  json["attributed_to"] = text_or_null(event.attributed_to);
  if (!event.attributes.empty()) {
    Json& attributes = json["attributes"] = Json::object();
    for (const auto& [name, value] : event.attributes) attributes[name] = value;
  }
  return json;
}

void put_disputes(Json& json, const std::vector<ConflictKind>& disputes) {
  if (!disputes.empty()) json["disputed"] = list_json(disputes, [](ConflictKind kind) { return Json(name_of(kind)); });
}

Json told_json(const Corroboration& told) {
  Json json;
  json["documents"] = told.documents;
  json["independent"] = told.independent;
  return json;
}

Json quote_json(const Quote& quote) {
  Json json;
  json["document"] = quote.document;
  json["begin"] = quote.span.begin;
  json["end"] = quote.span.end;
  json["text"] = quote.text;
  if (!quote.trigger.empty()) json["trigger"] = Json::array({quote.trigger.begin, quote.trigger.end});
  return json;
}

Json tie_json(const Tie& tie) {
  Json json;
  json["kind"] = name_of(tie.kind);
  json["id"] = tie.id;
  json["name"] = tie.name;
  return json;
}

Json relevance_json(const Relevance& relevance) {
  Json json;
  json["score"] = relevance.score();
  json["link"] = relevance.link;
  json["actors"] = relevance.actors;
  json["time"] = relevance.time;
  json["sources"] = relevance.sources;
  return json;
}

Json item_json(const AnswerItem& item) {
  Json json = event_json(item.event);
  json["certainty"] = name_of(item.certainty);
  json["standing"] = name_of(item.standing);
  json["ties"] = list_json(item.ties, tie_json);
  json["reasons"] = item.reasons;
  json["hop"] = item.hop;
  json["path"] = list_json(item.path, [](EventId id) { return Json(to_string(id)); });
  if (item.relevance) json["relevance"] = relevance_json(*item.relevance);
  if (!item.cursor.empty()) json["cursor"] = item.cursor;
  if (!item.quotes.empty()) json["quotes"] = list_json(item.quotes, quote_json);
  json["told_by"] = told_json(item.told);
  put_disputes(json, item.disputes);
  return json;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace forewhen
