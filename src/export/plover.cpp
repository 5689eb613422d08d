// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/plover.h"

#include "export/event_json.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

std::string day_of(Instant t) { return format_iso(CalendarTime{t, Grain::day}); }

Json entity_json(const EventParticipant& participant) {
  Json json;
  json["code"] = participant.code.empty() ? participant.country : participant.code;
  Json& sectors = json["sector"] = Json::array();
  for (std::size_t at = 0; at < participant.sectors.size();) {
    const std::size_t end = std::min(participant.sectors.find(';', at), participant.sectors.size());
    sectors.push_back(participant.sectors.substr(at, end - at));
    at = end + 1;
  }
  json["entity_text"] = participant.name;
  return json;
}

Json place_json(const EventPlace& place) {
  Json json;
  json["resolved_place"] = place.name;
  if (!place.within.empty()) json["province"] = place.within;
  json["country_code"] = place.country;
  if (place.point) json["lat"] = place.point->latitude, json["lon"] = place.point->longitude;
  json["resolution"] = place.precision == "site"     ? 5
                       : place.precision == "city"   ? 4
                       : place.precision == "region" ? 2
                                                     : 1;
  return json;
}

}  // namespace

std::optional<std::string> to_plover(const Event& event) {
  const Bounds& bounds = event.bounds;
  const bool dated = event.time && !is_open(bounds.earliest_start) && !is_open(bounds.latest_start);
  if (event.type == PloverType::none || !dated || !event.happened()) return std::nullopt;
  Json actors = Json::array(), recipients = Json::array();
  for (const EventParticipant& participant : event.participants) {
    if (participant.role == Role::actor || participant.role == Role::party) actors.push_back(entity_json(participant));
    if (participant.role == Role::recipient) recipients.push_back(entity_json(participant));
  }
  if (actors.empty()) return std::nullopt;
  Json json;
  json["id"] = shown_id(event);
  const std::string first = day_of(bounds.earliest_start);
  const Instant end =
      is_open(bounds.latest_end) ? bounds.latest_start : std::max(bounds.latest_end, bounds.latest_start);
  const std::string last = day_of(end - seconds{1});
  json["date"] = first;
  if (last != first) json["enddate"] = last;
  json["actor"] = std::move(actors);
  json["recipient"] = std::move(recipients);
  json["event"] = Json::array({name_of(event.type)});
  json["mode"] = event.mode.empty() ? Json::array() : Json::array({event.mode});
  if (event.place) json["event_loc"] = place_json(*event.place);
  json["event_text"] = event.summary;
  json["cite_info"] = Json::object({{"citation", event.mentions.empty() ? "" : event.mentions.front().document}});
  json["coder"] = "forewhen";
  json["comment"] = event.time->when.edtf;
  return dump(json);
}

}  // namespace forewhen
