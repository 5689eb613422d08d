// SPDX-License-Identifier: Apache-2.0
#include "syntax/token_features.h"

#include <algorithm>

#include "forewhen/text/letter_case.h"
#include "syntax/feature.h"

namespace forewhen::syntax {
namespace {

constexpr std::size_t longest_shape = 24;

char shape_of(unsigned char c) {
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= 'a' && c <= 'z') return 'x';
  if (c >= '0' && c <= '9') return 'd';
  return c < 0x80 ? static_cast<char>(c) : 'u';
}

// "Xxx", "d,ddd": runs are cut at three.
std::string shape(std::string_view form) {
  std::string out;
  std::size_t run = 0;
  for (const char c : form) {
    const char s = shape_of(static_cast<unsigned char>(c));
    run = !out.empty() && out.back() == s ? run + 1 : 1;
    if (run <= 3) out += s;
    if (out.size() >= longest_shape) break;
  }
  return out;
}

bool is_number(std::string_view lower) {
  bool digit = false;
  for (const char c : lower) {
    if (c >= '0' && c <= '9') digit = true;
    if (c >= 'a' && c <= 'z') return false;
  }
  return digit;
}

bool is_year(std::string_view lower) {
  return lower.size() == 4 && (lower[0] == '1' || lower[0] == '2') &&
         lower.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_shouted(std::string_view form) {
  const auto is = [&](char low, char high) {
    return std::any_of(form.begin(), form.end(), [&](char c) { return c >= low && c <= high; });
  };
  return form.size() > 1 && is('A', 'Z') && !is('a', 'z');
}

TokenFeatures describe(std::string_view form, const Lemmatiser& lemmatiser) {
  const std::string lower = normalise(form);
  TokenFeatures token;
  token.form = hash_bytes(form);
  token.lower = hash_bytes(lower);
  token.shape = hash_bytes(shape(form));
  token.prefix = hash_bytes(std::string_view(lower).substr(0, 3));
  for (std::size_t n = 1; n <= 4; ++n)
    token.suffix[n - 1] = hash_bytes(lower.size() > n ? std::string_view(lower).substr(lower.size() - n) : lower);
  const WordClasses classes = lemmatiser.classes(lower);
  token.classes = static_cast<std::uint64_t>(classes.noun) << 8 | classes.verb;
  token.frames = classes.frames;
  token.capital = starts_upper(form);
  token.shouted = is_shouted(form);
  return token;
}

}  // namespace

std::string normalise(std::string_view form) {
  std::string lower = lower_case(form);
  if (is_year(lower)) return "!year";
  if (is_number(lower)) return "!number";
  if (lower == "\u201C" || lower == "\u201D" || lower == "``" || lower == "''") return "\"";
  if (const std::size_t at = lower.find("\u2019"); at != std::string::npos) lower.replace(at, 3, "'");
  if (const std::size_t at = lower.find("\u2018"); at != std::string::npos) lower.replace(at, 3, "'");
  return lower;
}

std::vector<TokenFeatures> describe_tokens(const std::vector<std::string_view>& forms, const Lemmatiser& lemmatiser) {
  std::vector<TokenFeatures> tokens;
  tokens.reserve(forms.size());
  for (const std::string_view form : forms) tokens.push_back(describe(form, lemmatiser));
  return tokens;
}

}  // namespace forewhen::syntax
