// SPDX-License-Identifier: Apache-2.0
#include "store/row_columns.h"

#include <algorithm>

#include "store/row_walk.h"

namespace forewhen::store {
namespace {

// Between what the cells of a row stand, and 0 for a text that is all one.
char separator_of(std::string_view text) {
  if (text.find('\t') != std::string_view::npos) return '\t';
  return text.find(',') != std::string_view::npos ? ',' : '\0';
}

class ToColumns {
 public:
  explicit ToColumns(std::vector<std::string>& columns) : columns_(columns) {}
  void begin_row(std::string_view row) {
    row_ = ByteReader(row);
    time_.begin_row();
  }
  bool ok() const { return row_.ok(); }

  std::uint8_t byte(std::size_t column) {
    const std::uint8_t value = row_.u8();
    columns_[column] += static_cast<char>(value);
    return value;
  }
  std::uint64_t number(std::size_t column) {
    const std::uint64_t value = row_.varint();
    append_varint(columns_[column], value);
    return value;
  }
  void word(std::size_t column) { columns_[column] += row_.take(8); }
  void time(std::size_t column) { append_varint(columns_[column], time_.to_column(row_.varint())); }
  void text(std::size_t column) { append_text(columns_[column], row_.text()); }
  void cells(std::size_t column) {
    const std::string_view text = row_.text();
    const char separator = separator_of(text);
    columns_[column] += separator;
    const auto count = separator == '\0' ? 1 : 1 + std::count(text.begin(), text.end(), separator);
    append_varint(columns_[column], static_cast<std::uint64_t>(count));
    std::size_t begin = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
      const std::size_t end = separator == '\0' ? text.size() : std::min(text.find(separator, begin), text.size());
      append_text(columns_[column + 1 + std::min(i, kCellsApart - 1)], text.substr(begin, end - begin));
      begin = end + 1;
    }
  }

 private:
  std::vector<std::string>& columns_;
  ByteReader row_{{}};
  TimeBefore time_;
};

}  // namespace

std::string ColumnsOfRows::encode(const std::vector<std::string_view>& rows) {
  columns_.resize(column_count());
  for (std::string& column : columns_) column.clear();
  std::vector<std::string>& columns = columns_;
  ToColumns side(columns);
  Walk<ToColumns> walk(side);
  Record shape;
  for (const std::string_view row : rows) {
    side.begin_row(row);
    walk.row(shape);
  }
  std::string out;
  append_varint(out, rows.size());
  const auto is_full = [](const std::string& column) { return !column.empty(); };
  append_varint(out, static_cast<std::uint64_t>(std::count_if(columns.begin(), columns.end(), is_full)));
  std::size_t last = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].empty()) continue;
    append_varint(out, i - std::exchange(last, i));
    append_varint(out, columns[i].size());
  }
  for (const std::string& column : columns) out += column;
  return out;
}

bool ColumnsHead::read(std::string_view bytes) {
  columns.clear();
  ByteReader in(bytes);
  rows = in.varint();
  const std::uint64_t full = in.varint();
  std::uint64_t column = 0;
  for (std::uint64_t i = 0; i < full && in.ok(); ++i) {
    const std::uint64_t distance = in.varint();
    if (distance >= column_count() || (column += distance) >= column_count()) return false;
    columns.push_back({static_cast<std::size_t>(column), 0, static_cast<std::size_t>(in.varint())});
  }
  for (Column& one : columns) {
    one.begin = bytes.size() - in.rest().size();
    in.take(one.size);
  }
  return in.ok() && in.at_end();
}

bool RowsOfColumns::decode(std::string_view bytes) {
  ends_.clear();
  bytes_.clear();
  ColumnsHead head;
  if (!head.read(bytes)) return false;
  ToRows side;
  for (const ColumnsHead::Column& one : head.columns)
    side.column(one.number) = ByteReader(bytes.substr(one.begin, one.size));
  side.rows().reserve(bytes.size() * 2);
  Walk<ToRows> walk(side);
  Record shape;
  for (std::uint64_t i = 0; i < head.rows && side.ok(); ++i) {
    side.begin_row();
    walk.row(shape);
    ends_.push_back(side.rows().size());
  }
  bytes_ = std::move(side.rows());
  return side.ok() && side.at_end();
}

}  // namespace forewhen::store
