// SPDX-License-Identifier: Apache-2.0
#include "export/grid.h"

#include <algorithm>
#include <numeric>

#include "export/printable.h"

namespace forewhen {
namespace {

constexpr std::size_t kGap = 2;         // blanks between columns
constexpr std::size_t kIndent = 4;      // of notes
constexpr std::size_t kLeastNote = 20;  // columns of a note, however narrow the terminal is

std::vector<std::size_t> natural_widths(const std::vector<GridColumn>& columns, const std::vector<GridRow>& rows) {
  std::vector<std::size_t> widths;
  for (const GridColumn& column : columns) widths.push_back(columns_of(column.heading));
  for (const GridRow& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], columns_of(row.cells[i]));
  }
  return widths;
}

// Takes columns away from the widest that may shrink until the line fits or nothing can shrink any more.
void shrink(std::vector<std::size_t>& widths, const std::vector<GridColumn>& columns, std::size_t width) {
  const std::size_t gaps = kGap * (columns.size() - 1);
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gaps);
  while (total > width) {
    std::size_t widest = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].fixed || widths[i] <= columns[i].least) continue;
      if (widest == columns.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == columns.size()) return;
    --widths[widest], --total;
  }
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
}

void draw_cells(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths, std::string& out) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(wrap(cells[i], widths[i]));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string text = line < lines[i].size() ? lines[i][line] : "";
      out += text;
      if (i + 1 < cells.size()) out.append(widths[i] + kGap - std::min(columns_of(text), widths[i]), ' ');
    }
    end_line(out);
  }
}

void draw_notes(const std::vector<std::string>& notes, std::size_t width, std::string& out) {
  const std::size_t room = width == 0 ? std::string::npos : std::max(kLeastNote, width - std::min(width, kIndent + 2));
  for (const std::string& note : notes) {
    const std::vector<std::string> lines = wrap(note, room);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out += std::string(i == 0 ? kIndent : kIndent + 2, ' ') + lines[i];
      end_line(out);
    }
  }
}

}  // namespace

std::string draw_grid(const std::vector<GridColumn>& columns, const std::vector<GridRow>& rows, std::size_t width,
                      bool unicode) {
  std::vector<std::size_t> widths = natural_widths(columns, rows);
  if (width != 0) shrink(widths, columns, width);
  std::string out;
  std::vector<std::string> headings, rules;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    headings.push_back(columns[i].heading);
    std::string rule;
    for (std::size_t n = 0; n < widths[i]; ++n) rule += unicode ? "─" : "-";
    rules.push_back(std::move(rule));
  }
  draw_cells(headings, widths, out);
  draw_cells(rules, widths, out);
  for (const GridRow& row : rows) {
    draw_cells(row.cells, widths, out);
    draw_notes(row.notes, width, out);
  }
  return out;
}

}  // namespace forewhen
