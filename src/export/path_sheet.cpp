// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "export/cells.h"
#include "export/event_json.h"
#include "forewhen/export/sheet.h"

namespace forewhen {
namespace {

std::string best_cell(const FoundPath& path) {
  std::string cell;
  const auto add = [&](const std::vector<PathKind>& kinds, const char* of) {
    if (kinds.empty()) return;
    if (!cell.empty()) cell += "; ";
    for (const PathKind kind : kinds) cell += (kind == kinds.front() ? "" : ", ") + std::string(name_of(kind));
    cell += of;
  };
  if (path.best_certain == path.best_possible) {
    add(path.best_certain, "");
    return cell;
  }
  add(path.best_certain, " (certain)");
  add(path.best_possible, " (possible)");
  return cell;
}

Json kinds_json(const std::vector<PathKind>& kinds) {
  Json json = Json::array();
  for (const PathKind kind : kinds) json.push_back(name_of(kind));
  return json;
}

Json path_json(const FoundPath& path, std::size_t number) {
  Json json;
  json["path"] = number;
  json["certainty"] = path.certain ? "definite" : "possible";
  json["best_certain"] = kinds_json(path.best_certain);
  json["best_possible"] = kinds_json(path.best_possible);
  json["departure"] = instant_json(path.departure);
  json["arrival"] = instant_json(path.arrival);
  json["steps"] = Json::array();
  for (const PathStep& step : path.steps) {
    Json one;
    one["from"] = step.from_actor ? Json(to_string(step.from_actor)) : Json(nullptr);
    one["from_name"] = step.from;
    one["to"] = step.to_actor ? Json(to_string(step.to_actor)) : Json(nullptr);
    one["to_name"] = step.to;
    one["reason"] = step.reason;
    one["event"] = event_json(step.event);
    json["steps"].push_back(std::move(one));
  }
  return json;
}

}  // namespace

Sheet to_sheet(const PathAnswer& answer, bool explain) {
  Sheet sheet;
  sheet.columns = {{"path", true, 0},  {"certainty", true, 0}, {"best", false, 10}, {"when", true, 0},
                   {"from", false, 8}, {"to", false, 8},       {"what", false, 20}, {"id", true, 0}};
  if (explain) sheet.columns.insert(sheet.columns.end() - 1, {"why", false, 20});
  sheet.empty = fmt::format("no path from {} to {}", answer.from.name, answer.to.name);
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    const FoundPath& path = answer.paths[i];
    sheet.json.push_back(dump(path_json(path, i + 1)));
    for (const PathStep& step : path.steps) {
      sheet.rows.push_back({std::to_string(i + 1), path.certain ? "definite" : "possible", best_cell(path),
                            when_cell(step.event), step.from.empty() ? "(asked about)" : step.from,
                            step.to.empty() ? "(asked about)" : step.to, what_cell(step.event)});
      if (explain) sheet.rows.back().push_back(step.reason);
      sheet.rows.back().push_back(shown_id(step.event));
    }
  }
  sheet.notes.push_back(fmt::format("looked at {} events of two or more actors", answer.looked_at));
  if (answer.paths.empty() && answer.left_out.undated != 0)
    sheet.notes.push_back("--undated takes events without a date too");
  if (const std::string words = to_string(answer.left_out); !words.empty()) sheet.notes.push_back(words);
  if (answer.cut) sheet.notes.push_back("there may be more paths");
  return sheet;
}

}  // namespace forewhen
