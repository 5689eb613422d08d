// SPDX-License-Identifier: Apache-2.0
// A table for a terminal: columns as wide as they need or as the terminal lets them, long cells wrapped.
#pragma once

#include <string>
#include <vector>

namespace forewhen {

struct GridColumn {
  std::string heading;
  bool fixed = false;     // never narrower than its widest cell: dates, ids
  std::size_t least = 8;  // of the others
};

struct GridRow {
  std::vector<std::string> cells;  // one a column; printable text
  std::vector<std::string> notes;  // whole lines below, indented
};

// `width` 0: no limit. Ends with a line break. Blanks at the ends of lines are left out.
std::string draw_grid(const std::vector<GridColumn>& columns, const std::vector<GridRow>& rows, std::size_t width,
                      bool unicode);

}  // namespace forewhen
