// SPDX-License-Identifier: Apache-2.0
// ftm: FollowTheMoney entities as JSON lines: an Event an event, before it who takes part, each once, as Person,
// Organization, PublicBody or LegalEntity. Dates are partial ISO 8601 as its type `date` allows ("2014-02").
#include <set>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/event_json.h"
#include "export/formats.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

const char* schema_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::person:
    case ActorKind::office:
      return "Person";
    case ActorKind::organisation:
    case ActorKind::armed_group:
    case ActorKind::party:
    case ActorKind::media:
      return "Organization";
    case ActorKind::country:
      return "PublicBody";
    default:
      return "LegalEntity";
  }
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// As much of the day as the source says.
std::string partial(Instant t, const Placement& placement) {
  const std::string& precision = placement.precision;
  if (precision == "year" || precision == "decade" || precision == "century")
    return format_iso(CalendarTime{t, Grain::year});
  if (precision == "month" || precision == "quarter" || precision == "season" || precision == "half_year")
    return format_iso(CalendarTime{t, Grain::month});
  return placement.whole_days() ? iso_day(t) : utc_time(t).substr(0, 19);
}

Status write_actors(ExportJob& job, const Event& event, std::set<ActorId>& known) {
  for (const EventParticipant& each : event.participants) {
    if (!each.actor || each.kind == ActorKind::thing || !known.insert(each.actor).second) continue;
    const auto actor = job.source.find_actor(each.actor);
    if (!actor) return actor.error();
    if (!*actor) continue;
    Json properties = {{"name", {(*actor)->name}}};
    if (!(*actor)->aliases.empty()) properties["alias"] = (*actor)->aliases;
    if (!(*actor)->country.empty()) properties["country"] = {lower((*actor)->country)};
    job.write(dump({{"id", to_string(each.actor)}, {"schema", schema_of((*actor)->kind)}, {"properties", properties}}) +
              "\n");
  }
  return Done{};
}

void put_dates(ExportJob& job, Json& properties, const Placement& placement) {
  if (!placement.has_start()) return job.losses.count("have no known start and no date");
  if (!in_common_era(placement.begin()) || !in_common_era(placement.end()) || civil_of(placement.begin()).year < 1000)
    return job.losses.count("lie outside the years 1000 to 9999 and have no date");
  const std::string begin = partial(placement.begin(), placement);
  const std::string end = placement.has_end() ? partial(placement.end() - seconds{1}, placement) : "";
  if (begin == end) {
    properties["date"] = {begin};
    return;
  }
  properties["startDate"] = {begin};
  if (!end.empty()) properties["endDate"] = {end};
}

}  // namespace

Status write_ftm(ExportJob& job) {
  std::set<ActorId> known;
  return job.for_each([&](const Event& event) -> Status {
    if (Status actors = write_actors(job, event, known); !actors) return actors;
    const auto quotes = job.quotes(event);
    if (!quotes) return quotes.error();
    const auto documents = job.documents(event);
    if (!documents) return documents.error();
    const Placement placement = placement_of(event);
    Json properties = {{"name", {what_cell(event)}}};
    put_dates(job, properties, placement);
    for (const EventParticipant& each : event.participants) {
      if (!each.actor || each.kind == ActorKind::thing || each.role == Role::speaker) continue;
      properties[each.role == Role::actor ? "organizer" : "involved"].push_back(to_string(each.actor));
    }
    if (event.place) {
      properties["location"] = {where_cell(event)};
      if (!event.place->country.empty()) properties["country"] = {lower(event.place->country)};
    }
    for (const Quote& quote : *quotes) properties["summary"].push_back(quote.text);
    for (const DocumentSummary& document : *documents) {
      if (const std::string url = safe_url(document.url); !url.empty()) properties["sourceUrl"].push_back(url);
      properties["recordId"].push_back(document.id);
    }
    properties["notes"] = {"when: " + placement.words};
    if (!placement.edtf.empty()) properties["notes"].push_back("EDTF: " + placement.edtf);
    job.write(dump({{"id", to_string(event.id)}, {"schema", "Event"}, {"properties", properties}}) + "\n");
    return Done{};
  });
}

}  // namespace forewhen
