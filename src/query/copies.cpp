// SPDX-License-Identifier: Apache-2.0
#include "query/copies.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "forewhen/base/id.h"

namespace forewhen {
namespace {

constexpr std::size_t kShingle = 5;

bool is_word_byte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return true;
}

// Bytes of a mark that is no letter: no-break space, guillemets (C2 80 to BF), dashes and curly quotes (E2 80 xx).
std::size_t mark_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == 0xC2) return 2;
  if (byte == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80) return 3;
  return 0;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = mark_at(text, at);
    if (mark > 0 || !is_word_byte(text, at)) {
      inside = false;
      at += std::max<std::size_t>(mark, 1);
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    const char c = text[at++];
    words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return words;
}

}  // namespace

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  std::vector<std::uint64_t> shingles;
  if (words.empty()) return shingles;
  const std::size_t last = words.size() > kShingle ? words.size() - kShingle : 0;
  for (std::size_t first = 0; first <= last; ++first) {
    std::string joined;
    for (std::size_t i = first; i < std::min(first + kShingle, words.size()); ++i) joined += words[i] + ' ';
    shingles.push_back(content_hash(joined));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

double containment(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t lesser = std::min(a.size(), b.size());
  if (lesser == 0) return 0;
  std::size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++both, ++x, ++y;
    }
  }
  return static_cast<double>(both) / static_cast<double>(lesser);
}

std::vector<std::size_t> copy_groups(const std::vector<std::vector<std::uint64_t>>& texts) {
  std::vector<std::size_t> parent(texts.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t a = 0; a < texts.size(); ++a) {
    for (std::size_t b = a + 1; b < texts.size(); ++b) {
      const std::size_t x = root(a), y = root(b);
      if (x != y && containment(texts[a], texts[b]) >= kCopied) parent[std::max(x, y)] = std::min(x, y);
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) parent[i] = root(i);
  return parent;
}

}  // namespace forewhen
