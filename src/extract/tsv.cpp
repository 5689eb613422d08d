// SPDX-License-Identifier: Apache-2.0
#include "extract/tsv.h"

#include <fmt/core.h>

#include "forewhen/base/utf8.h"

namespace forewhen {
namespace {

// Cuts one line at its tabs; returns false when it has more columns than a row can hold.
bool cut_row(std::string_view line, TsvTable::Row& row) {
  row.count = 0;
  while (true) {
    if (row.count == TsvTable::kMostColumns) return false;
    const std::size_t tab = line.find('\t');
    const std::string_view cell = line.substr(0, tab);
    row.cells[row.count++] = cell == "-" ? std::string_view{} : cell;
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  for (std::size_t i = row.count; i < TsvTable::kMostColumns; ++i) row.cells[i] = {};
  return true;
}

}  // namespace

Result<std::shared_ptr<const std::string>> TsvTable::read(std::string text, std::string_view where, std::size_t least,
                                                          std::size_t most, const Reader& read) {
  if (const auto bad = find_invalid_utf8(text))
    return Error{ErrorKind::refused, fmt::format("byte {} is not UTF-8", *bad), std::string(where), ""};
  auto kept = std::make_shared<const std::string>(std::move(text));
  std::string_view rest = *kept;
  Row row;
  while (!rest.empty()) {
    ++row.line;
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (!cut_row(line, row) || row.count < least || row.count > most)
      return table_error(where, row.line,
                         least == most ? fmt::format("a row has {} columns", most)
                                       : fmt::format("a row has {} to {} columns", least, most),
                         "part them by tabs, '-' for an empty one");
    if (Status status = read(row); !status) return status.error();
  }
  return kept;
}

Error table_error(std::string_view where, std::uint32_t line, std::string what, std::string mend) {
  return Error{ErrorKind::refused, std::move(what), fmt::format("{}:{}", where, line), std::move(mend)};
}

bool has_piece(std::string_view list, std::string_view piece) {
  bool found = false;
  for_each_piece(list, [&](std::string_view one) { found = found || one == piece; });
  return found;
}

}  // namespace forewhen
