// SPDX-License-Identifier: Apache-2.0
// A piece of a text: byte offsets into its UTF-8 form, half open, on character boundaries.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace forewhen {

struct Span {
  std::uint32_t begin = 0;  // texts are limited to 4 GiB
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  // REQUIRES: end <= text.size()
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }

  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace forewhen
