// SPDX-License-Identifier: Apache-2.0
#include <initializer_list>

#include "export/cells.h"
#include "export/tsv_cell.h"
#include "forewhen/export/table.h"
#include "forewhen/query/wording.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

std::string date_or_empty(Instant t) { return is_open(t) ? "" : format_iso(t); }

std::string line(std::initializer_list<std::string> cells) {
  std::string out;
  for (const std::string& cell : cells) {
    if (&cell != cells.begin()) out += '\t';
    out += tsv_cell(cell);
  }
  return out + '\n';
}

}  // namespace

std::string tsv_cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string to_tsv(const Listing& listing) {
  std::string out = "when\tearliest_start\tlatest_start\twhat\twho\twhere\tid\n";
  for (const Event& e : listing.events) {
    out += line({when_cell(e), date_or_empty(shown_bounds(e).earliest_start),
                 date_or_empty(shown_bounds(e).latest_start), what_cell(e), who_cell(e), where_cell(e), shown_id(e)});
  }
  return out;
}

std::string to_tsv(const Answer& answer) {
  std::string out = "when\tearliest_start\tlatest_start\tcertainty\tstanding\thop\twhat\twho\twhere\tties\tid\n";
  for (const AnswerItem& item : answer.items) {
    const Event& e = item.event;
    out +=
        line({when_cell(e), date_or_empty(shown_bounds(e).earliest_start), date_or_empty(shown_bounds(e).latest_start),
              std::string(name_of(item.certainty)), std::string(name_of(item.standing)), std::to_string(item.hop),
              what_cell(e), who_cell(e), where_cell(e), ties_cell(item), shown_id(e)});
  }
  return out;
}

std::string to_tsv(const ConflictReport& report) {
  std::string out = "conflict\tabout\tstatement\tevent\tto\twords\tdocument\tbegin\tend\tquote\n";
  for (std::size_t i = 0; i < report.conflicts.size(); ++i) {
    for (const Statement& s : report.conflicts[i].statements) {
      out += line({std::to_string(i + 1), std::string(name_of(report.conflicts[i].kind)), std::string(name_of(s.kind)),
                   to_string(s.event), s.other ? to_string(s.other) : "", s.words, s.quote.document,
                   std::to_string(s.quote.span.begin), std::to_string(s.quote.span.end), s.quote.text});
    }
  }
  return out;
}

}  // namespace forewhen
