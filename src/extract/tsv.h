// SPDX-License-Identifier: Apache-2.0
// Reads the extractor's tables: UTF-8 text, one row a line, columns parted by tabs, "-" for an empty column, lines that
// begin with "#" and empty lines are comments. The table keeps the text; rows and cells are views of it, so that
// loading allocates once for the rows and never for a cell.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen {

class TsvTable {
 public:
  static constexpr std::size_t kMostColumns = 16;
  struct Row {
    std::array<std::string_view, kMostColumns> cells;  // "" where the file says "-"
    std::size_t count = 0;
    std::uint32_t line = 0;  // from 1
    std::string_view operator[](std::size_t column) const { return cells[column]; }
  };
  using Reader = std::function<Status(const Row&)>;

  // Calls `read` for every row; stops at its first error. A row with fewer than `least` or more than `most` columns is
  // refused. `where` names the file in errors: "WHERE:LINE". The text is kept, and every view stays valid, as long as
  // the owner that is returned lives, moved or not.
  static Result<std::shared_ptr<const std::string>> read(std::string text, std::string_view where, std::size_t least,
                                                         std::size_t most, const Reader& read);
};

// "refused" with "WHERE:LINE".
Error table_error(std::string_view where, std::uint32_t line, std::string what, std::string mend = "");

// Calls `use` for every piece of "a|b|c"; not at all for "".
template <class Use>
void for_each_piece(std::string_view list, Use use, char bar = '|') {
  while (!list.empty()) {
    const std::size_t end = list.find(bar);
    use(list.substr(0, end));
    list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
  }
}

// True when `piece` is one of "a|b|c".
bool has_piece(std::string_view list, std::string_view piece);

}  // namespace forewhen
