// SPDX-License-Identifier: Apache-2.0
#include "store/bytes.h"

namespace forewhen::store {
namespace {

template <class Number>
void append_big_endian(std::string& out, Number value) {
  char bytes[sizeof value];
  for (std::size_t i = sizeof value; i-- > 0; value = static_cast<Number>(value >> 8))
    bytes[i] = static_cast<char>(value);
  out.append(bytes, sizeof value);
}

}  // namespace

void append_be64(std::string& out, std::uint64_t value) { append_big_endian(out, value); }
void append_be32(std::string& out, std::uint32_t value) { append_big_endian(out, value); }

void append_text(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out += text;
}

std::uint64_t ByteReader::long_varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint64_t byte = u8();
    if (failed_) return 0;
    const std::uint64_t bits = byte & 0x7f;
    const bool overflows = shift == 63 && bits > 1;
    const bool overlong = shift > 0 && byte == 0;
    if (overflows || overlong) break;
    value |= bits << shift;
    if (byte < 0x80) return value;
  }
  fail();
  return 0;
}

std::string_view ByteReader::text() {
  const std::uint64_t size = varint();
  return take(size);
}

}  // namespace forewhen::store
