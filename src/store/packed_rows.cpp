// SPDX-License-Identifier: Apache-2.0
#include "store/packed_rows.h"

#include <array>
#include <bit>
#include <cstring>

#include "store/row_walk.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kMostRows = 64;  // a bit of a word each

// Eight bytes of which none has one of these bits.
bool eight_without(std::string_view bytes, std::size_t at, std::uint64_t bits) {
  std::uint64_t word = 0;
  if (at + sizeof word > bytes.size()) return false;
  std::memcpy(&word, bytes.data() + at, sizeof word);
  return (word & bits) == 0;
}

void pass_numbers(ByteReader& column, std::size_t count) {
  const std::string_view bytes = column.rest();
  std::size_t at = 0;
  for (; count >= 8 && eight_without(bytes, at, 0x8080808080808080u); at += 8) count -= 8;
  for (; count > 0 && at < bytes.size(); ++at) count -= static_cast<std::uint8_t>(bytes[at]) < 0x80;
  if (count > 0) return column.fail();
  column.take(at);
}

void pass_texts(ByteReader& column, std::size_t count) {
  const std::string_view bytes = column.rest();
  std::size_t at = 0;
  for (; count >= 8 && eight_without(bytes, at, ~std::uint64_t{0}); at += 8) count -= 8;  // empty ones
  for (; count > 0 && at < bytes.size() && static_cast<std::uint8_t>(bytes[at]) < 0x80; --count)
    at += 1 + static_cast<std::uint8_t>(bytes[at]);
  column.take(at);
  for (; count > 0 && column.ok(); --count) column.text();
}

// Moves each column past what the first rows have in it. A word holds the rows that have the field at hand, a bit each.
class PastRows {
 public:
  PastRows(ToRows& side, std::size_t rows) : side_(side), rows_((std::uint64_t{1} << rows) - 1) {}
  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  void run() {
    pass_numbers(side_.column(column_++), count());  // the import
    shape_.kind = RowKind::document;                 // has all fields
    record_fields(*this, shape_);
    side_.start_at(time_);
  }

 private:
  std::size_t count() const { return static_cast<std::size_t>(std::popcount(rows_)); }
  // visit(row, its bit) for each of the rows at hand.
  template <class Visit>
  void each_row(Visit visit) const {
    for (std::uint64_t left = rows_; left != 0; left &= left - 1)
      visit(static_cast<std::size_t>(std::countr_zero(left)), left & -left);
  }
  void bytes(std::size_t size) { side_.column(column_++).take(count() * size); }
  void numbers() { pass_numbers(side_.column(column_++), count()); }

  void one(bool&) { bytes(1); }
  void one(std::uint8_t&) { bytes(1); }
  void one(std::uint32_t&) { numbers(); }
  void one(std::uint64_t&) { numbers(); }
  void one(std::int64_t&) { numbers(); }
  void one(int&) { numbers(); }
  void one(double&) { bytes(8); }
  void one(std::string&) { pass_texts(side_.column(column_++), count()); }
  template <class Tag>
  void one(Id<Tag>&) {
    bytes(8);
  }
  template <class Choice>
  requires std::is_enum_v<Choice>
  void one(Choice&) { bytes(1); }
  void one(RowKind&) {
    ByteReader& column = side_.column(column_++);
    each_row([&](std::size_t, std::uint64_t bit) {
      if (static_cast<RowKind>(column.u8()) == RowKind::document) documents_ |= bit;
    });
  }
  // The first time of a row is told by its distance from that of the row before.
  void one(Instant&) {
    ByteReader& column = side_.column(column_++);
    each_row([&](std::size_t, std::uint64_t bit) {
      const std::uint64_t number = column.varint();
      if (number < 2 || (timed_ & bit) != 0) return;
      timed_ |= bit;
      time_ += static_cast<std::uint64_t>(unzigzag(number - 2));
    });
  }
  template <class Text>
  void one(RowText<Text>&) {
    ByteReader& column = side_.column(column_++);
    std::array<std::size_t, kCellsApart> cells{};
    each_row([&](std::size_t, std::uint64_t) {
      column.u8();  // the separator
      const std::uint64_t count = column.varint();
      const auto apart = static_cast<std::size_t>(std::min<std::uint64_t>(count, kCellsApart - 1));
      for (std::size_t i = 0; i < apart; ++i) ++cells[i];
      cells.back() += static_cast<std::size_t>(count - apart);
    });
    for (std::size_t i = 0; i < kCellsApart; ++i) pass_texts(side_.column(column_ + i), cells[i]);
    column_ += kCellsApart;
  }
  template <class T>
  void one(std::optional<T>&) {
    ByteReader& column = side_.column(column_++);
    std::uint64_t present = 0;
    each_row([&](std::size_t, std::uint64_t bit) { present |= column.u8() != 0 ? bit : 0; });
    elements<T>(present);
  }
  // None of the lists has times in it.
  template <class T>
  void one(std::vector<T>& list) {
    const std::uint64_t all = rows_;
    if (static_cast<void*>(&list) == static_cast<void*>(&shape_.places)) rows_ = documents_;
    ByteReader& column = side_.column(column_++);
    std::array<std::uint64_t, kMostRows> counts{};
    std::uint64_t most = 0;
    each_row([&](std::size_t row, std::uint64_t) {
      counts[row] = column.ok() ? column.varint() : 0;
      most = std::max(most, counts[row]);
    });
    const std::size_t begin = column_, width = Width::of<T>();
    for (std::uint64_t i = 0; i < most; ++i) {
      const std::size_t at = static_cast<std::size_t>(std::min<std::uint64_t>(i, kElementsApart - 1));
      std::uint64_t having = 0;
      each_row([&](std::size_t row, std::uint64_t bit) { having |= counts[row] > i ? bit : 0; });
      column_ = begin + at * width;
      elements<T>(having);
      if (i >= kElementsApart && !side_.column(column_ - width).ok()) break;  // a count that nothing stands behind
    }
    column_ = begin + kElementsApart * width;
    rows_ = all;
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
  void elements(std::uint64_t having) {
    const std::size_t begin = column_;
    if (having != 0) {
      const std::uint64_t all = std::exchange(rows_, having);
      T shape{};
      one(shape);
      rows_ = all;
    }
    column_ = begin + Width::of<T>();
  }

  ToRows& side_;
  std::uint64_t rows_;
  std::uint64_t documents_ = 0, timed_ = 0;
  std::uint64_t time_ = 0;
  std::size_t column_ = 0;
  Record shape_;
};

}  // namespace

bool PackedRows::read(std::string bytes) {
  bytes_ = std::move(bytes);
  return head_.read(bytes_) && head_.rows <= kMostRows;
}

bool PackedRows::row(std::size_t i, std::string& row) const {
  ToRows side;
  for (const ColumnsHead::Column& one : head_.columns)
    side.column(one.number) = ByteReader(std::string_view(bytes_).substr(one.begin, one.size));
  PastRows(side, i).run();
  side.begin_row();
  Record shape;
  Walk<ToRows>(side).row(shape);
  if (!side.ok()) return false;
  row = std::move(side.rows());
  return true;
}

}  // namespace forewhen::store
