// SPDX-License-Identifier: Apache-2.0
#include "timex_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "forewhen/base/utf8.h"
#include "terminal.h"

namespace forewhen {
namespace {

constexpr std::array<const char*, 9> kColumns{"words",    "type",   "value",  "mod", "edtf",
                                              "earliest", "latest", "offset", "note"};
using Row = std::array<std::string, kColumns.size()>;

std::string date_cell(Instant t) { return is_open(t) ? "" : format_iso(t); }

std::string note_of(std::string_view text, const Timex& timex) {
  if (!timex.invalid.empty()) return fmt::format("no such date: {}", timex.invalid);
  if (!timex.relative_to_event) return "";
  const bool before = timex.anchor_relation == TimexBoundary::before;
  return fmt::format("{} {}", before ? "before" : "after",
                     timex.anchor.empty() ? "something told" : timex.anchor.of(text));
}

Row row_of(std::string_view text, const Timex& timex) {
  return {std::string(timex.span.of(text)),
          std::string(name_of(timex.type)),
          timex.value,
          timex.mod,
          timex.when.edtf,
          date_cell(timex.when.bounds.earliest_start),
          date_cell(timex.when.bounds.latest_end),
          std::to_string(timex.span.begin),
          note_of(text, timex)};
}

// Expressions may go over the end of a line.
std::string on_one_line(std::string words) {
  std::ranges::replace_if(
      words, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return printable(words);
}

std::size_t characters_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) count += is_character_boundary(text, i);
  return count;
}

std::string line_of(const Row& row, const std::array<std::size_t, kColumns.size()>& widths) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    line += row[i];
    line.append(widths[i] - characters_of(row[i]) + (widths[i] ? 2 : 0), ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string heading(const Document& document) {
  if (!document.published) return fmt::format("{}: no day of publication\n", printable(document.id));
  return fmt::format("{}: published {} ({})\n", printable(document.id), format_iso(*document.published),
                     printable(document.published_from));
}

std::string tsv_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    switch (c) {
      case '\t':
        cell += "\\t";
        break;
      case '\n':
        cell += "\\n";
        break;
      case '\r':
        cell += "\\r";
        break;
      case '\\':
        cell += "\\\\";
        break;
      default:
        cell += c;
    }
  }
  return printable(cell);
}

}  // namespace

std::string to_timex_table(const Document& document, const std::vector<Timex>& times) {
  if (times.empty()) return heading(document) + "no time expressions\n";
  std::vector<Row> rows(1);
  std::ranges::copy(kColumns, rows[0].begin());
  for (const Timex& timex : times) rows.push_back(row_of(document.text, timex));
  std::array<std::size_t, kColumns.size()> widths{};
  for (std::size_t r = 1; r < rows.size(); ++r) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      rows[r][i] = on_one_line(rows[r][i]);
      if (!rows[r][i].empty()) widths[i] = std::max({widths[i], characters_of(rows[r][i]), characters_of(rows[0][i])});
    }
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] == 0) rows[0][i].clear();  // a column without a cell is left out
  }
  std::string out = heading(document);
  for (const Row& row : rows) out += line_of(row, widths);
  return out;
}

std::string timex_tsv_header() { return fmt::format("{}\tdocument\n", fmt::join(kColumns, "\t")); }

std::string to_timex_tsv(const Document& document, const std::vector<Timex>& times) {
  std::string out;
  for (const Timex& timex : times) {
    for (const std::string& cell : row_of(document.text, timex)) out += tsv_cell(cell) + '\t';
    out += tsv_cell(document.id) + '\n';
  }
  return out;
}

}  // namespace forewhen
