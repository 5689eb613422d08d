// SPDX-License-Identifier: Apache-2.0
// UTF-8 as RFC 3629 has it: no surrogates, no overlong forms, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace forewhen {

// Offset of the first byte that is not part of a valid character; nothing when all is valid.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// True when `offset` is the start of a character or the end of the text.
inline bool is_character_boundary(std::string_view text, std::size_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

}  // namespace forewhen
