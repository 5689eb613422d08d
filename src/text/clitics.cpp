// SPDX-License-Identifier: Apache-2.0
#include "text/clitics.h"

#include <algorithm>
#include <array>

#include "forewhen/text/letter_case.h"
#include "text/character.h"

namespace forewhen {
namespace {

using namespace std::literals;

struct Contraction {
  std::string_view word;
  std::size_t cut;
};

// Contractions without an apostrophe.
constexpr std::array contractions{
    Contraction{"cannot"sv, 3},  Contraction{"gonna"sv, 3},   Contraction{"gotta"sv, 3},    Contraction{"wanna"sv, 3},
    Contraction{"gimme"sv, 3},   Contraction{"lemme"sv, 3},   Contraction{"dont"sv, 2},     Contraction{"didnt"sv, 3},
    Contraction{"doesnt"sv, 4},  Contraction{"isnt"sv, 2},    Contraction{"wasnt"sv, 3},    Contraction{"arent"sv, 3},
    Contraction{"couldnt"sv, 5}, Contraction{"wouldnt"sv, 5}, Contraction{"shouldnt"sv, 6}, Contraction{"havent"sv, 4},
    Contraction{"hasnt"sv, 3},   Contraction{"werent"sv, 4},  Contraction{"thats"sv, 4},    Contraction{"im"sv, 1},
    Contraction{"ive"sv, 1}};

constexpr std::array units{"am"sv, "bn"sv,  "cm"sv, "ft"sv,  "gb"sv,   "ghz"sv,  "hr"sv,  "hrs"sv, "k"sv,    "kg"sv,
                           "km"sv, "kph"sv, "lb"sv, "lbs"sv, "m"sv,    "mb"sv,   "mhz"sv, "min"sv, "mins"sv, "mm"sv,
                           "mn"sv, "mph"sv, "oz"sv, "pm"sv,  "a.m."sv, "p.m."sv, "a.m"sv, "p.m"sv};

constexpr std::size_t most_clitics = 3;  // "shouldn't've" has two
constexpr std::array endings{"s"sv, "m"sv, "d"sv, "re"sv, "ve"sv, "ll"sv};

// "1930" of "1930's", which stays whole.
bool is_decade(std::string_view word) {
  return word.ends_with('0') && word.size() <= 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Where the last clitic of word[0, end) begins; `end` when there is none.
std::size_t last_clitic(std::string_view lower, std::size_t end) {
  std::size_t letters = end;
  while (letters > 0 && end - letters < 3 && is_letter(static_cast<unsigned char>(lower[letters - 1]))) --letters;
  if (letters == 0 || letters == end || !is_apostrophe(character_before(lower, letters))) return end;
  const std::size_t apostrophe = previous_character(lower, letters);
  const std::string_view ending = lower.substr(letters, end - letters);
  if (ending == "t" && apostrophe > 1 && lower[apostrophe - 1] == 'n') return apostrophe - 1;
  if (ending == "s" && is_decade(lower.substr(0, apostrophe))) return end;
  const bool known = std::find(endings.begin(), endings.end(), ending) != endings.end();
  return known && apostrophe > 0 ? apostrophe : end;
}

// "5pm", "$3m", "40km": the number is a word of its own. Where the unit begins; 0 when there is none.
std::size_t find_unit(std::string_view lower) {
  const std::size_t digits = lower.find_first_not_of("0123456789.,:");
  if (digits == std::string_view::npos || digits == 0) return 0;
  return std::find(units.begin(), units.end(), lower.substr(digits)) != units.end() ? digits : 0;
}

}  // namespace

std::vector<std::size_t> find_clitics(std::string_view word) {
  std::vector<std::size_t> cuts;
  const std::string lower = lower_case(word);
  if (lower.size() != word.size()) return cuts;  // a rare letter whose lower case is longer: offsets would not fit
  for (std::size_t end = lower.size(); cuts.size() < most_clitics;) {
    const std::size_t begin = last_clitic(lower, end);
    if (begin == end || begin == 0) break;
    cuts.insert(cuts.begin(), begin);
    end = begin;
  }
  if (!cuts.empty()) return cuts;
  for (const Contraction& known : contractions) {
    if (known.word == lower) return {known.cut};
  }
  if (const std::size_t cut = find_unit(lower)) cuts.push_back(cut);
  return cuts;
}

}  // namespace forewhen
