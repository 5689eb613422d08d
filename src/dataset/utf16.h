// SPDX-License-Identifier: Apache-2.0
// UTF-16 in blocks to UTF-8, as spreadsheets write "Unicode text".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forewhen::dataset {

void append_utf8(std::string& out, char32_t character);

class Utf16 {
 public:
  enum class Order { little, big };
  explicit Utf16(Order order) : order_(order) {}

  // Half of a surrogate pair without the other becomes a NUL, for which its row is refused.
  void append(std::string_view block, std::string& out);
  // At the end of the file.
  void finish(std::string& out);

 private:
  Order order_;
  std::optional<unsigned char> odd_;  // the first byte of a unit
  std::uint32_t high_ = 0;            // the first half of a pair
};

}  // namespace forewhen::dataset
