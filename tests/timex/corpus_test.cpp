// SPDX-License-Identifier: Apache-2.0
// Runs corpus.txt and negative.txt, which say themselves how they are written.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "forewhen/timex/timex.h"

namespace forewhen {
namespace {

std::vector<std::string> lines_of(const char* name) {
  std::ifstream file(std::string(FOREWHEN_SOURCE_DIR "/tests/timex/") + name);
  EXPECT_TRUE(file) << name;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string shown(Instant t) { return is_open(t) ? ".." : format_iso(t); }

struct Expected {
  std::string type, value, mod, first, past;
};

Expected read_expected(const std::string& line) {
  Expected expected;
  std::istringstream words(line.substr(1, line.find('|') - 1));
  words >> expected.type >> expected.value >> expected.mod;
  if (const std::size_t bar = line.find('|'); bar != std::string::npos) {
    std::istringstream bounds(line.substr(bar + 1));
    bounds >> expected.first >> expected.past;
  }
  return expected;
}

void set_option(const std::string& line, TimexOptions& options) {
  std::istringstream words(line.substr(1));
  std::string name, value;
  words >> name >> value;
  if (name == "kind") options.kind = value == "narrative" ? TimexOptions::Kind::narrative : TimexOptions::Kind::news;
  if (name == "published") options.published = value == "none" ? std::nullopt : std::optional(*parse_iso(value));
}

void check(const std::string& line, const Expected& expected, const TimexOptions& options) {
  const std::size_t open = line.find('{'), close = line.find('}');
  ASSERT_NE(close, std::string::npos) << line;
  const std::string text = line.substr(0, open) + line.substr(open + 1, close - open - 1) + line.substr(close + 1);
  const Span span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
  std::string others;
  for (const Timex& timex : find_timexes(text, options)) {
    others += " {" + std::string(timex.span.of(text)) + "}";
    if (timex.span != span) continue;
    EXPECT_EQ(name_of(timex.type), expected.type) << line;
    EXPECT_EQ(timex.value, expected.value) << line;
    if (!expected.mod.empty()) EXPECT_EQ(timex.mod, expected.mod) << line;
    if (expected.first.empty()) return;
    EXPECT_EQ(shown(timex.when.bounds.earliest_start), expected.first) << line;
    EXPECT_EQ(shown(timex.when.bounds.latest_end), expected.past) << line;
    return;
  }
  ADD_FAILURE() << line << " found only" << others;
}

TEST(Corpus, EveryExpressionMeansWhatItsGroupSays) {
  TimexOptions options;
  Expected expected;
  int checked = 0;
  for (const std::string& line : lines_of("corpus.txt")) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '@') {
      set_option(line, options);
    } else if (line[0] == '=') {
      expected = read_expected(line);
    } else {
      check(line, expected, options);
      ++checked;
    }
  }
  EXPECT_GT(checked, 100);
}

TEST(Corpus, NothingIsFoundWhereThereIsNoTime) {
  TimexOptions options;
  options.published = *parse_iso("2021-11-08");
  int checked = 0;
  for (const std::string& line : lines_of("negative.txt")) {
    if (line.empty() || line[0] == '#') continue;
    for (const Timex& timex : find_timexes(line, options))
      ADD_FAILURE() << line << " found {" << timex.span.of(line) << "}";
    ++checked;
  }
  EXPECT_GT(checked, 30);
}

}  // namespace
}  // namespace forewhen
