// SPDX-License-Identifier: Apache-2.0
#include "forewhen/text/letter_case.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/character.h"

namespace forewhen {

std::string lower_case(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_character(text, at);
    const char32_t c = character_at(text, at);
    if (c < 0x80) {
      lower += static_cast<char>(is_upper(c) ? c + 32 : c);
    } else if (!is_upper(c)) {
      lower.append(text, at, next - at);
    } else {
      char bytes[4];
      int32_t length = 0;
      U8_APPEND_UNSAFE(bytes, length, u_tolower(static_cast<UChar32>(c)));
      lower.append(bytes, static_cast<std::size_t>(length));
    }
    at = next;
  }
  return lower;
}

bool starts_upper(std::string_view text) { return is_upper(character_at(text, 0)); }

}  // namespace forewhen
