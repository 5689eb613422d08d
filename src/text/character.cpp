// SPDX-License-Identifier: Apache-2.0
#include "text/character.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace forewhen {

char32_t character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return first;
  UChar32 c;
  const char* bytes = text.data() + at;
  int32_t offset = 0;
  const auto length = static_cast<int32_t>(text.size() - at < 4 ? text.size() - at : 4);
  U8_NEXT(bytes, offset, length, c);
  return c < 0 ? 0xFFFD : static_cast<char32_t>(c);
}

char32_t character_before(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : character_at(text, previous_character(text, at));
}

std::size_t next_character(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

std::size_t previous_character(std::string_view text, std::size_t at) {
  --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  return c == 0x200B || c == 0xFEFF || c == 0x85 || u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c));
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c));
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(static_cast<UChar32>(c));
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c) || c == '_';
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0 && c != 0x2BC;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == '`' || c == 0x2BC || c == 0xB4; }

bool is_opening(char32_t c) {
  if (c < 0x80) return c == '(' || c == '[' || c == '{';
  if (c == 0xBF || c == 0xA1) return true;
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

bool is_closing(char32_t c) {
  if (c < 0x80) return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'';
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}

bool is_quote(char32_t c) { return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB; }

bool is_dash(char32_t c) { return (c >= 0x2012 && c <= 0x2015) || c == 0x2212; }

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

}  // namespace forewhen
