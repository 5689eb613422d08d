// SPDX-License-Identifier: Apache-2.0
#include "timeline/same_story.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "forewhen/base/stem.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

constexpr std::size_t kPrefix = 5;     // letters
constexpr std::size_t kMarks = 8;      // names that open a block
constexpr std::size_t kLeastWord = 3;  // letters
constexpr float kNameWeight = 3.0F;
constexpr std::int64_t kWeek = 7;  // days

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }
bool is_capital(unsigned char c) { return c >= 'A' && c <= 'Z'; }

// Days and months, cut as words are: written with a capital, and no names.
bool is_calendar_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {"april", "augus", "decem", "febru", "frida", "janua", "july",
                                                "june",  "march", "may",   "monda", "novem", "octob", "satur",
                                                "septe", "sunda", "thurs", "tuesd", "wedne"};
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

struct Counts {
  std::unordered_map<std::uint64_t, float> weights;
  std::map<std::string, int> names;  // lower-case prefixes
};

// A word is a name when it has a capital and no sentence begins with it. Of a run of them ("Lena Moravec") the last
// stands for the whole.
void count(std::string_view text, Counts& counts) {
  bool opens = true;
  std::string run;  // the last word of the run of names that is being read
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (!is_letter(c)) {
      opens |= c == '.' || c == '!' || c == '?' || c == '\n';
      if (c != ' ' && c != '-' && !run.empty()) ++counts.names[std::exchange(run, {})];
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_letter(static_cast<unsigned char>(text[at]))) ++at;
    const bool name = is_capital(c) && !opens;
    opens = false;
    std::string word(text.substr(begin, at - begin));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char letter) { return static_cast<char>(is_capital(letter) ? letter + 32 : letter); });
    const bool plain = word.size() < kLeastWord || is_stopword(word);
    word.resize(std::min(word.size(), kPrefix));
    if (!plain) counts.weights[content_hash(word)] += name ? kNameWeight : 1.0F;
    const bool part = name && !plain && !is_calendar_word(word);
    if (!part && !run.empty()) ++counts.names[std::exchange(run, {})];
    if (part) run = std::move(word);
  }
  if (!run.empty()) ++counts.names[run];
}

std::int64_t week_of(std::int64_t day) { return day >= 0 ? day / kWeek : (day + 1) / kWeek - 1; }

std::vector<BlockKey> story_blocks(const Counts& counts, const Document& document) {
  std::vector<std::pair<int, std::string>> names;
  for (const auto& [name, times] : counts.names) names.emplace_back(-times, name);
  std::sort(names.begin(), names.end());
  if (names.size() > kMarks) names.resize(kMarks);
  std::vector<std::int64_t> weeks;
  if (document.published) {
    const std::int64_t week = week_of(days_from_civil(civil_of(document.published->start)));
    weeks = {week, week + 1};
  }
  std::vector<BlockKey> blocks;
  // Pairs: a single name that every paper is full of would make a block of everything.
  for (std::size_t a = 0; a < names.size(); ++a) {
    for (std::size_t b = a + 1; b < names.size(); ++b) {
      const auto [first, second] = std::minmax(names[a].second, names[b].second);
      const std::string names_said = first + ":" + second;
      for (const std::int64_t week : weeks)
        blocks.push_back(block_of_day(week * kWeek, "story:" + std::to_string(week) + ":" + names_said));
      if (weeks.empty()) blocks.push_back(content_hash("story:undated:" + names_said));
    }
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

BlockKey block_of_day(std::int64_t day, std::string_view what) {
  constexpr int kHashBits = 48;
  return static_cast<std::uint64_t>(week_of(day) + (1 << 15)) << kHashBits | content_hash(what) >> (64 - kHashBits);
}

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
