// SPDX-License-Identifier: Apache-2.0
#include "text/dateline.h"

#include <algorithm>
#include <array>

#include "text/character.h"

namespace forewhen {
namespace {

constexpr std::size_t kLongest = 16;  // tokens before the dash

class DatelineReader {
 public:
  DatelineReader(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::size_t length() const {
    if (tokens_.empty() || !is_capitalised(form(0))) return 0;
    bool comma = false, agency = false;
    for (std::size_t i = 0; i < tokens_.size() && i < kLongest; ++i) {
      const std::string_view token = form(i);
      if (token == "(" || token == "[") {
        const std::size_t close = closing(i);
        if (close == 0) return 0;
        agency = true;
        i = close;
        // "(IANS) The": no dash.
        if (comma && i + 1 < tokens_.size() && !is_dash_token(i + 1) && form(i + 1) != ",") return story_from(i + 1);
      } else if (is_dash_token(i)) {
        return i > 0 && (agency || place_in_capitals()) ? story_from(i + 1) : 0;
      } else if (token == "," || token == "." || token == "/" || token == "\u2022") {
        comma |= token == ",";
      } else if (!is_capitalised(token) && !is_digit(character_at(token, 0)) && !is_particle(token)) {
        return 0;
      }
    }
    return 0;
  }

 private:
  std::string_view form(std::size_t i) const { return tokens_[i].span.of(text_); }

  static bool is_capitalised(std::string_view token) { return is_upper(character_at(token, 0)); }
  static bool is_particle(std::string_view token) {
    static constexpr std::array<std::string_view, 8> kParticles = {"of", "de", "la", "al", "el", "and", "the", "-"};
    return std::find(kParticles.begin(), kParticles.end(), token) != kParticles.end();
  }
  static bool in_capitals(std::string_view token) {
    return token.size() >= 2 && is_capitalised(token) &&
           std::none_of(token.begin(), token.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
  // A dash that parts, not the hyphen of "al-Sadr".
  bool is_dash_token(std::size_t i) const {
    const std::string_view token = form(i);
    if (token.size() > 1 && token.find_first_not_of('-') == std::string_view::npos) return true;
    const bool dash = token == "-" || is_dash(character_at(token, 0));
    return dash && i + 1 < tokens_.size() && (tokens_[i].space_before || token != "-") && tokens_[i + 1].space_before;
  }
  std::size_t closing(std::size_t open) const {
    for (std::size_t i = open + 1; i < tokens_.size() && i < open + 6; ++i) {
      if (form(i) == ")" || form(i) == "]") return i;
    }
    return 0;
  }
  // The words before the first comma, bracket or dash.
  bool place_in_capitals() const {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < tokens_.size() && form(i) != "," && form(i) != "(" && !is_dash_token(i); ++i) {
      if (form(i) != "." && !in_capitals(form(i)) && !is_particle(form(i))) return false;
      letters += form(i).size();
    }
    return letters >= 3;
  }
  // The story goes on with a sentence of its own, not in capitals throughout as a headline does.
  std::size_t story_from(std::size_t first) const {
    std::size_t words = 0, capitals = 0;
    for (std::size_t i = first; i < tokens_.size() && i < first + 4; ++i) {
      if (!is_word_character(character_at(form(i), 0))) continue;
      ++words;
      capitals += in_capitals(form(i)) ? 1 : 0;
    }
    if (words < 2 || capitals == words) return 0;
    const char32_t c = character_at(form(first), 0);
    return is_upper(c) || is_digit(c) || is_quote(c) || is_opening(c) ? first : 0;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace

std::size_t dateline_length(std::string_view text, const std::vector<Token>& tokens) {
  return DatelineReader(text, tokens).length();
}

}  // namespace forewhen
