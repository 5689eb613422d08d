// SPDX-License-Identifier: Apache-2.0
#include "export/printable.h"

#include <cstdint>

#include "forewhen/base/utf8.h"
#include "forewhen/export/table.h"

namespace forewhen {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

struct Character {
  std::uint32_t code = 0;
  std::size_t length = 1;
};

// REQUIRES: a valid character at `at`.
Character character_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  std::uint32_t code = first & (0x7F >> length);
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
    code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  return {code, std::min(length, text.size() - at)};
}

// Characters that would move the cursor, switch the direction of writing or hide themselves.
bool is_harmful(std::uint32_t code) {
  return (code >= 0x7F && code < 0xA0) || (code >= 0x200E && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF || (code >= 0xE0000 && code <= 0xE007F);
}

bool is_combining(std::uint32_t code) {
  return (code >= 0x0300 && code < 0x0370) || (code >= 0x0591 && code < 0x05BE) || (code >= 0x064B && code < 0x0660) ||
         (code >= 0x1AB0 && code < 0x1B00) || (code >= 0x20D0 && code < 0x2100) || (code >= 0xFE00 && code < 0xFE10) ||
         code == 0x200B || code == 0x200D || code == 0xAD;
}

// East Asian Width W and F, in blocks.
bool is_wide(std::uint32_t code) {
  return (code >= 0x1100 && code < 0x1160) || (code >= 0x2E80 && code < 0xA4D0 && code != 0x303F) ||
         (code >= 0xAC00 && code < 0xD7A4) || (code >= 0xF900 && code < 0xFB00) || (code >= 0xFE30 && code < 0xFE70) ||
         (code >= 0xFF00 && code < 0xFF61) || (code >= 0xFFE0 && code < 0xFFE7) ||
         (code >= 0x1F300 && code < 0x1F650) || (code >= 0x1F900 && code < 0x1FA00) ||
         (code >= 0x20000 && code < 0x3FFFE);
}

std::size_t columns_of(std::uint32_t code) { return is_combining(code) ? 0 : is_wide(code) ? 2 : 1; }

// Bytes of the longest beginning that fits, at least one character.
std::size_t fitting_bytes(std::string_view text, std::size_t width) {
  std::size_t at = 0, columns = 0;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (at > 0 && columns + columns_of(c.code) > width) break;
    columns += columns_of(c.code);
    at += c.length;
  }
  return at;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t valid = find_invalid_utf8(text).value_or(text.size());
    for (std::size_t at = 0; at < valid;) {
      const Character c = character_at(text.substr(0, valid), at);
      if (c.code == '\t' || c.code == '\n' || c.code == '\r') {
        if (!out.empty() && out.back() != ' ') out += ' ';
      } else if (c.code < 0x20) {
        out += {'\xE2', '\x90', static_cast<char>(0x80 + c.code)};  // U+2400 and up: pictures of control characters
      } else {
        out += is_harmful(c.code) ? kReplacement : text.substr(at, c.length);
      }
      at += c.length;
    }
    if (valid == text.size()) break;
    out += kReplacement;
    text.remove_prefix(valid + 1);
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    columns += columns_of(c.code);
    at += c.length;
  }
  return columns;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t columns = columns_of(word);
    if (used > 0 && used + 1 + columns > width) lines.emplace_back(), used = 0;
    while (used == 0 && columns_of(word) > width) {
      const std::size_t bytes = fitting_bytes(word, width);
      if (bytes == word.size()) break;
      lines.back() = word.substr(0, bytes);
      lines.emplace_back();
      word.remove_prefix(bytes);
    }
    if (used > 0) lines.back() += ' ', ++used;
    lines.back() += word;
    used += columns_of(word);
  }
  return lines;
}

}  // namespace forewhen
