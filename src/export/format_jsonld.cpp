// SPDX-License-Identifier: Apache-2.0
// jsonld: schema.org Event. The context stands in the file, so no reader has to fetch one. Dates are as fine as the
// source says; the EDTF text is `temporalCoverage`.
#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/event_json.h"
#include "export/formats.h"
#include "export/line_list.h"

namespace forewhen {
namespace {

std::string as_fine(Instant t, const Placement& placement) {
  const std::string& precision = placement.precision;
  if (precision == "year") return format_iso(CalendarTime{t, Grain::year});
  if (precision == "month") return format_iso(CalendarTime{t, Grain::month});
  return placement.whole_days() ? iso_day(t) : utc_time(t);
}

Json people(const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const std::string& name : names) list.push_back({{"@type", "Thing"}, {"name", name}});
  return list;
}

Json place_json(const EventPlace& place, const std::string& words) {
  Json json = {{"@type", "Place"}, {"name", words}};
  if (!place.country.empty()) json["address"] = {{"@type", "PostalAddress"}, {"addressCountry", place.country}};
  if (place.point)
    json["geo"] = {
        {"@type", "GeoCoordinates"}, {"latitude", place.point->latitude}, {"longitude", place.point->longitude}};
  return json;
}

Json sources(const std::vector<DocumentSummary>& documents, const std::vector<Quote>& quotes) {
  Json list = Json::array();
  for (const DocumentSummary& document : documents) {
    Json one = {{"@type", "NewsArticle"}, {"identifier", document.id}};
    if (!document.title.empty()) one["headline"] = document.title;
    if (const std::string url = safe_url(document.url); !url.empty()) one["url"] = url;
    if (document.published) one["datePublished"] = format_iso(*document.published);
    Json said = Json::array();
    for (const Quote& quote : quotes) {
      if (quote.document == document.id) said.push_back({{"@type", "Quotation"}, {"text", quote.text}});
    }
    if (!said.empty()) one["hasPart"] = said;
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

Status write_jsonld(ExportJob& job) {
  job.write("{\"@context\":{\"@vocab\":\"https://schema.org/\"},\"@graph\":[\n");
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const auto quotes = job.quotes(event);
    if (!quotes) return quotes.error();
    const auto documents = job.documents(event);
    if (!documents) return documents.error();
    const Placement placement = placement_of(event);
    Json json = {{"@type", "Event"}, {"@id", "urn:forewhen:event:" + to_string(event.id)}, {"name", what_cell(event)}};
    if (placement.has_start()) {
      json["startDate"] = as_fine(placement.begin(), placement);
    } else {
      job.losses.count("have no known start and no startDate");
    }
    if (placement.has_end() && placement.end() > placement.begin())
      json["endDate"] = as_fine(placement.end() - seconds{1}, placement);
    if (!placement.edtf.empty()) json["temporalCoverage"] = placement.edtf;
    if (event.place) json["location"] = place_json(*event.place, where_cell(event));
    if (const auto actors = names_in(event, Role::actor); !actors.empty()) json["actor"] = people(actors);
    std::vector<std::string> others = names_in(event, Role::recipient);
    for (std::string& name : names_in(event, Role::party)) others.push_back(std::move(name));
    if (!others.empty()) json["attendee"] = people(others);
    if (event.type != PloverType::none) json["keywords"] = name_of(event.type);
    if (event.modality == Modality::planned) json["eventStatus"] = "https://schema.org/EventScheduled";
    json["subjectOf"] = sources(*documents, *quotes);
    lines.add(dump(json));
    return Done{};
  });
  job.write("\n]}\n");
  return written;
}

}  // namespace forewhen
