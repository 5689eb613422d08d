// SPDX-License-Identifier: Apache-2.0
// Answers that are neither a list of events nor an answer about before and after, as one sheet of cells: a table for a
// terminal, TSV for spreadsheets, and JSON lines of their own.
#pragma once

#include <string>
#include <vector>

#include "forewhen/export/table.h"
#include "forewhen/query/paths.h"

namespace forewhen {

struct SheetColumn {
  std::string heading;
  bool fixed = false;     // never narrower than its widest cell: dates, ids
  std::size_t least = 8;  // of the others, in columns of the terminal
};

// Cells are raw text; writers make them harmless.
struct Sheet {
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> json;   // one object a line; lines may stand for several rows
  std::vector<std::string> notes;  // lines below the table, on stderr otherwise
  std::string empty;               // what the table says when there are no rows
};

std::string to_table(const Sheet& sheet, const TableStyle& style = {});
std::string to_tsv(const Sheet& sheet);
std::string to_json(const Sheet& sheet);

// path, certainty, best, when, from, to, what, id; a row a step, a JSON object a path.
Sheet to_sheet(const PathAnswer& answer, bool explain = false);

}  // namespace forewhen
