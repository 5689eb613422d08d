// SPDX-License-Identifier: Apache-2.0
#include "store/names.h"

#include <algorithm>

namespace forewhen::store {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_bounded(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_word_byte(text[begin - 1])) && (end == text.size() || !is_word_byte(text[end]));
}

bool contains_words(std::string_view name, std::string_view wanted) {
  for (std::size_t at = name.find(wanted); at != std::string_view::npos; at = name.find(wanted, at + 1)) {
    if (is_bounded(name, at, at + wanted.size())) return true;
  }
  return false;
}

NameMatch match_name(std::string_view name, std::string_view wanted) {
  if (words_of(wanted).empty()) return NameMatch::none;
  if (name == wanted) return NameMatch::exact;
  return contains_words(name, wanted) ? NameMatch::words : NameMatch::none;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view normalised) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < normalised.size();) {
    std::size_t end = at;
    while (end < normalised.size() && is_word_byte(normalised[end])) ++end;
    if (end > at) words.push_back(normalised.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

NameMatch match_names(const std::vector<std::string>& names, std::string_view wanted) {
  const std::string normalised_wanted = normalised_name(wanted);
  NameMatch best = NameMatch::none;
  for (const std::string& name : names) {
    const std::string normalised = normalised_name(name);
    // As given too: "a team" is what "The A Team" is normalised to, and normalising it again would drop the "a".
    best = std::max({best, match_name(normalised, normalised_wanted), match_name(normalised, wanted)});
  }
  return best;
}

std::vector<std::string> names_of(const Actor& actor) {
  std::vector<std::string> names{actor.name};
  names.insert(names.end(), actor.aliases.begin(), actor.aliases.end());
  return names;
}

std::vector<std::string> names_of(const Place& place) { return {place.name}; }

}  // namespace forewhen::store
