// SPDX-License-Identifier: Apache-2.0
// The alphabet of every stored byte: big-endian words, varints, length-prefixed strings. Writing appends to a string;
// reading takes bytes that anybody may have altered and never reads past their end nor reserves what they only claim.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace forewhen::store {

// 8 and 4 bytes, most significant first, so that memcmp orders them as numbers.
void append_be64(std::string& out, std::uint64_t value);
void append_be32(std::string& out, std::uint32_t value);

// Seven bits a byte, the lowest first, the high bit set on all but the last.
inline void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}
// The varint of the length, then the bytes.
void append_text(std::string& out, std::string_view text);

// Small numbers of either sign become small numbers: 0, -1, 1, -2 ... are 0, 1, 2, 3 ...
constexpr std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

// Takes values from the front. The first failure stays: from then on every read gives zero and ok() is false.
// One value has one form: a varint longer than it need be is a failure.
class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  // Written out here: lists are read a few bytes at a time, and calls would be most of the work.
  std::uint8_t u8() {
    if (rest_.empty()) return fail(), std::uint8_t{0};
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::uint32_t be32() { return big_endian<std::uint32_t>(); }
  std::uint64_t be64() { return big_endian<std::uint64_t>(); }
  std::uint64_t varint() {
    if (!rest_.empty() && static_cast<std::uint8_t>(rest_.front()) < 0x80) return u8();
    return long_varint();
  }
  std::string_view text();
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) return fail(), std::string_view();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  void fail() { failed_ = true, rest_ = {}; }
  bool ok() const { return !failed_; }
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

 private:
  template <class Number>
  Number big_endian() {
    const std::string_view bytes = take(sizeof(Number));
    Number value = 0;
    for (const char c : bytes) value = static_cast<Number>(value << 8) | static_cast<unsigned char>(c);
    return value;
  }
  std::uint64_t long_varint();

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace forewhen::store
