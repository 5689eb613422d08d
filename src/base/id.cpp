// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/id.h"

#include <xxhash.h>

#include <charconv>

namespace forewhen {

std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string format_id(char letter, std::uint64_t value) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text(17, letter);
  for (int i = 16; i > 0; --i, value >>= 4) text[i] = kDigits[value & 15];
  return text;
}

std::optional<std::uint64_t> parse_id(char letter, std::string_view text) {
  if (text.size() != 17 || text[0] != letter) return std::nullopt;
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  auto [stop, error] = std::from_chars(text.data() + 1, end, value, 16);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace forewhen
