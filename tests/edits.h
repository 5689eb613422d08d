// SPDX-License-Identifier: Apache-2.0
// Edits of bytes that a fuzzer orders, so that it begins with sound ones. An order is a byte that says what is done,
// two that say where, one that says of how many bytes, and the bytes themselves, as far as any are left.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace forewhen {

class Edits {
 public:
  explicit Edits(std::string_view orders) : orders_(orders) {}

  bool any_left() const { return !orders_.empty(); }
  std::uint8_t byte() {
    if (orders_.empty()) return 0;
    const auto first = static_cast<std::uint8_t>(orders_.front());
    orders_.remove_prefix(1);
    return first;
  }
  std::uint16_t number() {
    const unsigned high = byte();
    return static_cast<std::uint16_t>(high << 8 | byte());
  }

  // The next order, carried out.
  void edit(std::string& bytes) {
    const std::uint8_t what = byte();
    const std::size_t at = number() % (bytes.size() + 1), size = byte();
    switch (what % 6) {
      case 0:
        bytes.replace(at, size, taken(size));
        break;
      case 1:
        bytes.insert(at, taken(size));
        break;
      case 2:
        bytes.erase(at, size);
        break;
      case 3:
        bytes.resize(at);
        break;
      case 4:
        bytes = taken(size);
        break;
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ 1 << size % 8);
    }
  }

 private:
  std::string_view taken(std::size_t size) {
    const std::string_view first = orders_.substr(0, size);
    orders_.remove_prefix(first.size());
    return first;
  }

  std::string_view orders_;
};

}  // namespace forewhen
