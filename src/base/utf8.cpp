// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/utf8.h"

#include <cstdint>

namespace forewhen {
namespace {

struct Lead {
  int length;
  unsigned char second_low, second_high;  // bounds of the second byte; they rule out overlong forms and surrogates
};

// Table 3-7 of the Unicode standard.
Lead lead_of(unsigned char c) {
  if (c < 0x80) return {1, 0, 0};
  if (c < 0xC2) return {0, 0, 0};
  if (c < 0xE0) return {2, 0x80, 0xBF};
  if (c == 0xE0) return {3, 0xA0, 0xBF};
  if (c == 0xED) return {3, 0x80, 0x9F};
  if (c < 0xF0) return {3, 0x80, 0xBF};
  if (c == 0xF0) return {4, 0x90, 0xBF};
  if (c < 0xF4) return {4, 0x80, 0xBF};
  if (c == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Lead lead = lead_of(byte(at));
    if (lead.length == 0 || at + lead.length > bytes.size()) return at;
    if (lead.length > 1 && (byte(at + 1) < lead.second_low || byte(at + 1) > lead.second_high)) return at;
    for (int i = 2; i < lead.length; ++i) {
      if ((byte(at + i) & 0xC0) != 0x80) return at;
    }
    at += lead.length;
  }
  return std::nullopt;
}

}  // namespace forewhen
