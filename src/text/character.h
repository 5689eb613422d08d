// SPDX-License-Identifier: Apache-2.0
// Characters of a UTF-8 text and the classes that the splitters ask for. Classes of ASCII come from a switch, all
// others from ICU. Positions are byte offsets on character boundaries.
#pragma once

#include <cstddef>
#include <string_view>

namespace forewhen {

// The character at `at`; U+FFFD for bytes that are no character; 0 at the end of the text.
char32_t character_at(std::string_view text, std::size_t at);
// The character that ends at `at`; 0 at the start.
char32_t character_before(std::string_view text, std::size_t at);
// Offset after the character at `at`.
std::size_t next_character(std::string_view text, std::size_t at);
// Offset of the character that ends at `at`. REQUIRES: at > 0
std::size_t previous_character(std::string_view text, std::size_t at);

bool is_blank(char32_t c);  // white space, controls, zero-width space, byte order mark
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_word_character(char32_t c);  // letters, marks, digits, underscore
bool is_apostrophe(char32_t c);      // ' ’ ` and the modifier letter
bool is_opening(char32_t c);         // ( [ { “ ‘ « ¿ and their like
bool is_closing(char32_t c);         // ) ] } ” ’ » and their like; the straight quotes too
bool is_quote(char32_t c);           // double quotes of any direction
bool is_dash(char32_t c);            // en dash, em dash and longer; not the hyphen
bool is_hyphen(char32_t c);          // - ‐ ‑

}  // namespace forewhen
