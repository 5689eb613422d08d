// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/stem.h"

#include <libstemmer.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <memory>

namespace forewhen {
namespace {

// Plain letters for U+00C0..U+017F; "" keeps the character (multiplication and division sign).
constexpr std::string_view kLatin[] = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // 00C0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",  // 00D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // 00E0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",   // 00F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // 0100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // 0110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // 0120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // 0130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // 0140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // 0150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // 0160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",   // 0170
};
static_assert(std::size(kLatin) == 0x180 - 0xC0);

// Sorted. Words that tell no event from another, among them those in which a question is put. Not "us" and "may":
// folded to lower case they are also a country and a month.
constexpr std::string_view kStopwords[] = {
    "a",      "about", "after",   "all",    "also",   "an",    "and",   "any",      "are",      "as",
    "at",     "be",    "because", "been",   "before", "being", "but",   "by",       "can",      "could",
    "did",    "do",    "does",    "during", "for",    "from",  "had",   "happen",   "happened", "has",
    "have",   "he",    "her",     "here",   "him",    "his",   "how",   "i",        "if",       "in",
    "into",   "is",    "it",      "its",    "many",   "me",    "might", "more",     "my",       "no",
    "nor",    "not",   "of",      "on",     "or",     "our",   "over",  "preceded", "s",        "she",
    "should", "since", "so",      "some",   "such",   "t",     "than",  "that",     "the",      "their",
    "them",   "then",  "there",   "these",  "they",   "this",  "those", "through",  "to",       "too",
    "under",  "until", "up",      "was",    "we",     "were",  "what",  "when",     "where",    "which",
    "while",  "who",   "whom",    "whose",  "why",    "will",  "with",  "would",    "you",      "your",
};
static_assert(std::is_sorted(std::begin(kStopwords), std::end(kStopwords)));

struct Character {
  std::uint32_t code = 0;
  std::size_t length = 1;
};

// The character at `at`; the text is known to be valid.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (at + length > text.size()) return {first, 1};
  std::uint32_t code = first & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byte(i) & 0x3F);
  return {code, length};
}

bool is_apostrophe(std::uint32_t code) { return code == '\'' || code == 0x2018 || code == 0x2019 || code == 0x02BC; }

bool is_word_character(std::uint32_t code) {
  if (code < 0x80) return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;  // the rest of Latin-1 are signs and quotes
  if (code == 0xD7 || code == 0xF7) return false;
  return !(code >= 0x2000 && code < 0x2C00) && !(code >= 0x3000 && code < 0x3004) &&
         code != 0xFEFF;  // punctuation, signs
}

void append_folded(std::string& out, std::string_view text, std::size_t at, const Character& c) {
  if (c.code >= 'A' && c.code <= 'Z') {
    out += static_cast<char>(c.code + 32);
  } else if (c.code >= 0xC0 && c.code < 0x180 && !kLatin[c.code - 0xC0].empty()) {
    out += kLatin[c.code - 0xC0];
  } else if (is_apostrophe(c.code)) {
    out += '\'';
  } else {
    out += text.substr(at, c.length);
  }
}

std::string fold(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    append_folded(out, text, at, c);
    at += c.length;
  }
  return out;
}

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// A Snowball stemmer keeps its word in itself, so every thread has its own.
sb_stemmer* english() {
  thread_local const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(sb_stemmer_new("english", "UTF_8"));
  assert(stemmer != nullptr);
  return stemmer.get();
}

std::string stem_folded(const std::string& word) {
  const sb_symbol* stemmed =
      sb_stemmer_stem(english(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (stemmed == nullptr) return word;  // out of memory
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(english()))};
}

void add_stem(std::vector<std::string>& stems, std::string& word) {
  if (word.size() > 2 && word.ends_with("'s")) word.resize(word.size() - 2);
  if (!word.empty() && !is_stopword(word)) {
    stems.push_back(stem_folded(word));
  }
  word.clear();
}

}  // namespace

std::string stem(std::string_view word) { return stem_folded(fold(word)); }

std::vector<std::string> content_stems(std::string_view text) {
  std::vector<std::string> stems;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const std::size_t next = at + c.length;
    const bool inner_apostrophe = is_apostrophe(c.code) && !word.empty() && next < text.size() &&
                                  is_word_character(character_at(text, next).code);
    if (is_word_character(c.code) || inner_apostrophe) {
      append_folded(word, text, at, c);
    } else if (!word.empty()) {
      add_stem(stems, word);
    }
    at = next;
  }
  if (!word.empty()) add_stem(stems, word);
  return stems;
}

bool is_stopword(std::string_view word) {
  return std::binary_search(std::begin(kStopwords), std::end(kStopwords), word);
}

}  // namespace forewhen
