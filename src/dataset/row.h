// SPDX-License-Identifier: Apache-2.0
// A row of a table, in its cells, and the reading of rows from bytes.
//
// Tables parted by tabs are taken as they are: no quoting, a row a line. Others follow RFC 4180: quoted cells may hold
// the delimiter, doubled quotes and line ends. What does not (a quote within a bare cell, bytes behind a closing quote,
// a quote that never closes) is refused as the one line it begins in, and reading goes on with the next line, so that
// damage costs a row and never moves a column. Own code and not a library, since none packaged gives the exact line,
// the row's bytes for quoting, and this recovery.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/byte_source.h"
#include "dataset/utf16.h"
#include "forewhen/base/span.h"

namespace forewhen::dataset {

// Why a row is refused: a reason to count it under, and the case at hand.
struct Fault {
  const char* reason;
  std::string what;
};

struct Row {
  std::string_view text;                // without its line end; UTF-8
  std::vector<std::string_view> cells;  // unquoted
  std::vector<Span> spans;              // of the cells within `text`, quotes included
  std::uint64_t line = 0;               // from 1
  bool recoded = false;                 // was Windows-1252

  std::string_view cell(std::size_t i) const { return i < cells.size() ? cells[i] : std::string_view(); }
  Span span(std::size_t i) const { return i < spans.size() ? spans[i] : Span{}; }
};

class RowReader {
 public:
  RowReader(ByteSource& bytes, std::size_t max_row_bytes) : bytes_(bytes), limit_(max_row_bytes) {}

  // The bytes that come first, up to a block, without taking them. Tells by them how lines end.
  Result<std::string_view> peek();
  // '\0': the whole row is one cell.
  void set_delimiter(char delimiter) { delimiter_ = delimiter; }

  enum class Outcome { row, fault, end };
  // Empty lines are passed over. An Error ends the file.
  Result<Outcome> next(Row& row, Fault& fault);

  std::uint64_t taken() const { return taken_; }

 private:
  Status fill();  // appends a block, or sets at_end_
  void look_at_beginning();
  // End of the line that begins at `from` (position of its line feed or of the end); npos: too long.
  Result<std::size_t> line_end(std::size_t from);
  void split_plain(Row& row) const;
  // Cells of the row at at_, whose first line ends at `end`; why not, or nothing.
  Result<const char*> scan_lines(std::size_t end, std::vector<Span>& spans);
  // Fills recoded_ where the bytes are no UTF-8. false: `fault` says why they are no text.
  bool recode(std::string_view bytes, Fault& fault);

  ByteSource& bytes_;
  std::size_t limit_;
  char delimiter_ = '\t';
  std::string buffer_, recoded_;
  std::deque<std::string> unquoted_;
  std::size_t at_ = 0;
  std::optional<Utf16> utf16_;  // what the file is in
  bool at_end_ = false, begun_ = false;
  bool ends_with_cr_ = false;  // its lines, as old programs write them
  std::uint64_t line_ = 0, taken_ = 0;
};

}  // namespace forewhen::dataset
