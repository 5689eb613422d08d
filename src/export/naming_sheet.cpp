// SPDX-License-Identifier: Apache-2.0
// Documents that tell no event, with what they name.
#include <fmt/format.h>

#include "export/event_json.h"
#include "export/grid.h"
#include "forewhen/export/json.h"
#include "forewhen/export/sheet.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

std::string people_of(const NamingDocument& document) {
  std::string names;
  for (const Participant& one : document.people) names += (names.empty() ? "" : "; ") + one.name;
  return names;
}

std::string in_words(const PlaceMention& place) {
  std::string words = place.name;
  if (!place.within.empty()) words += ", " + place.within;
  if (!place.country.empty()) words += ", " + place.country;
  return words;
}

std::string places_of(const NamingDocument& document) {
  std::string names;
  for (const PlaceMention& place : document.places) names += (names.empty() ? "" : "; ") + place.name;
  return names;
}

std::string published_cell(const DocumentSummary& document) {
  return document.published ? format_iso(*document.published) : "";
}

Json naming_json(const NamingDocument& naming) {
  Json json = document_json(naming.document);
  json["people"] = Json::array();
  for (const Participant& one : naming.people) {
    Json person;
    person["name"] = one.name;
    person["kind"] = name_of(one.kind);
    const ActorId actor = actor_id(one.name);
    person["actor"] = to_string(actor);
    json["people"].push_back(std::move(person));
  }
  json["places"] = Json::array();
  for (const PlaceMention& place : naming.places) {
    Json one;
    one["name"] = place.name;
    one["within"] = place.within;
    one["country"] = place.country;
    one["precision"] = place.precision;
    one["lat"] = place.point ? Json(place.point->latitude) : Json(nullptr);
    one["lon"] = place.point ? Json(place.point->longitude) : Json(nullptr);
    json["places"].push_back(std::move(one));
  }
  json["attributes"] = Json::object();
  for (const auto& [name, value] : naming.attributes) json["attributes"][name] = value;
  return json;
}

}  // namespace

std::string to_json(const NamingDocument& naming) { return dump(naming_json(naming)); }

std::string to_table(const NamingDocument& naming, const TableStyle& style) {
  std::vector<GridRow> rows;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) rows.push_back({{name, printable(value)}, {}});
  };
  add("document", naming.document.id);
  add("title", naming.document.title);
  add("published", published_cell(naming.document));
  add("address", naming.document.url);
  for (const Participant& one : naming.people) add(std::string(name_of(one.kind)), one.name);
  for (const PlaceMention& place : naming.places) {
    const std::string point =
        place.point ? fmt::format(" ({}, {}: {})", place.point->latitude, place.point->longitude, place.precision) : "";
    add("place", in_words(place) + point);
  }
  for (const auto& [name, value] : naming.attributes) add(name, value);
  return draw_grid({{"field", true, 0}, {"value", false, 20}}, rows, style.width, style.unicode);
}

Sheet to_sheet(const std::vector<ScoredDocument>& documents) {
  Sheet sheet;
  sheet.columns = {{"score", true, 0},   {"published", true, 0}, {"title", false, 16},
                   {"names", false, 16}, {"places", false, 10},  {"id", true, 0}};
  sheet.empty = "no document without events has such words";
  for (const ScoredDocument& one : documents) {
    const NamingDocument& naming = one.document;
    sheet.rows.push_back({fmt::format("{:.2f}", one.score), published_cell(naming.document), naming.document.title,
                          people_of(naming), places_of(naming), naming.document.id});
    Json json = naming_json(naming);
    json["score"] = one.score;
    sheet.json.push_back(dump(json));
  }
  return sheet;
}

}  // namespace forewhen
