// SPDX-License-Identifier: Apache-2.0
#include "ingest/find_quote.h"

#include <fmt/format.h>

#include <vector>

namespace forewhen::ingest {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";
constexpr std::size_t kMostShown = 40;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBlanks, end);
  }
  return words;
}

using Words = std::vector<std::string_view>;

// Where the words end when they begin at `at`; npos when they do not.
std::size_t end_of_match(std::string_view text, const Words& words, std::size_t count, std::size_t at) {
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) {
      const std::size_t next = text.find_first_not_of(kBlanks, at);
      if (next == at || next == std::string_view::npos) return std::string_view::npos;
      at = next;
    }
    if (text.substr(at, words[i].size()) != words[i]) return std::string_view::npos;
    at += words[i].size();
  }
  return at;
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

bool is_whole(std::string_view text, Span span) {
  const bool cut_before = span.begin > 0 && is_letter(text[span.begin - 1]) && is_letter(text[span.begin]);
  const bool cut_behind = span.end < text.size() && is_letter(text[span.end]) && is_letter(text[span.end - 1]);
  return !cut_before && !cut_behind;
}

std::optional<Span> find_words(std::string_view text, const Words& words, std::size_t count, Span within,
                               const std::function<bool(Span)>& accept) {
  const std::string_view searched = text.substr(0, within.end);
  for (std::size_t at = searched.find(words[0], within.begin); at != std::string_view::npos;
       at = searched.find(words[0], at + 1)) {
    const std::size_t end = end_of_match(searched, words, count, at);
    if (end == std::string_view::npos) continue;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (accept(span)) return span;
  }
  return std::nullopt;
}

std::string cut(std::string text) {
  if (text.size() <= kMostShown) return text;
  std::size_t end = kMostShown;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string cut_from_behind(std::string text) {
  if (text.size() <= kMostShown) return text;
  std::size_t begin = text.size() - kMostShown;
  while ((static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return "…" + text.substr(begin);
}

}  // namespace

std::optional<Span> find_quote(std::string_view text, std::string_view quote, Span within, const IsFree& is_free) {
  const Words words = words_of(quote);
  if (words.empty()) return std::nullopt;
  if (const auto whole = find_words(text, words, words.size(), within,
                                    [&](Span span) { return is_whole(text, span) && is_free(span); }))
    return whole;
  return find_words(text, words, words.size(), within, is_free);
}

std::string tell_where_it_parts(std::string_view text, std::string_view quote) {
  const Words words = words_of(quote);
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const auto found = [&](std::size_t count) { return find_words(text, words, count, all, [](Span) { return true; }); };
  if (words.empty() || !found(1)) return "the text has no part of it";
  // What is found of n words is found of n - 1.
  std::size_t least = 1, most = words.size();
  while (most - least > 1) {
    const std::size_t middle = (least + most) / 2;
    (found(middle) ? least : most) = middle;
  }
  const Span span = *found(least);
  const std::string had = folded_blanks(span.of(text));
  const std::string next = folded_blanks(text.substr(span.end, 4 * kMostShown));
  return fmt::format("the text has \"{}\" and goes on \"{}\"", cut_from_behind(had), cut(next));
}

std::string folded_blanks(std::string_view text) {
  std::string out;
  for (const std::string_view word : words_of(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace forewhen::ingest
