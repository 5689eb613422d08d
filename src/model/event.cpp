// SPDX-License-Identifier: Apache-2.0
#include "forewhen/model/event.h"

namespace forewhen {
namespace {

// Typographic quotes and apostrophes that stand for the ASCII one.
bool take(std::string_view text, std::size_t at, std::string_view wanted) {
  return text.substr(at, wanted.size()) == wanted;
}

std::string_view without_article(std::string_view name) {
  for (std::string_view article : {"the ", "a ", "an "}) {
    if (name.substr(0, article.size()) == article) return name.substr(article.size());
  }
  return name;
}

}  // namespace

std::string normalised_name(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (take(name, i, "\u2019") || take(name, i, "\u2018")) {
      folded += '\'';
      i += 2;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
    } else {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return std::string(without_article(folded));
}

ActorId actor_id(std::string_view name) { return {content_hash(normalised_name(name), 3)}; }

PlaceId place_id(std::string_view name, std::string_view country) {
  return {content_hash(normalised_name(name) + '\0' + std::string(country), 4)};
}

std::string to_string(EventId id) { return format_id('e', id.value); }
std::string to_string(ActorId id) { return format_id('a', id.value); }
std::string to_string(PlaceId id) { return format_id('p', id.value); }
std::string shown_id(const Event& event) { return event.record.empty() ? to_string(event.id) : event.record; }
std::string to_string(ClaimId id) { return format_id('c', id.value); }

}  // namespace forewhen
