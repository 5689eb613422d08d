// SPDX-License-Identifier: Apache-2.0
#include "timex/markup.h"

#include <algorithm>

namespace forewhen::markup {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";
constexpr std::size_t kLongestName = 16;  // of the tags that are asked for: script
constexpr auto npos = std::string_view::npos;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kBlanks, at), text.size());
}

// Reads a value at `at` and moves behind it. False when its quote is not closed.
bool read_value(std::string_view text, std::size_t& at, std::string_view& value) {
  const char quote = at < text.size() ? text[at] : '\0';
  if (quote == '"' || quote == '\'') {
    const std::size_t end = text.find(quote, at + 1);
    if (end == npos) return false;
    value = text.substr(at + 1, end - at - 1);
    at = end + 1;
    return true;
  }
  const std::size_t end = std::min(text.find_first_of(" \t\r\n\f>", at), text.size());
  value = text.substr(at, end - at);
  at = end;
  return true;
}

// Attributes from `at` up to ">". False when the text ends before.
bool read_attributes(std::string_view text, std::size_t at, Tag& tag) {
  while ((at = skip_blanks(text, at)) < text.size()) {
    if (text[at] == '>') {
      tag.end = at + 1;
      return true;
    }
    const std::size_t end = std::min(text.find_first_of(" \t\r\n\f=>", at + 1), text.size());
    const std::string_view name = text.substr(at, end - at);
    at = skip_blanks(text, end);
    std::string_view value;
    if (at < text.size() && text[at] == '=') {
      at = skip_blanks(text, at + 1);
      if (!read_value(text, at, value)) return false;
    }
    tag.attributes.emplace_back(name, value);
  }
  return false;
}

}  // namespace

bool equal_names(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> Tag::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (equal_names(key, wanted)) return value;
  }
  return std::nullopt;
}

std::optional<Tag> next_tag(std::string_view text, std::size_t from, const std::vector<std::string_view>& names) {
  for (std::size_t at = text.find('<', from); at != npos; at = text.find('<', at + 1)) {
    if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at + 4);
      if (at == npos) return std::nullopt;
      continue;
    }
    Tag tag;
    // Cut, so that a long run of "<" is not searched to its end from every one of them.
    const std::string_view ahead = text.substr(at + 1, kLongestName + 1);
    tag.name = ahead.substr(0, ahead.find_first_of(" \t\r\n\f/>"));
    const std::size_t end = at + 1 + tag.name.size();
    if (std::ranges::none_of(names, [&](std::string_view name) { return equal_names(name, tag.name); })) continue;
    if (!read_attributes(text, end, tag)) return std::nullopt;
    return tag;
  }
  return std::nullopt;
}

}  // namespace forewhen::markup
