// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "export/event_json.h"
#include "forewhen/export/sheet.h"

namespace forewhen {
namespace {

// Six digits are more than the measures are worth, and the same everywhere.
std::string digits(double value) { return fmt::format("{:.6f}", value); }

std::string many(std::uint64_t count, const char* one, const char* several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

}  // namespace

Sheet to_sheet(const MeasureAnswer& answer) {
  Sheet sheet;
  sheet.columns = {{"actor", false, 12},   {"kind", true, 0},      {"country", true, 0},     {"events", true, 0},
                   {"partners", true, 0},  {"page_rank", true, 0}, {"betweenness", true, 0}, {"component", true, 0},
                   {"community", true, 0}, {"id", true, 0}};
  sheet.empty = "nobody takes part in an event";
  for (const MeasuredActor& one : answer.actors) {
    const std::string rank = digits(one.page_rank), between = digits(one.betweenness);
    sheet.rows.push_back({one.actor.name, std::string(name_of(one.actor.kind)), one.actor.country,
                          std::to_string(one.events), std::to_string(one.partners), rank, between,
                          std::to_string(one.component), std::to_string(one.community), to_string(one.actor.id)});
    Json json;
    json["actor"] = to_string(one.actor.id);
    json["name"] = one.actor.name;
    json["kind"] = name_of(one.actor.kind);
    json["country"] = one.actor.country;
    json["events"] = one.events;
    json["partners"] = one.partners;
    json["page_rank"] = Json::parse(rank);
    json["betweenness"] = Json::parse(between);
    json["component"] = one.component;
    json["community"] = one.community;
    sheet.json.push_back(dump(json));
  }
  sheet.notes.push_back(fmt::format("{} and {} of them in {}; {}, {}", many(answer.of_actors, "actor", "actors"),
                                    many(answer.pairs, "pair", "pairs"), many(answer.of_events, "event", "events"),
                                    many(answer.components, "component", "components"),
                                    many(answer.communities, "community", "communities")));
  if (answer.sources < answer.of_actors)
    sheet.notes.push_back(fmt::format("betweenness is estimated from the shortest paths of {} actors", answer.sources));
  if (answer.more != 0) sheet.notes.push_back(fmt::format("{} more; --limit 0 shows all", answer.more));
  if (std::string words = to_string(answer.left_out); !words.empty()) sheet.notes.push_back(std::move(words));
  return sheet;
}

}  // namespace forewhen
