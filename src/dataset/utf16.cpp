// SPDX-License-Identifier: Apache-2.0
#include "dataset/utf16.h"

#include <utility>

namespace forewhen::dataset {

void append_utf8(std::string& out, char32_t character) {
  const auto tail = [&](int bits) { out += static_cast<char>(0x80 | (character >> bits & 0x3F)); };
  if (character < 0x80) {
    out += static_cast<char>(character);
  } else if (character < 0x800) {
    out += static_cast<char>(0xC0 | character >> 6);
    tail(0);
  } else if (character < 0x10000) {
    out += static_cast<char>(0xE0 | character >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | character >> 18);
    tail(12), tail(6), tail(0);
  }
}

void Utf16::append(std::string_view block, std::string& out) {
  out.reserve(out.size() + block.size());
  for (const char byte : block) {
    const auto here = static_cast<unsigned char>(byte);
    if (!odd_) {
      odd_ = here;
      continue;
    }
    const std::uint32_t unit = order_ == Order::little ? *odd_ | here << 8 : *odd_ << 8 | here;
    odd_.reset();
    const bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (high_ != 0 && is_low) {
      append_utf8(out, 0x10000 + ((high_ - 0xD800) << 10 | (unit - 0xDC00)));
      high_ = 0;
      continue;
    }
    if (std::exchange(high_, 0) != 0) out += '\0';
    if (unit >= 0xD800 && unit < 0xDC00)
      high_ = unit;
    else if (is_low)
      out += '\0';
    else
      append_utf8(out, unit);
  }
}

void Utf16::finish(std::string& out) {
  if (std::exchange(high_, 0) != 0 || odd_) out += '\0';
  odd_.reset();
}

}  // namespace forewhen::dataset
