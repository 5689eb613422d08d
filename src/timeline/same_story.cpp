// SPDX-License-Identifier: Apache-2.0
#include "timeline/same_story.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "forewhen/base/stem.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

constexpr std::size_t kPrefix = 5;     // letters
constexpr std::size_t kMarks = 5;      // names that open a block
constexpr std::size_t kLeastWord = 3;  // letters
constexpr float kNameWeight = 3.0F;
constexpr std::int64_t kWeek = 7;  // days

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }
bool is_capital(unsigned char c) { return c >= 'A' && c <= 'Z'; }

struct Counts {
  std::unordered_map<std::uint64_t, float> weights;
  std::map<std::string, int> names;  // lower-case prefixes
};

// A word is a name when it has a capital and no sentence begins with it.
void count(std::string_view text, Counts& counts) {
  bool opens = true;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (!is_letter(c)) {
      opens |= c == '.' || c == '!' || c == '?' || c == '\n';
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_letter(static_cast<unsigned char>(text[at]))) ++at;
    const bool name = is_capital(c) && !opens;
    opens = false;
    if (at - begin < kLeastWord) continue;
    std::string word(text.substr(begin, at - begin));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char letter) { return static_cast<char>(is_capital(letter) ? letter + 32 : letter); });
    if (is_stopword(word)) continue;
    word.resize(std::min(word.size(), kPrefix));
    counts.weights[content_hash(word)] += name ? kNameWeight : 1.0F;
    if (name) ++counts.names[word];
  }
}

std::vector<BlockKey> story_blocks(const Counts& counts, const Document& document) {
  std::vector<std::pair<int, std::string>> names;
  for (const auto& [name, times] : counts.names) names.emplace_back(-times, name);
  std::sort(names.begin(), names.end());
  if (names.size() > kMarks) names.resize(kMarks);
  std::vector<std::string> weeks = {"undated"};
  if (document.published) {
    const std::int64_t week = days_from_civil(civil_of(document.published->start)) / kWeek;
    weeks = {std::to_string(week), std::to_string(week + 1)};
  }
  std::vector<BlockKey> blocks;
  for (const auto& [times, name] : names) {
    for (const std::string& week : weeks) blocks.push_back(content_hash("story:" + week + ":" + name));
  }
  std::sort(blocks.begin(), blocks.end());
  return blocks;
}

bool share_block(const std::vector<BlockKey>& a, const std::vector<BlockKey>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

}  // namespace

StoryProfile profile_of(const Document& document) {
  Counts counts;
  count(document.title, counts);
  count(document.text, counts);
  StoryProfile profile;
  double length = 0;
  for (const auto& [word, weight] : counts.weights) length += weight;
  profile.terms.reserve(counts.weights.size());
  for (const auto& [word, weight] : counts.weights)
    profile.terms.emplace_back(word, static_cast<float>(std::sqrt(weight / length)));
  std::sort(profile.terms.begin(), profile.terms.end());
  profile.blocks = story_blocks(counts, document);
  return profile;
}

float likeness(const StoryProfile& a, const StoryProfile& b) {
  if (!share_block(a.blocks, b.blocks)) return 0;
  float sum = 0;
  auto y = b.terms.begin();
  for (const auto& [word, weight] : a.terms) {
    while (y != b.terms.end() && y->first < word) ++y;
    if (y == b.terms.end()) break;
    if (y->first == word) sum += weight * y->second;
  }
  return sum;
}

}  // namespace forewhen
