// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "export/cells.h"
#include "export/event_json.h"
#include "forewhen/export/sheet.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

void note_left_out(Sheet& sheet, const LeftOut& left_out) {
  if (std::string words = to_string(left_out); !words.empty()) sheet.notes.push_back(std::move(words));
}

std::string type_of(PloverType type) { return type == PloverType::none ? "none" : std::string(name_of(type)); }

// The last day that is meant is part of it.
std::string day_or_empty(Instant t) { return is_open(t) ? "" : format_iso(CalendarTime{t, Grain::day}); }

}  // namespace

Sheet to_sheet(const DyadAnswer& answer, std::size_t bar) {
  Sheet sheet;
  sheet.columns = {{"month", true, 0},    {"type", true, 0},     {"forward", true, 0},
                   {"backward", true, 0}, {"together", true, 0}, {"events", true, 0}};
  if (bar != 0) sheet.columns.push_back({"", true, 0});
  sheet.empty = fmt::format("no event of both {} and {}", answer.a, answer.b);
  std::uint64_t most = 1;
  for (const DyadMonth& one : answer.months) most = std::max(most, one.total());
  for (const DyadMonth& one : answer.months) {
    sheet.rows.push_back({one.month.empty() ? "unclear" : one.month, type_of(one.type), std::to_string(one.forward),
                          std::to_string(one.backward), std::to_string(one.together), std::to_string(one.total())});
    // At least one mark for what is there.
    if (bar != 0) sheet.rows.back().push_back(std::string(std::max<std::size_t>(1, one.total() * bar / most), '#'));
    Json json;
    json["a"] = answer.a;
    json["b"] = answer.b;
    json["month"] = one.month.empty() ? Json(nullptr) : Json(one.month);
    json["type"] = type_of(one.type);
    json["forward"] = one.forward;
    json["backward"] = one.backward;
    json["together"] = one.together;
    json["events"] = one.total();
    sheet.json.push_back(dump(json));
  }
  sheet.notes.push_back(fmt::format("forward: {} to {}; backward: {} to {}; together: in other roles", answer.a,
                                    answer.b, answer.b, answer.a));
  note_left_out(sheet, answer.left_out);
  return sheet;
}

Sheet to_sheet(const CompanionAnswer& answer) {
  Sheet sheet;
  sheet.columns = {{"actor", false, 12}, {"kind", true, 0}, {"country", true, 0}, {"events", true, 0},
                   {"first", true, 0},   {"last", true, 0}, {"id", true, 0}};
  sheet.empty = fmt::format("nobody takes part in an event with {}", answer.with);
  for (const Companion& one : answer.actors) {
    const std::string first = day_or_empty(one.seen.begin);
    const std::string last = is_open(one.seen.end) ? "" : day_or_empty(one.seen.end - seconds{1});
    sheet.rows.push_back({one.actor.name, std::string(name_of(one.actor.kind)), one.actor.country,
                          std::to_string(one.events), first, last, to_string(one.actor.id)});
    Json json;
    json["actor"] = to_string(one.actor.id);
    json["name"] = one.actor.name;
    json["kind"] = name_of(one.actor.kind);
    json["country"] = one.actor.country;
    json["events"] = one.events;
    json["earliest"] = instant_json(one.seen.begin);
    json["latest"] = instant_json(one.seen.end);
    sheet.json.push_back(dump(json));
  }
  note_left_out(sheet, answer.left_out);
  return sheet;
}

Sheet to_sheet(const CornerAnswer& answer) {
  Sheet sheet;
  sheet.columns = {{"when", true, 0},   {"certainty", true, 0}, {"what", false, 20}, {"who", false, 10},
                   {"where", false, 8}, {"why", false, 16},     {"id", true, 0}};
  sheet.empty = "no event";
  for (const CornerEvent& one : answer.events) {
    sheet.rows.push_back({when_cell(one.event), std::string(name_of(one.certainty)), what_cell(one.event),
                          who_cell(one.event), where_cell(one.event), one.reason, shown_id(one.event)});
    Json json = event_json(one.event);
    json["certainty"] = name_of(one.certainty);
    json["reasons"] = Json::array({one.reason});
    sheet.json.push_back(dump(json));
  }
  sheet.notes.push_back(fmt::format("among {} event{}", answer.among, answer.among == 1 ? "" : "s"));
  note_left_out(sheet, answer.left_out);
  return sheet;
}

}  // namespace forewhen
