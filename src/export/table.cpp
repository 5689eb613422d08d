// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/table.h"

#include <fmt/format.h>

#include "export/cells.h"
#include "export/grid.h"
#include "forewhen/query/wording.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

std::string line(const std::string& text) { return printable(text) + '\n'; }

std::string describe_more(std::uint64_t more, bool at_least, const char* where) {
  if (more == 0) return "";
  return fmt::format("{}{} more {}; --limit 0 shows all\n", at_least ? "at least " : "", more, where);
}

std::string describe_left_out(const LeftOut& left_out) {
  const std::string words = to_string(left_out);
  return words.empty() ? "" : words + '\n';
}

std::string describe_quote(const Quote& quote) {
  return fmt::format("\"{}\" {}:{}-{}", printable(quote.text), printable(quote.document), quote.span.begin,
                     quote.span.end);
}

std::vector<std::string> explanation(const AnswerItem& item) {
  std::vector<std::string> notes;
  for (const std::string& reason : item.reasons) notes.push_back("- " + printable(reason));
  for (const Quote& quote : item.quotes) notes.push_back(describe_quote(quote));
  return notes;
}

std::string describe_subject(const Event& event) {
  return printable(fmt::format("{} ({}, {})", what_cell(event), when_cell(event), shown_id(event)));
}

}  // namespace

std::string to_table(const Listing& listing, const TableStyle& style) {
  const std::vector<GridColumn> columns{
      {"when", true, 0}, {"what", false, 20}, {"who", false, 12}, {"where", false, 10}, {"id", true, 0}};
  std::vector<GridRow> rows;
  for (const Event& event : listing.events) {
    rows.push_back({{printable(when_cell(event)), printable(what_cell(event)), printable(who_cell(event)),
                     printable(where_cell(event)), shown_id(event)},
                    {}});
  }
  std::string out = rows.empty() ? "no events\n" : draw_grid(columns, rows, style.width, style.unicode);
  for (std::size_t i = 0; i < listing.disputes.size(); ++i) {
    const std::string words = describe_disputes(listing.disputes[i]);
    if (!words.empty()) out += line(fmt::format("note: {}: {}", to_string(listing.events[i].id), words));
  }
  return out + describe_more(listing.more, listing.more_at_least, "earlier") + describe_left_out(listing.left_out);
}

std::string to_table(const Answer& answer, const TableStyle& style) {
  const bool before = answer.direction == Direction::before;
  std::string out = fmt::format("{} {}\n\n", before ? "Before" : "After", describe_subject(answer.subject));
  const std::vector<GridColumn> columns{{"when", true, 0},  {"certainty", false, 9}, {"what", false, 20},
                                        {"who", false, 10}, {"where", false, 8},     {"ties", false, 12},
                                        {"id", true, 0}};
  std::vector<GridRow> rows;
  for (const AnswerItem& item : answer.items) {
    const Event& event = item.event;
    rows.push_back(
        {{printable(when_cell(event)), certainty_cell(item), printable(what_cell(event)), printable(who_cell(event)),
          printable(where_cell(event)), printable(ties_cell(item)), shown_id(event)},
         style.explain ? explanation(item) : std::vector<std::string>()});
  }
  out += rows.empty() ? "nothing is known\n" : draw_grid(columns, rows, style.width, style.unicode);
  const bool ranked = !answer.items.empty() && answer.items.front().relevance;
  out += describe_more(answer.more, answer.more_at_least, ranked ? "less relevant" : before ? "earlier" : "later");
  if (!answer.next.empty()) out += fmt::format("--from {} shows the next\n", answer.next);
  out += describe_left_out(answer.left_out);
  for (const AnswerItem& item : answer.items) {
    const std::string words = describe_disputes(item.disputes);
    if (!words.empty()) out += line(fmt::format("note: {}: {}", to_string(item.event.id), words));
  }
  for (const std::string& note : answer.notes) out += line("note: " + note);
  return out;
}

