// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "export/cells.h"
#include "export/event_json.h"
#include "forewhen/export/sheet.h"

namespace forewhen {

Sheet to_sheet(const RelationAnswer& answer, bool explain) {
  Sheet sheet;
  sheet.columns = {{"when", true, 0},  {"certainty", true, 0}, {"relations", false, 10}, {"what", false, 20},
                   {"who", false, 10}, {"where", false, 8},    {"id", true, 0}};
  if (explain) sheet.columns.insert(sheet.columns.end() - 1, {"why", false, 20});
  sheet.empty = "no events";
  for (const RelatedEvent& item : answer.items) {
    std::string relations;
    Json list = Json::array();
    for (int i = 0; i < kAllenRelations; ++i) {
      if ((item.possible >> i & 1) == 0) continue;
      const std::string_view name = name_of(static_cast<AllenRelation>(i));
      list.push_back(name);
      relations += (relations.empty() ? "" : ", ") + std::string(name);
    }
    if (list.size() == kAllenRelations) relations = "any";
    sheet.rows.push_back({when_cell(item.event), std::string(name_of(item.certainty)), relations, what_cell(item.event),
                          who_cell(item.event), where_cell(item.event)});
    if (explain) sheet.rows.back().push_back(item.reason);
    sheet.rows.back().push_back(shown_id(item.event));
    Json json = event_json(item.event);
    json["certainty"] = name_of(item.certainty);
    json["relations"] = std::move(list);
    json["reasons"] = Json::array({item.reason});
    sheet.json.push_back(dump(json));
  }
  sheet.notes.push_back(
      fmt::format("X: {} ({}, {})", what_cell(answer.subject), when_cell(answer.subject), shown_id(answer.subject)));
  if (answer.more != 0) sheet.notes.push_back(fmt::format("{} more; --limit 0 shows all", answer.more));
  if (const std::string words = to_string(answer.left_out); !words.empty()) sheet.notes.push_back(words);
  return sheet;
}

}  // namespace forewhen
