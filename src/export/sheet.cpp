// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/sheet.h"

#include "export/grid.h"
#include "export/tsv_cell.h"

namespace forewhen {

std::string to_table(const Sheet& sheet, const TableStyle& style) {
  std::string out;
  if (sheet.rows.empty()) {
    out = sheet.empty + '\n';
  } else {
    std::vector<GridColumn> columns;
    for (const SheetColumn& column : sheet.columns) columns.push_back({column.heading, column.fixed, column.least});
    std::vector<GridRow> rows;
    for (const std::vector<std::string>& cells : sheet.rows) {
      GridRow row;
      for (const std::string& cell : cells) row.cells.push_back(printable(cell));
      rows.push_back(std::move(row));
    }
    out = draw_grid(columns, rows, style.width, style.unicode);
  }
  for (const std::string& note : sheet.notes) out += printable(note) + '\n';
  return out;
}

std::string to_tsv(const Sheet& sheet) {
  std::string out;
  const auto add = [&out](const std::string& cell, bool first) {
    if (!first) out += '\t';
    out += tsv_cell(cell);
  };
  for (const SheetColumn& column : sheet.columns) add(column.heading, &column == &sheet.columns.front());
  out += '\n';
  for (const std::vector<std::string>& row : sheet.rows) {
    for (const std::string& cell : row) add(cell, &cell == &row.front());
    out += '\n';
  }
  return out;
}

std::string to_json(const Sheet& sheet) {
  std::string out;
  for (const std::string& line : sheet.json) out += line + '\n';
  return out;
}

}  // namespace forewhen
