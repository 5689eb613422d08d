// SPDX-License-Identifier: Apache-2.0
// One field of many rows as few bits: numbers lie mostly close together (frame of reference: each as its distance from
// the least) or are mostly a few (a dictionary of them). Both are read by a shift and a mask, so that packing costs no
// time when lists are read. The reader knows how many numbers there are.
// A column is a byte, its form, and then:
//   w, 0 to 56     the least number `varint`; n * w bits, each number's distance from it
//   57             each number as `varint`
//   64 + w         the least number and a step, `varint`; n * w bits, each number's distance from the least in steps:
//   days 128 + k, k < 16  the k + 1 numbers that there are, ascending, each as the distance to the last, `varint`; n
//   indexes of
//                  as many bits as k needs
// Bits fill bytes from the lowest. Of the forms the shortest is taken, of equals the first.
// Frame of reference: Goldstein, Ramakrishnan, Shaft, Compressing Relations and Indexes, ICDE 1998.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>

#include "store/bytes.h"

namespace forewhen::store {

inline constexpr std::uint8_t kWidestPacked = 56, kPlainColumn = 57, kSteppedColumn = 64, kDictionaryColumn = 128;
inline constexpr std::size_t kMostInDictionary = 16;

void append_column(std::string& out, std::span<const std::uint64_t> numbers);

// `width` bits from bit `at` on; zeros behind the end. REQUIRES: width <= 56
inline std::uint64_t bits_at(std::string_view bytes, std::size_t at, unsigned width) {
  std::uint64_t word = 0;
  const std::size_t byte = at / 8;
  if (byte + 8 <= bytes.size() && std::endian::native == std::endian::little) {
    std::memcpy(&word, bytes.data() + byte, 8);
  } else {
    for (std::size_t i = 0; i < 8 && byte + i < bytes.size(); ++i)
      word |= std::uint64_t{static_cast<std::uint8_t>(bytes[byte + i])} << (8 * i);
  }
  return word >> (at % 8) & ((std::uint64_t{1} << width) - 1);
}

// One column of a value, read where it lies: number i costs a shift and a mask.
class PackedColumn {
 public:
  // Reads the column of `count` numbers at the front of `in`, which reads from `value`. Fails `in` when the bytes are
  // not there or have no such form.
  void read(ByteReader& in, std::string_view value, std::size_t count);
  // REQUIRES: i < count, and `value` as it was read. A dictionary's index that points past it gives its last number.
  std::uint64_t at(std::string_view value, std::size_t i) const {
    if (form_ == kPlainColumn) return numbers_[i];
    const std::uint64_t packed = width_ == 0 ? 0 : bits_at(value, std::size_t{begin_} * 8 + i * width_, width_);
    if (form_ < kDictionaryColumn) return least_ + step_ * packed;
    return numbers_[packed < step_ ? packed : step_];
  }
  // No number is greater; may be more than the greatest.
  std::uint64_t at_most() const {
    if (form_ >= kDictionaryColumn) return numbers_[step_];
    const bool small = form_ != kPlainColumn && width_ <= 32 && least_ >> 32 == 0 && step_ >> 32 == 0;
    return small ? least_ + step_ * ((std::uint64_t{1} << width_) - 1) : ~std::uint64_t{0};
  }
  bool is_constant() const { return form_ != kPlainColumn && width_ == 0; }

 private:
  std::uint64_t least_ = 0, step_ = 1;  // of a dictionary: unused, its greatest index
  std::unique_ptr<std::uint64_t[]> numbers_;
  std::uint32_t begin_ = 0;  // where the bits begin in the value
  std::uint8_t form_ = 0, width_ = 0;
};

// take(i, number) for each of `count`, in order; nothing when the column is damaged, which fails `in`.
template <class Take>
void take_column(ByteReader& in, std::size_t count, Take take) {
  const std::string_view value = in.rest();
  PackedColumn column;
  column.read(in, value, count);
  for (std::size_t i = 0; i < count && in.ok(); ++i) take(i, column.at(value, i));
}

}  // namespace forewhen::store
