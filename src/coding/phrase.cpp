// SPDX-License-Identifier: Apache-2.0
#include "coding/phrase.h"

#include "forewhen/text/letter_case.h"

namespace forewhen {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";
constexpr std::string_view kCurly = "\xE2\x80\x99";  // U+2019

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }

std::string folded(std::string_view text) {
  std::string lower = lower_case(text);
  for (std::size_t at = lower.find(kCurly); at != std::string::npos; at = lower.find(kCurly, at))
    lower.replace(at, kCurly.size(), "'");
  return lower;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

Phrase parse_phrase(std::string_view text) {
  Phrase phrase;
  bool attached = false;
  bool open = false;  // a word is being read
  for (char c : folded(text)) {
    if (is_blank(c)) {
      open = attached = false;
    } else if (c == '_' || c == '-') {
      // "A_ B" is "A B": what a blank parts stays parted.
      attached = open || attached;
      open = false;
    } else {
      if (!open) {
        phrase.words.emplace_back();
        phrase.attached.push_back(attached && phrase.words.size() > 1);
        attached = false;
      }
      open = true;
      phrase.words.back() += c;
    }
  }
  return phrase;
}

Words normal_words(std::string_view text) { return parse_phrase(text).words; }

std::size_t match_phrase(const Phrase& phrase, const Words& words, std::size_t begin) {
  if (phrase.words.empty() || begin >= words.size() || words[begin] != phrase.words[0]) return 0;
  std::size_t at = begin + 1;
  // Where words may stand between, the nearest place is the best; a phrase that goes on attached may need a later one.
  std::size_t k = 1;
  std::size_t loose = 0, loose_at = 0;  // the last loose word taken, and where
  while (k < phrase.words.size()) {
    if (phrase.attached[k]) {
      if (at < words.size() && words[at] == phrase.words[k]) {
        ++k, ++at;
        continue;
      }
      if (loose == 0) return 0;
      k = loose;
      at = loose_at + 1;
    }
    while (at < words.size() && words[at] != phrase.words[k]) ++at;
    if (at == words.size()) return 0;
    loose = k;
    loose_at = at;
    ++k, ++at;
  }
  return at - begin;
}

}  // namespace forewhen
