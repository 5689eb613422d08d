// SPDX-License-Identifier: Apache-2.0
#include "store/row_columns.h"

#include <algorithm>

#include "store/record_fields.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kElementsApart = 8, kCellsApart = 64;

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

class ToRows {
 public:
  explicit ToRows(std::size_t columns) : columns_(columns, ByteReader({})) {}
  ByteReader& column(std::size_t number) { return columns_[number]; }
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
  std::vector<ByteReader> columns_;
  std::string rows_, row_text_;
  TimeBefore time_;
  bool ok_ = true;
};

std::size_t column_count() {
  static const std::size_t count = [] {
    Width width;
    Record shape;
    shape.kind = RowKind::document;  // has all fields
    record_fields(width, shape);
    return 1 + width.columns();
  }();
  return count;
}

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

bool RowsOfColumns::decode(std::string_view bytes) {
  ends_.clear();
  bytes_.clear();
  ByteReader in(bytes);
  const std::uint64_t rows = in.varint(), full = in.varint();
  ToRows side(column_count());
  std::vector<std::pair<std::size_t, std::uint64_t>> sizes;
  std::uint64_t column = 0;
  for (std::uint64_t i = 0; i < full && in.ok(); ++i) {
    const std::uint64_t distance = in.varint();
    if (distance >= column_count() || (column += distance) >= column_count()) return false;
    sizes.emplace_back(static_cast<std::size_t>(column), in.varint());
  }
  for (const auto& [number, size] : sizes) {
    if (size > in.rest().size()) return false;
    side.column(number) = ByteReader(in.take(static_cast<std::size_t>(size)));
  }
  if (!in.ok() || !in.at_end()) return false;
  side.rows().reserve(bytes.size() * 2);
  Walk<ToRows> walk(side);
  Record shape;
  for (std::uint64_t i = 0; i < rows && side.ok(); ++i) {
    side.begin_row();
    walk.row(shape);
    ends_.push_back(side.rows().size());
  }
  bytes_ = std::move(side.rows());
  return side.ok() && side.at_end();
}

}  // namespace forewhen::store
