// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "export/cells.h"
#include "export/event_json.h"
#include "forewhen/export/sheet.h"

namespace forewhen {
namespace {

Json match_json(const SequenceMatch& match, std::size_t number) {
  Json json;
  json["sequence"] = number;
  json["certainty"] = name_of(match.certainty);
  json["parties"] = Json::array();
  for (const SequenceParties& parties : match.parties) {
    Json one;
    one["actor"] = to_string(parties.actor);
    one["actor_name"] = parties.actor_name;
    one["recipient"] = parties.recipient ? Json(to_string(parties.recipient)) : Json(nullptr);
    one["recipient_name"] = parties.recipient_name;
    json["parties"].push_back(std::move(one));
  }
  json["steps"] = Json::array();
  for (const SequenceStep& step : match.steps) {
    Json one;
    one["term"] = step.term;
    one["reason"] = step.reason;
    if (step.quote) one["quote"] = quote_json(*step.quote);
    one["event"] = event_json(step.event);
    json["steps"].push_back(std::move(one));
  }
  return json;
}

}  // namespace

Sheet to_sheet(const SequenceAnswer& answer, bool explain) {
  Sheet sheet;
  sheet.columns = {{"sequence", true, 0}, {"certainty", true, 0}, {"term", true, 0},   {"when", true, 0},
                   {"what", false, 20},   {"who", false, 10},     {"where", false, 8}, {"id", true, 0}};
  if (explain) sheet.columns.insert(sheet.columns.end() - 1, {"why", false, 24});
  sheet.empty = "no such sequence";
  for (std::size_t i = 0; i < answer.matches.size(); ++i) {
    const SequenceMatch& match = answer.matches[i];
    sheet.json.push_back(dump(match_json(match, i + 1)));
    for (const SequenceStep& step : match.steps) {
      sheet.rows.push_back({std::to_string(i + 1), std::string(name_of(match.certainty)), step.term,
                            when_cell(step.event), what_cell(step.event), who_cell(step.event),
                            where_cell(step.event)});
      std::string why = step.reason;
      if (step.quote) why += fmt::format("; \"{}\" ({})", step.quote->text, step.quote->document);
      if (explain) sheet.rows.back().push_back(std::move(why));
      sheet.rows.back().push_back(shown_id(step.event));
    }
  }
  sheet.notes.push_back(
      fmt::format("looked at {} event{} of these kinds", answer.looked_at, answer.looked_at == 1 ? "" : "s"));
  if (answer.more != 0) sheet.notes.push_back(fmt::format("{} more earlier; --limit 0 shows all", answer.more));
  if (answer.cut) sheet.notes.push_back("there may be more sequences; narrow the question down");
  if (const std::string words = to_string(answer.left_out); !words.empty()) sheet.notes.push_back(words);
  return sheet;
}

}  // namespace forewhen
