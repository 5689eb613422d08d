// SPDX-License-Identifier: Apache-2.0
#include "export/event_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/cells.h"
#include "forewhen/query/wording.h"
#include "forewhen/time/civil.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

constexpr const char* kNames[] = {"id",         "what",
                                  "when",       "edtf",
                                  "start_min",  "start_max",
                                  "end_min",    "end_max",
                                  "precision",  "qualifier",
                                  "modality",   "polarity",
                                  "type",       "mode",
                                  "code",       "actors",
                                  "recipients", "other_participants",
                                  "place",      "within",
                                  "country",    "place_precision",
                                  "lat",        "lon",
                                  "reported",   "attributed_to",
                                  "documents",  "urls",
                                  "quote"};

bool is_midnight(Instant t) { return t == std::chrono::floor<std::chrono::days>(t); }

std::string number(double value) { return fmt::format("{}", value); }

}  // namespace

Instant Placement::end() const {
  if (has_end()) return bounds.latest_end;
  Instant end = bounds.earliest_start;
  if (!is_open(bounds.latest_start)) end = std::max(end, bounds.latest_start);
  if (!is_open(bounds.earliest_end)) end = std::max(end, bounds.earliest_end);
  return end;
}

bool Placement::whole_days() const {
  for (const Instant t : {bounds.earliest_start, bounds.latest_start, bounds.latest_end}) {
    if (!is_open(t) && !is_midnight(t)) return false;
  }
  return true;
}

bool Placement::vague_start() const {
  if (is_open(bounds.earliest_start) || is_open(bounds.latest_start)) return true;
  return bounds.latest_start - bounds.earliest_start > std::chrono::days{1};
}

// As in when_json(): an undated event is bounded by its report; only a start between two days is a date.
Placement placement_of(const Event& event) {
  Placement placement;
  placement.words = describe_when(event);
  if (!event.time) {
    const bool ordered = !is_open(event.bounds.earliest_start) && !is_open(event.bounds.latest_start);
    if (ordered) placement.bounds = event.bounds;
    return placement;
  }
  const When& when = event.time->when;
  placement.bounds = shown_bounds(event);
  placement.edtf = when.edtf;
  placement.qualifier = when.approximate && when.uncertain ? "%" : when.approximate ? "~" : when.uncertain ? "?" : "";
  if (when.grain != Grain::none) placement.precision = name_of(when.grain);
  return placement;
}

std::string iso_or_empty(Instant t) { return is_open(t) ? "" : format_iso(t); }

std::string iso_day(Instant t) { return format_iso(start_of_day(civil_of(t))); }

std::string utc_time(Instant t) {
  const auto second = (t - start_of_day(civil_of(t))).count();
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_day(t), second / 3600, second / 60 % 60, second % 60);
}

bool in_common_era(Instant t) {
  if (is_open(t)) return false;
  const auto year = civil_of(t).year;
  return year >= 1 && year <= 9999;
}

std::vector<std::string> names_in(const Event& event, Role role) {
  std::vector<std::string> names;
  for (const EventParticipant& each : event.participants) {
    if (each.role == role) names.push_back(each.name.empty() ? each.text : each.name);
  }
  return names;
}

std::vector<std::string> all_names(const Event& event) {
  std::vector<std::string> names;
  for (const EventParticipant& each : event.participants) {
    const std::string& name = each.name.empty() ? each.text : each.name;
    if (each.role != Role::speaker && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(separator)) + part;
  return out;
}

std::vector<std::string_view> field_names() { return {std::begin(kNames), std::end(kNames)}; }

Result<std::vector<Field>> fields_of(ExportJob& job, const Event& event) {
  const auto quotes = job.quotes(event);
  if (!quotes) return quotes.error();
  const auto documents = job.documents(event);
  if (!documents) return documents.error();
  std::vector<std::string> ids, urls, others;
  for (const DocumentSummary& document : *documents) {
    ids.push_back(document.id);
    if (!document.url.empty()) urls.push_back(document.url);
  }
  for (const Role role : {Role::party, Role::instrument}) {
    for (std::string& name : names_in(event, role)) others.push_back(std::move(name));
  }
  const Placement placement = placement_of(event);
  const Bounds& bounds = placement.bounds;
  const EventPlace place = event.place.value_or(EventPlace{});
  const bool point = place.point.has_value();
  const std::string values[] = {shown_id(event),
                                what_cell(event),
                                placement.words,
                                placement.edtf,
                                iso_or_empty(bounds.earliest_start),
                                iso_or_empty(bounds.latest_start),
                                iso_or_empty(bounds.earliest_end),
                                iso_or_empty(bounds.latest_end),
                                placement.precision,
                                placement.qualifier,
                                std::string(name_of(event.modality)),
                                std::string(name_of(event.polarity)),
                                std::string(name_of(event.type)),
                                event.mode,
                                event.code,
                                joined(names_in(event, Role::actor), "; "),
                                joined(names_in(event, Role::recipient), "; "),
                                joined(others, "; "),
                                place.name,
                                place.within,
                                place.country,
                                place.precision,
                                point ? number(place.point->latitude) : "",
                                point ? number(place.point->longitude) : "",
                                event.reported ? format_iso(*event.reported) : "",
                                event.attributed_to,
                                joined(ids, "; "),
                                joined(urls, "; "),
                                quotes->empty() ? "" : quotes->front().text};
  static_assert(std::size(values) == std::size(kNames));
  std::vector<Field> fields;
  for (std::size_t i = 0; i < std::size(kNames); ++i) fields.push_back({kNames[i], values[i]});
  return fields;
}

}  // namespace forewhen
