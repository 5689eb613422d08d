// SPDX-License-Identifier: Apache-2.0
#include "export/cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "forewhen/query/wording.h"

namespace forewhen {
namespace {

// A thing that is nobody in the graph and that the column before names already: "struck a sandbank".
bool is_told(const Event& event, const EventParticipant& p) {
  return !p.actor && !p.text.empty() && what_cell(event).find(p.text) != std::string::npos;
}

std::string names_of(const Event& event, Role role) {
  std::string names;
  for (const EventParticipant& p : event.participants) {
    if (p.role != role || is_told(event, p)) continue;
    const std::string& name = p.name.empty() ? p.text : p.name;
    names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

void add(std::string& cell, const std::string& part, const char* separator) {
  if (part.empty()) return;
  cell += (cell.empty() ? "" : separator) + part;
}

}  // namespace

std::string when_cell(const Event& event) { return describe_when(event); }

std::string what_cell(const Event& event) {
  std::string what = event.summary.empty() ? event.phrase : event.summary;
  const bool negated = event.modality == Modality::negated || event.polarity == Polarity::negative;
  if (negated) return "[did not happen] " + what;
  if (event.modality == Modality::planned || event.modality == Modality::hypothetical) {
    return fmt::format("[{}] {}", name_of(event.modality), what);
  }
  if (!event.attributed_to.empty()) what += " (says " + event.attributed_to + ")";
  return what;
}

std::string who_cell(const Event& event) {
  std::string who = names_of(event, Role::actor);
  add(who, names_of(event, Role::party), ", ");
  const std::string recipients = names_of(event, Role::recipient);
  if (!recipients.empty()) who += (who.empty() ? "> " : " > ") + recipients;
  const std::string instruments = names_of(event, Role::instrument);
  if (!instruments.empty()) add(who, "with " + instruments, "; ");
  return who;
}

std::string where_cell(const Event& event) {
  if (!event.place) return "";
  std::string where = event.place->name;
  if (event.place->within != event.place->name) add(where, event.place->within, ", ");
  const bool named = event.place->precision == "country";
  if (!named) add(where, event.place->country, ", ");
  return where;
}

std::string certainty_cell(const AnswerItem& item) {
  std::string cell(name_of(item.certainty));
  if (item.standing != Standing::unknown) cell += ", " + std::string(name_of(item.standing));
  if (item.hop > 1) cell += ", hop " + std::to_string(item.hop);
  return cell;
}

std::string statement_cell(const Statement& statement) {
  switch (statement.kind) {
    case StatementKind::date:
      return fmt::format("date {}: '{}'", describe_start(statement.bounds), statement.words);
    case StatementKind::link:
      return fmt::format("{} {}: '{}'", name_of(statement.link.relation), to_string(statement.other), statement.words);
    default:
      return fmt::format("{}: {}", name_of(statement.kind), statement.words);
  }
}

std::string ties_cell(const AnswerItem& item) {
  std::string cell;
  for (const Tie& tie : item.ties) add(cell, to_string(tie), "; ");
  return cell;
}

}  // namespace forewhen
