// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "export/cells.h"
#include "export/event_json.h"
#include "forewhen/export/sheet.h"

namespace forewhen {
namespace {

std::string describe(const FoundWord& word) {
  if (word.match == WordMatch::none) return word.typed + ": not found";
  if (word.match == WordMatch::exact) return fmt::format("{}: {}", word.typed, word.where);
  return fmt::format("{} ({} {}): {}", word.typed, name_of(word.match), word.stem, word.where);
}

}  // namespace

Sheet to_sheet(const SearchAnswer& answer) {
  Sheet sheet;
  sheet.columns = {{"score", true, 0},  {"when", true, 0},    {"what", false, 20}, {"who", false, 10},
                   {"where", false, 8}, {"found", false, 12}, {"id", true, 0}};
  sheet.empty = "no event has such words";
  for (const SearchHit& hit : answer.hits) {
    std::string found;
    Json words = Json::array();
    for (const FoundWord& word : hit.words) {
      found += (found.empty() ? "" : "; ") + describe(word);
      Json one;
      one["typed"] = word.typed;
      one["match"] = word.match == WordMatch::none ? Json(nullptr) : Json(name_of(word.match));
      one["stem"] = word.stem.empty() ? Json(nullptr) : Json(word.stem);
      one["where"] = word.where.empty() ? Json(nullptr) : Json(word.where);
      words.push_back(std::move(one));
    }
    sheet.rows.push_back({fmt::format("{:.2f}", hit.score), when_cell(hit.event), what_cell(hit.event),
                          who_cell(hit.event), where_cell(hit.event), found, shown_id(hit.event)});
    Json json = event_json(hit.event);
    json["score"] = hit.score;
    json["found"] = std::move(words);
    sheet.json.push_back(dump(json));
  }
  if (answer.more != 0)
    sheet.notes.push_back(fmt::format("{} more have some of the words; --limit 0 shows all", answer.more));
  if (const std::string words = to_string(answer.left_out); !words.empty()) sheet.notes.push_back(words);
  return sheet;
}

}  // namespace forewhen
