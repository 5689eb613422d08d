// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/said_number.h"

#include <algorithm>

namespace forewhen {

std::string said_number(std::string_view text) {
  static constexpr std::string_view kNumbers[] = {"zero",     "one",      "two",      "three",   "four",    "five",
                                                  "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                                  "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                                  "eighteen", "nineteen", "twenty"};
  static constexpr std::string_view kVague[] = {"dozens", "scores", "hundreds", "thousands"};
  static constexpr std::string_view kAbout[] = {"more than ",  "fewer than ", "less than ", "at least ", "at most ",
                                                "as many as ", "up to ",      "about ",     "around ",   "nearly ",
                                                "almost ",     "over ",       "some ",      "the "};
  for (const std::string_view words : kAbout) {
    const bool here = text.size() > words.size() &&
                      std::equal(words.begin(), words.end(), text.begin(),
                                 [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
    if (here) return said_number(text.substr(words.size()));
  }
  std::string word(text.substr(0, text.find(' ')));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (!word.empty() && word[0] >= '0' && word[0] <= '9') {
    std::string digits;
    for (const char c : word) {
      if (c >= '0' && c <= '9')
        digits += c;
      else if (c != ',')
        return {};  // "3rd", "2.5", "7-year"
    }
    return digits;
  }
  const auto known = std::find(std::begin(kNumbers) + 2, std::end(kNumbers), word);
  if (known != std::end(kNumbers)) return std::to_string(known - std::begin(kNumbers));
  return std::find(std::begin(kVague), std::end(kVague), word) == std::end(kVague) ? std::string() : word;
}

}  // namespace forewhen
