// SPDX-License-Identifier: Apache-2.0
#include "export/page_columns.h"

#include <fmt/format.h>

#include "export/cells.h"
#include "export/event_fields.h"
#include "forewhen/query/wording.h"

namespace forewhen {
namespace {

Json seconds_json(Instant t) { return is_open(t) ? Json(nullptr) : Json(t.time_since_epoch().count()); }

void write_line(ExportJob& job, const char* name, const Json& json) {
  job.write(fmt::format("\"{}\":{},\n", name, script_json(json)));
}

}  // namespace

std::string script_json(const Json& json) {
  std::string out;
  for (const char c : dump(json)) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

void WordColumn::add(const std::string& word) {
  of_.push_back(numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second);
}

Json WordColumn::words() const {
  std::vector<std::string> words(numbers_.size());
  for (const auto& [word, number] : numbers_) words[number] = word;
  return words;
}

void TimeColumn::add(Instant t) {
  if (is_open(t)) {
    entries_.push_back({true, 0});
    return;
  }
  const std::int64_t at = t.time_since_epoch().count();
  entries_.push_back({false, at - last_});
  last_ = at;
}

Json TimeColumn::json() const {
  Json json = Json::array();
  for (const Entry& entry : entries_) json.push_back(entry.open ? Json(nullptr) : Json(entry.step));
  return json;
}

void PageColumns::add(const Event& event) {
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  numbers_.emplace(event.id, number);
  ids_ += fmt::format("{:016x}", event.id.value);
  const Bounds& b = event.bounds;
  earliest_start_.add(b.earliest_start);
  latest_start_.add(b.latest_start);
  earliest_end_.add(b.earliest_end);
  latest_end_.add(b.latest_end);
  if (const Bounds s = event.time ? shown_bounds(event) : b; s != b) {
    shown_.push_back({number, seconds_json(s.earliest_start), seconds_json(s.latest_start),
                      seconds_json(s.earliest_end), seconds_json(s.latest_end)});
  }
  reported_.add(event.reported ? event.reported->extent().begin : kOpenPast);
  any_reported_ |= event.reported.has_value();
  const Placement placement = placement_of(event);
  when_.add(placement.words);
  edtf_.add(placement.edtf);
  type_.add(std::string(name_of(event.type)));
  const bool negative = event.polarity == Polarity::negative;
  standing_.push_back(static_cast<std::uint8_t>(static_cast<int>(event.modality) + (negative ? 8 : 0)));
  std::vector<std::uint32_t>& parts = parts_.emplace_back();
  for (const EventParticipant& p : event.participants) {
    if (!p.actor) continue;
    const auto [at, is_new] = actor_numbers_.emplace(p.actor, static_cast<std::uint32_t>(actors_.size()));
    if (is_new) actors_.push_back(p.name.empty() ? p.text : p.name);
    parts.push_back(at->second * 8 + static_cast<std::uint32_t>(p.role));
  }
  place_of_.push_back(event.place ? static_cast<std::int64_t>(place_number(*event.place)) : -1);
}

// One place can have several points: data sets give that of the site. They are told apart, and known to be one by the
// last field.
std::uint32_t PageColumns::place_number(const EventPlace& place) {
  Event only_place;
  only_place.place = place;
  Json json = {place.name, where_cell(only_place), place.precision};
  json.push_back(place.point ? Json(place.point->latitude) : Json(nullptr));
  json.push_back(place.point ? Json(place.point->longitude) : Json(nullptr));
  const auto group = place_groups_.emplace(place.place, static_cast<std::uint32_t>(place_groups_.size())).first;
  json.push_back(group->second);
  const auto [at, is_new] = place_numbers_.emplace(dump(json), static_cast<std::uint32_t>(places_.size()));
  if (is_new) places_.push_back(std::move(json));
  return at->second;
}

std::optional<std::uint32_t> PageColumns::number_of(EventId id) const {
  const auto at = numbers_.find(id);
  return at == numbers_.end() ? std::optional<std::uint32_t>() : at->second;
}

void PageColumns::write(ExportJob& job) const {
  write_line(job, "ids", ids_);
  write_line(job, "earliest_start", earliest_start_.json());
  write_line(job, "latest_start", latest_start_.json());
  write_line(job, "earliest_end", earliest_end_.json());
  write_line(job, "latest_end", latest_end_.json());
  write_line(job, "shown", shown_);
  write_line(job, "reported", any_reported_ ? reported_.json() : Json::array());
  write_line(job, "when_words", when_.words());
  write_line(job, "when", when_.of_events());
  write_line(job, "edtf_words", edtf_.words());
  write_line(job, "edtf", edtf_.of_events());
  write_line(job, "type_words", type_.words());
  write_line(job, "type", type_.of_events());
  write_line(job, "standing", std::vector<int>(standing_.begin(), standing_.end()));
  write_line(job, "actors", actors_);
  write_line(job, "parts", parts_);
  write_line(job, "places", places_);
  write_line(job, "place", place_of_);
}

}  // namespace forewhen
