// SPDX-License-Identifier: Apache-2.0
// Rows of data sets, many in one value, field by field: all ids, then all codes, then all first cells ... One field of
// many rows packs to half of what many fields of one row do. Works on the rows' bytes (append_record_body behind the
// number of the import) and builds no record; what goes in comes out byte for byte.
// The value: number of rows `varint`; number of columns `varint`; of each column that is not empty its number, as the
// distance to the last one, and its bytes, `varint`; then the columns' bytes. Columns are numbered in the order of the
// fields. A list has one for its length and eight times those of an element: of the first seven elements each its own,
// of all others the last ones. The text of the row is cut at tabs, or else at commas, into cells, of which the first 63
// have a column each. A time is 0 or 1 when open, else 2 + zigzag of its distance to the time before it in the row, or
// for the first one to the first of the row before; all other values are as in a record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forewhen::store {

// Packs one value after the other with the same memory.
class ColumnsOfRows {
 public:
  // REQUIRES: each is a row's bytes
  std::string encode(const std::vector<std::string_view>& rows);

 private:
  std::vector<std::string> columns_;
};

// What stands before the columns: how many rows there are, and where the columns lie that are not empty.
struct ColumnsHead {
  struct Column {
    std::size_t number = 0, begin = 0, size = 0;
  };
  std::uint64_t rows = 0;
  std::vector<Column> columns;

  // false: damaged
  bool read(std::string_view bytes);
};

// Rows of one value, with their bytes.
class RowsOfColumns {
 public:
  // false: damaged
  bool decode(std::string_view bytes);
  std::size_t size() const { return ends_.size(); }
  std::string_view row(std::size_t i) const {  // REQUIRES: i < size()
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace forewhen::store
