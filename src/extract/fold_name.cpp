// SPDX-License-Identifier: Apache-2.0
// fold_name(): names as they are compared. ICU would do it too, at fifty times the cost of these two tables, which are
// the base letters of Unicode's canonical decompositions.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/gazetteer.h"

namespace forewhen {
namespace {

// U+00C0 to U+024F and U+1E00 to U+1EFF; '?' has no Latin base letter and stays as it is.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllll?"
    "?llnnnnnn?nnoooooooorrrrrrsssssssstttt??uuuuuuuuuuuuwwyyyzzzzzz?"
    "??????????????aa????????????????oo?????????????uu???????????????"
    "?????????????aaiioouuuuuuuuuuaaaaaaa??ggkkoooo??j???gg??nnaaaaoo"
    "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
    "????????????????";
constexpr std::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy????s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";
static_assert(kLatin.size() == 0x190 && kLatinAdditional.size() == 0x100);

struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// The character that begins here; bytes that are not UTF-8 come one by one.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) >= 0xC2 && byte(0) < 0xE0 && at + 1 < text.size())
    return {(static_cast<char32_t>(byte(0) & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (byte(0) >= 0xE0 && byte(0) < 0xF0 && at + 2 < text.size())
    return {
        (static_cast<char32_t>(byte(0) & 0x0F) << 12) | (static_cast<char32_t>(byte(1) & 0x3F) << 6) | (byte(2) & 0x3F),
        3};
  return {byte(0), 1};
}

// What stands for a letter of more than one base letter: "ae" for its ligature.
std::string_view letters_of(char32_t code) {
  switch (code) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0x152:
    case 0x153:
      return "oe";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0x14A:
    case 0x14B:
      return "ng";
    case 0x259:
      return "a";
    default:
      break;
  }
  if (code >= 0xC0 && code < 0x250) return kLatin.substr(code - 0xC0, 1);
  if (code >= 0x1E00 && code < 0x1F00) return kLatinAdditional.substr(code - 0x1E00, 1);
  return "?";
}

// Apostrophes of every kind, primes, combining accents.
bool is_dropped(char32_t code) {
  constexpr std::u32string_view kMarks = U"'`.\u00B4\u02BB\u02BC\u2018\u2019\u2032";
  return kMarks.find(code) != std::u32string_view::npos || (code >= 0x300 && code < 0x370);
}

bool is_gap(char32_t code) {
  constexpr std::u32string_view kGaps = U" \t\n-,/()\"\u00A0\u2010\u2011\u2013";
  return kGaps.find(code) != std::u32string_view::npos;
}

// "St. Louis" is "Saint Louis".
void spell_out_last_word(std::string& folded, std::size_t begin) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kShort = {
      {{"st", "saint"}, {"mt", "mount"}, {"ft", "fort"}}};
  for (const auto& [brief, full] : kShort)
    if (std::string_view(folded).substr(begin) == brief) return folded.replace(begin, 2, full), void();
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string folded;
  folded.reserve(name.size() + 4);
  std::size_t word = 0;
  for (std::size_t at = 0; at < name.size();) {
    const Character c = character_at(name, at);
    const std::string_view bytes = name.substr(at, c.bytes);
    at += c.bytes;
    if (is_dropped(c.code)) continue;
    if (is_gap(c.code)) {
      if (folded.size() == word) continue;
      spell_out_last_word(folded, word);
      folded += ' ';
      word = folded.size();
      continue;
    }
    if (c.bytes == 1 && c.code < 0x80) {
      folded += c.code >= 'A' && c.code <= 'Z' ? static_cast<char>(c.code + 32) : static_cast<char>(c.code);
      continue;
    }
    const std::string_view letters = letters_of(c.code);
    folded += letters == "?" ? bytes : letters;
  }
  if (folded.size() == word && word > 0)
    folded.pop_back();  // a gap at the end
  else
    spell_out_last_word(folded, word);
  return folded;
}

}  // namespace forewhen