std::string to_table(const EventDossier& dossier, const TableStyle& style) {
  const Event& event = dossier.event;
  std::vector<GridRow> rows;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) rows.push_back({{name, printable(value)}, {}});
  };
  add("id", shown_id(event));
  add("what", what_cell(event));
  add("when", when_cell(event));
  if (event.time) {
    const ClaimTime& time = *event.time;
    add("dated by",
        time.words.empty() && !event.record.empty() ? time.rule : fmt::format("'{}' ({})", time.words, time.rule));
  }
  add("who", who_cell(event));
  add("where", where_cell(event));
  add("type", std::string(name_of(event.type)) + (event.mode.empty() ? "" : ", " + event.mode));
  add("modality", std::string(name_of(event.modality)));
  if (!event.record.empty()) add("code", event.code);
  for (const EventParticipant& participant : event.participants) {
    if (!participant.sectors.empty()) add("sectors", participant.name + ": " + participant.sectors);
  }
  for (const auto& [name, value] : event.attributes) add(name.c_str(), value);
  for (const LinkedEvent& linked : dossier.links) {
    const bool from = linked.link.from == event.id;
    add("link",
        fmt::format("{} {} {} ({}): '{}' in {}:{}-{}", from ? "this" : linked.other_summary,
                    name_of(linked.link.relation), from ? linked.other_summary : "this", to_string(linked.other),
                    linked.link.rule, linked.link.document, linked.link.evidence.begin, linked.link.evidence.end));
  }
  for (const Quote& quote : dossier.quotes) add("told", describe_quote(quote));
  add("sources", to_string(dossier.told()));
  add("conflict", describe_disputes(dossier.disputes));
  for (const std::vector<std::string>& copies : dossier.sources) {
    if (copies.size() > 1) add("copies", fmt::format("{}", fmt::join(copies, ", ")));
  }
  for (const DocumentSummary& document : dossier.documents) {
    const std::string published = document.published ? format_iso(*document.published) : "no date";
    add("document", fmt::format("{}, published {}{}{}", document.id, published, document.title.empty() ? "" : ": ",
                                document.title));
    if (!document.extractor.empty())
      add("found by", fmt::format("{}{}{}, in {}", document.extractor, document.extractor_version.empty() ? "" : " ",
                                  document.extractor_version, document.id));
  }
  return draw_grid({{"field", true, 0}, {"value", false, 20}}, rows, style.width, style.unicode);
}

std::string to_table(const ConflictReport& report, const TableStyle& style) {
  std::vector<GridRow> rows;
  for (std::size_t i = 0; i < report.conflicts.size(); ++i) {
    const Conflict& conflict = report.conflicts[i];
    for (const Statement& statement : conflict.statements) {
      const bool first = &statement == &conflict.statements.front();
      rows.push_back({{first ? std::to_string(i + 1) : "", first ? std::string(name_of(conflict.kind)) : "",
                       printable(statement_cell(statement)), to_string(statement.event)},
                      {describe_quote(statement.quote)}});
    }
  }
  if (rows.empty()) return "no conflicts\n";
  return draw_grid({{"", true, 0}, {"about", true, 0}, {"statement", false, 20}, {"event", true, 0}}, rows, style.width,
                   style.unicode);
}

std::string to_table(const Resolution& resolution, const TableStyle& style) {
  std::vector<GridRow> rows;
  for (std::size_t i = 0; i < resolution.candidates.size(); ++i) {
    const EventCandidate& candidate = resolution.candidates[i];
    std::string what = what_cell(candidate.event);
    if (!candidate.missing.empty()) what += fmt::format(" (without {})", fmt::join(candidate.missing, ", "));
    rows.push_back(
        {{fmt::format("#{}", i + 1), printable(when_cell(candidate.event)), printable(what), shown_id(candidate.event)},
         {}});
  }
  std::string out;
  if (!rows.empty()) {
    out = draw_grid({{"", true, 0}, {"when", true, 0}, {"what", false, 20}, {"id", true, 0}}, rows, style.width,
                    style.unicode);
  }
  return resolution.mend.empty() ? out : out + line(resolution.mend);
}

}  // namespace forewhen
