// SPDX-License-Identifier: Apache-2.0
// A value of rows by columns (row_columns.h) of which few rows are wanted: kept as it is, and one row read out of it.
// The columns are passed field by field up to the row, many rows at a stride.
#pragma once

#include "store/row_columns.h"

namespace forewhen::store {

class PackedRows {
 public:
  // false: damaged, or more rows than a value has (kRowsPerBody)
  bool read(std::string bytes);
  std::size_t size() const { return static_cast<std::size_t>(head_.rows); }
  // Of memory.
  std::size_t bytes() const { return bytes_.capacity() + head_.columns.capacity() * sizeof(ColumnsHead::Column); }
  // The bytes of a row, as RowsOfColumns gives them. false: damaged. REQUIRES: i < size()
  bool row(std::size_t i, std::string& row) const;

 private:
  std::string bytes_;
  ColumnsHead head_;
};

}  // namespace forewhen::store
