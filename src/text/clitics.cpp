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

constexpr std::size_t most_clitics = 3;  // "shouldn't've" has two
constexpr std::array endings{"s"sv, "m"sv, "d"sv, "re"sv, "ve"sv, "ll"sv};

// Where the last clitic of word[0, end) begins; `end` when there is none.
std::size_t last_clitic(std::string_view lower, std::size_t end) {
  std::size_t letters = end;
  while (letters > 0 && end - letters < 3 && is_letter(static_cast<unsigned char>(lower[letters - 1]))) --letters;
  if (letters == 0 || letters == end || !is_apostrophe(character_before(lower, letters))) return end;
  const std::size_t apostrophe = previous_character(lower, letters);
  const std::string_view ending = lower.substr(letters, end - letters);
  if (ending == "t" && apostrophe > 1 && lower[apostrophe - 1] == 'n') return apostrophe - 1;
  const bool known = std::find(endings.begin(), endings.end(), ending) != endings.end();
  return known && apostrophe > 0 ? apostrophe : end;
}

// "5pm", "10am": the hour is a word of its own.
std::size_t hour_end(std::string_view lower) {
  if (lower.size() < 3 || lower.size() > 7) return 0;
  const std::string_view half = lower.substr(lower.size() - 2);
  if (half != "am" && half != "pm") return 0;
  for (const char c : lower.substr(0, lower.size() - 2)) {
    if (!is_digit(static_cast<unsigned char>(c)) && c != ':' && c != '.') return 0;
  }
  return lower.size() - 2;
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
  if (const std::size_t cut = hour_end(lower)) cuts.push_back(cut);
  return cuts;
}

}  // namespace forewhen
