// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/bounds.h"

#include <gtest/gtest.h>

#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

Bounds day(const char* date) { return within(parse_iso(date)->extent()); }

TEST(Bounds, FridayPrecedesSundayForSureAndHasEnded) {
  EXPECT_EQ(precedes(day("2021-11-05"), day("2021-11-07")), Certainty::definite);
  EXPECT_EQ(standing_at_start(day("2021-11-05"), day("2021-11-07")), Standing::ended);
  EXPECT_EQ(precedes(day("2021-11-07"), day("2021-11-05")), Certainty::no);
}

TEST(Bounds, TheSameDayIsPossibleBothWays) {
  EXPECT_EQ(precedes(day("2021-11-05"), day("2021-11-05")), Certainty::possible);
}

TEST(Bounds, AMonthAndADayInItAreOnlyPossiblyOrdered) {
  EXPECT_EQ(precedes(day("2021-11"), day("2021-11-05")), Certainty::possible);
  EXPECT_EQ(precedes(day("2021-11-05"), day("2021-11")), Certainty::possible);
}

TEST(Bounds, NoDateIsAllOfTime) {
  EXPECT_EQ(precedes(Bounds{}, day("2021-11-05")), Certainty::possible);
  EXPECT_EQ(standing_at_start(Bounds{}, day("2021-11-05")), Standing::unknown);
}

TEST(Bounds, WhatHoldsAtTheReportWasGoingOnBeforeIt) {
  const Bounds power = since(parse_iso("2020-05")->extent(), parse_iso("2021-11-08")->start);
  EXPECT_EQ(precedes(power, day("2021-11-07")), Certainty::definite);
  EXPECT_EQ(standing_at_start(power, day("2021-11-07")), Standing::going_on);
}

TEST(Bounds, IntersectingSharpensAndContradictionGivesNothing) {
  EXPECT_EQ(intersect(day("2021-11"), day("2021-11-05")), day("2021-11-05"));
  EXPECT_EQ(intersect(day("2021-10"), day("2021-11-05")), std::nullopt);
}

TEST(Iso, ReadsAndWritesEveryUnit) {
  for (const char* text :
       {"2021", "2021-11", "2021-11-08", "2021-11-08T14:30", "2021-11-08T14:30:05", "-0044-03-15", "+12021-01-01"}) {
    ASSERT_TRUE(parse_iso(text)) << text;
    EXPECT_EQ(format_iso(*parse_iso(text)), text);
  }
  EXPECT_EQ(format_iso(parse_iso("2021-11-08T00:30+02:00")->start), "2021-11-07T22:30");
  EXPECT_EQ(*parse_iso("20211108"), *parse_iso("2021-11-08"));
}

TEST(Iso, SaysWhatIsWrong) {
  EXPECT_EQ(parse_iso("2021-13-01").error().what, "month 13 of '2021-13-01' is out of range");
  EXPECT_EQ(parse_iso("2021-02-30").error().what, "day 30 of '2021-02-30' does not exist");
  for (const char* text : {"", "yesterday", "2021-1-1", "21-11-08", "2021-11-08x", "2021-11-08T25:00", "2021-11-08T"})
    EXPECT_FALSE(parse_iso(text)) << text;
}

}  // namespace
}  // namespace forewhen
