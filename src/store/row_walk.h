// SPDX-License-Identifier: Apache-2.0
// How the fields of a row of a data set become columns and rows again (row_columns.h): which column a field has, the
// walk over all of them, and the side that makes rows.
#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "store/record_fields.h"

namespace forewhen::store {

inline constexpr std::size_t kElementsApart = 8, kCellsApart = 64;
inline constexpr std::size_t kMostColumns = 320;  // some more than there are

// How many columns a field has.
class Width {
 public:
  template <class T>
  static std::size_t of() {
    static const std::size_t width = [] {
      Width counted;
      T value{};
      counted.one(value);
      return counted.columns_;
    }();
    return width;
  }
  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  std::size_t columns() const { return columns_; }

 private:
  template <class T>
  void one(T& value) {
    if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string> && !std::is_same_v<T, Instant>)
      of_class(value);
    else
      ++columns_;
  }
  template <class Tag>
  void of_class(Id<Tag>&) {
    ++columns_;
  }
  template <class Text>
  void of_class(RowText<Text>&) {
    columns_ += 1 + kCellsApart;
  }
  template <class T>
  void of_class(std::optional<T>&) {
    columns_ += 1 + of<T>();
  }
  template <class T>
  void of_class(std::vector<T>&) {
    columns_ += 1 + kElementsApart * of<T>();
  }
  template <class A, class B>
  void of_class(std::pair<A, B>&) {
    columns_ += of<A>() + of<B>();
  }
  template <class T>
  void of_class(T& value) {
    fields(*this, value);
  }

  std::size_t columns_ = 0;
};

// Walks the fields of a row and moves each value of `side`, from its row to its column or back.
template <class Side>
class Walk {
 public:
  explicit Walk(Side& side) : side_(side) {}
  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  // One row. The record itself is not touched but for its shape.
  void row(Record& shape) {
    column_ = 0;
    side_.number(column_++);  // the import
    record_fields(*this, shape);
  }

 private:
  void one(bool&) { side_.byte(column_++); }
  void one(std::uint8_t&) { side_.byte(column_++); }
  void one(std::uint32_t&) { side_.number(column_++); }
  void one(std::uint64_t&) { side_.number(column_++); }
  void one(std::int64_t&) { side_.number(column_++); }
  void one(int&) { side_.number(column_++); }
  void one(double&) { side_.word(column_++); }
  void one(Instant&) { side_.time(column_++); }
  void one(std::string&) { side_.text(column_++); }
  template <class Tag>
  void one(Id<Tag>&) {
    side_.word(column_++);
  }
  template <class Choice>
  requires std::is_enum_v<Choice>
  void one(Choice&) { side_.byte(column_++); }
  void one(RowKind& kind) { kind = static_cast<RowKind>(side_.byte(column_++)); }  // decides which fields there are
  template <class Text>
  void one(RowText<Text>&) {
    side_.cells(column_);
    column_ += 1 + kCellsApart;
  }
  template <class T>
  void one(std::optional<T>&) {
    const bool present = side_.byte(column_++) != 0;
    const std::size_t begin = column_;
    if (present) element<T>();
    column_ = begin + Width::of<T>();
  }
  template <class T>
  void one(std::vector<T>&) {
    const std::uint64_t count = side_.number(column_++);
    const std::size_t begin = column_, width = Width::of<T>();
    for (std::uint64_t i = 0; i < count && side_.ok(); ++i) {
      column_ = begin + static_cast<std::size_t>(std::min<std::uint64_t>(i, kElementsApart - 1)) * width;
      element<T>();
    }
    column_ = begin + kElementsApart * width;
  }
  template <class A, class B>
  void one(std::pair<A, B>& pair) {
    one(pair.first);
    one(pair.second);
  }
  template <class T>
  requires std::is_class_v<T>
  void one(T& value) { fields(*this, value); }
  template <class T>
  void element() {
    T shape{};
    one(shape);
  }

  Side& side_;
  std::size_t column_ = 0;
};

// Times beside each other.
class TimeBefore {
 public:
  // The first time of the row before.
  void start_at(std::uint64_t first) { first_ = first; }
  void begin_row() { last_ = first_, is_first_ = true; }
  std::uint64_t to_column(std::uint64_t number) {
    if (number < 2) return number;
    const std::uint64_t distance = zigzag(static_cast<std::int64_t>(number - last_));
    note(number);
    return distance + 2;  // wraps for distances that no two times have
  }
  std::uint64_t to_row(std::uint64_t number) {
    if (number < 2) return number;
    const std::uint64_t moved = last_ + static_cast<std::uint64_t>(unzigzag(number - 2));
    note(moved);
    return moved;
  }

 private:
  void note(std::uint64_t number) {
    last_ = number;
    if (std::exchange(is_first_, false)) first_ = number;
  }
  std::uint64_t first_ = 0, last_ = 0;
  bool is_first_ = true;
};

class ToRows {
 public:
  ByteReader& column(std::size_t number) { return columns_[number]; }
  // When only one row is wanted, and the columns stand there.
  void start_at(std::uint64_t first_time) { time_.start_at(first_time); }
  void begin_row() { time_.begin_row(); }
  bool ok() const { return ok_; }
  bool at_end() const {
    return std::all_of(columns_.begin(), columns_.end(), [](const ByteReader& each) { return each.at_end(); });
  }
  std::string& rows() { return rows_; }

  std::uint8_t byte(std::size_t column) {
    const std::uint8_t value = columns_[column].u8();
    rows_ += static_cast<char>(value);
    return note(column, value);
  }
  std::uint64_t number(std::size_t column) {
    const std::uint64_t value = columns_[column].varint();
    append_varint(rows_, value);
    return note(column, value);
  }
  void word(std::size_t column) {
    rows_ += columns_[column].take(8);
    note(column, 0);
  }
  void time(std::size_t column) { append_varint(rows_, time_.to_row(note(column, columns_[column].varint()))); }
  void text(std::size_t column) {
    append_text(rows_, columns_[column].text());
    note(column, 0);
  }
  void cells(std::size_t column) {
    const auto separator = static_cast<char>(columns_[column].u8());
    const std::uint64_t count = columns_[column].varint();
    note(column, 0);
    row_text_.clear();
    for (std::uint64_t i = 0; i < count && ok_; ++i) {
      if (i > 0) row_text_ += separator;
      const std::size_t cell = column + 1 + static_cast<std::size_t>(std::min<std::uint64_t>(i, kCellsApart - 1));
      row_text_ += columns_[cell].text();
      note(cell, 0);
    }
    append_text(rows_, row_text_);
  }

 private:
  template <class T>
  T note(std::size_t column, T value) {
    ok_ = ok_ && columns_[column].ok();
    return value;
  }
  std::array<ByteReader, kMostColumns> columns_{};
  std::string rows_, row_text_;
  TimeBefore time_;
  bool ok_ = true;
};

inline std::size_t column_count() {
  static const std::size_t count = [] {
    Width width;
    Record shape;
    shape.kind = RowKind::document;  // has all fields
    record_fields(width, shape);
    if (1 + width.columns() > kMostColumns) std::abort();  // a field that was added needs more
    return 1 + width.columns();
  }();
  return count;
}

}  // namespace forewhen::store
