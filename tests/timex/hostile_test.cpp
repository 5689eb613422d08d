// SPDX-License-Identifier: Apache-2.0
// Texts that nobody writes: random sequences of the grammar's own words, endless lines, broken characters.
#include <gtest/gtest.h>

#include <random>

#include "tests/timex/timex_properties.h"

namespace forewhen {
namespace {

constexpr const char* kPieces[] = {
    "Monday",
    "friday",
    "May",
    "march",
    "Feb.",
    "January",
    "February",
    "2021",
    "1999",
    "12",
    "31",
    "30",
    "29",
    "5",
    "0",
    "99999999999999999999",
    "1,200",
    "2.5",
    "1/2",
    "'89",
    "1980s",
    "490 BC",
    "AD",
    "the",
    "a",
    "an",
    "of",
    "in",
    "on",
    "at",
    "by",
    "to",
    "and",
    "or",
    "from",
    "since",
    "until",
    "last",
    "next",
    "this",
    "that",
    "same",
    "following",
    "previous",
    "past",
    "coming",
    "year",
    "years",
    "month",
    "week",
    "day",
    "days",
    "decade",
    "century",
    "quarter",
    "quarters",
    "half",
    "hour",
    "minute",
    "seconds",
    "second",
    "third",
    "21st",
    "twenty",
    "five",
    "hundred",
    "thousand",
    "million",
    "few",
    "several",
    "couple",
    "ago",
    "later",
    "earlier",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "end",
    "beginning",
    "morning",
    "night",
    "noon",
    "midnight",
    "a.m.",
    "pm",
    "GMT",
    "EST",
    "10:35",
    "24:00",
    "0735",
    "summer",
    "winter",
    "fall",
    "Christmas",
    "Easter",
    "Thanksgiving",
    "Day",
    "now",
    "recently",
    "future",
    "every",
    "each",
    "per",
    "daily",
    "twice",
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "-",
    "--",
    "/",
    ":",
    ".",
    ",",
    "(",
    ")",
    "'s",
    "$",
    "%",
    "\n",
    "\n\n",
    "\xE2\x80\x93",
    "\xE2\x80\x99",
    "\xC3\xA9",
    "\xE4\xB8\x80",
    "\xF0\x9F\x98\x80",
    "\xC2\xA0",
    "fiscal",
    "period",
    "year-end",
    "Q3",
    "more than",
    "at least",
    "about",
    "over",
    "will",
    "was",
    "said",
    "old",
    "war",
    "the attack",
    "1-",
    "9999",
    "2199",
    "13/13/2021",
    "30 February",
    "2021-02-30",
    "week of",
    "or so",
};

TimexOptions options_of(unsigned choice) {
  TimexOptions options;
  if (choice % 3 != 0) options.published = *parse_iso(choice % 3 == 1 ? "2021-11-08T22:10Z" : "0001-01-01");
  options.kind = choice / 3 % 2 ? TimexOptions::Kind::narrative : TimexOptions::Kind::news;
  options.prefer = static_cast<TimexOptions::Prefer>(choice / 6 % 4);
  options.time_zone = TimeZone::fixed(choice / 24 % 2 ? -300 : 0);
  return options;
}

TEST(Hostile, RandomSequencesOfItsOwnWordsKeepEveryProperty) {
  std::mt19937 random{20211108};
  for (unsigned n = 0; n < 20000; ++n) {
    std::string text;
    for (unsigned words = 1 + random() % 40; words > 0; --words) {
      text += kPieces[random() % std::size(kPieces)];
      if (random() % 6 != 0) text += ' ';
    }
    const std::string broken = broken_property(text, options_of(n));
    ASSERT_EQ(broken, "") << text;
  }
}

TEST(Hostile, EndlessLinesOfOneThingAreRead) {
  for (const char* piece : {"7", "Monday ", "(", "twenty ", "1-", "the last ", "May ", "2021-", "'", "10:", "a ",
                            "\xC3\xA9", "two days after "}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    EXPECT_EQ(broken_property(text, options_of(1)), "") << piece;
  }
}

TEST(Hostile, TheSameTextGivesTheSameWhateverWasReadBefore) {
  const std::string_view text = "On 3 May the mill closed. The next day it burned. A year earlier it had been sold.";
  const TimexOptions options = options_of(1);
  const auto first = find_timexes(text, options);
  find_timexes("It was 1812, then the third quarter of 1944.", options_of(4));
  const auto again = find_timexes(text, options);
  ASSERT_EQ(first.size(), again.size());
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].value, again[i].value);
}

}  // namespace
}  // namespace forewhen
