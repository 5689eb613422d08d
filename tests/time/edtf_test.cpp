// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/edtf.h"

#include <gtest/gtest.h>

#include <random>

#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

Interval extent(const char* text) {
  const auto edtf = parse_edtf(text);
  EXPECT_TRUE(edtf.ok()) << text << ": " << (edtf.ok() ? "" : to_string(edtf.error()));
  return edtf.ok() ? extent_of(*edtf) : Interval{};
}

Interval between(const char* first, const char* past) { return {parse_iso(first)->start, parse_iso(past)->start}; }

TEST(Edtf, DatesOfAllLevelsDenoteTheirDays) {
  EXPECT_EQ(extent("2021-11-05"), between("2021-11-05", "2021-11-06"));
  EXPECT_EQ(extent("2021-11"), between("2021-11-01", "2021-12-01"));
  EXPECT_EQ(extent("201X"), between("2010-01-01", "2020-01-01"));
  EXPECT_EQ(extent("20XX"), between("2000-01-01", "2100-01-01"));
  EXPECT_EQ(extent("2021-XX"), between("2021-01-01", "2022-01-01"));
  EXPECT_EQ(extent("2021-02-XX"), between("2021-02-01", "2021-03-01"));
  EXPECT_EQ(extent("2021-1X"), between("2021-10-01", "2022-01-01"));
  EXPECT_EQ(extent("156X-12-25"), between("1560-12-25", "1569-12-26"));
  EXPECT_EQ(extent("1950S2"), between("1900-01-01", "2000-01-01"));
  EXPECT_EQ(extent("-0043-03-15"), between("-0043-03-15", "-0043-03-16"));
  EXPECT_EQ(extent("Y12021"), between("+12021-01-01", "+12022-01-01"));
  EXPECT_EQ(extent("2021-11-05T15:00:00Z"), between("2021-11-05T15:00:00", "2021-11-05T15:00:01"));
  EXPECT_EQ(extent("2021-11-05T15:00:00+02:00"), between("2021-11-05T13:00:00", "2021-11-05T13:00:01"));
}

TEST(Edtf, SeasonsQuartersAndHalvesAreMonths) {
  EXPECT_EQ(extent("2021-21"), between("2021-03-01", "2021-06-01"));
  EXPECT_EQ(extent("2021-24"), between("2021-12-01", "2022-03-01"));
  EXPECT_EQ(extent("2021-29"), between("2021-09-01", "2021-12-01"));
  EXPECT_EQ(extent("2021-35"), between("2021-07-01", "2021-10-01"));
  EXPECT_EQ(extent("2021-38"), between("2021-05-01", "2021-09-01"));
  EXPECT_EQ(extent("2021-41"), between("2021-07-01", "2022-01-01"));
}

TEST(Edtf, IntervalsAndSetsSpanTheirMembers) {
  EXPECT_EQ(extent("2019/2021-05"), between("2019-01-01", "2021-06-01"));
  EXPECT_EQ(extent("../2021").begin, kOpenPast);
  EXPECT_EQ(extent("2021/").end, kOpenFuture);
  EXPECT_EQ(extent("[1667,1760-12..1762]"), between("1667-01-01", "1763-01-01"));
  EXPECT_EQ(extent("{..1983-12-31,1990}").begin, kOpenPast);
}

TEST(Edtf, AnIntervalBeginsWithinItsStartAndEndsWithinItsEnd) {
  const Bounds bounds = bounds_of(*parse_edtf("2019/2021-05"));
  EXPECT_EQ(bounds.latest_start, parse_iso("2020-01-01")->start);
  EXPECT_EQ(bounds.earliest_end, parse_iso("2021-05-01")->start);
  EXPECT_EQ(bounds.latest_end, parse_iso("2021-06-01")->start);
  EXPECT_TRUE(is_consistent(bounds));
}

TEST(Edtf, QualifiersHoldForWhatStandsLeftOfThem) {
  const auto edtf = parse_edtf("2004?-06-~11");
  ASSERT_TRUE(edtf.ok());
  const auto& date = std::get<EdtfDate>(*edtf);
  EXPECT_TRUE(date.year.uncertain);
  EXPECT_FALSE(date.month->uncertain);
  EXPECT_TRUE(date.day->approximate);
  EXPECT_EQ(to_string(*edtf), "?2004-06-~11");
  EXPECT_EQ(to_string(*parse_edtf("2004-06-11%")), "2004-06-11%");
}

TEST(Edtf, WhatMeansNoDayIsRefusedWithTheReason) {
  EXPECT_NE(parse_edtf("2021-13").error().what.find("month 13 is out of range"), std::string::npos);
  EXPECT_NE(parse_edtf("2015-02-29").error().what.find("has no day 29"), std::string::npos);
  for (const char* text :
       {"", "/", "../..", "2021-", "2021-1", "-0000", "21", "2021/2019", "[", "[]", "2021-11-05T25:00:00", "2021-42",
        "2021-21-05", "2021-11-05x", "XXXX-02-30", "Y1E30", "2021--05", "{2021]"})
    EXPECT_FALSE(parse_edtf(text).ok()) << text;
}

// Random values, through text and back.
class Maker {
 public:
  Edtf make() {
    switch (pick(4)) {
      case 0: {
        EdtfInterval interval;
        interval.start_kind = static_cast<EdtfEnd>(pick(3));
        interval.end_kind = interval.start_kind == EdtfEnd::date ? static_cast<EdtfEnd>(pick(3)) : EdtfEnd::date;
        if (interval.start_kind == EdtfEnd::date) interval.start = date();
        if (interval.end_kind == EdtfEnd::date) interval.end = date();
        return interval;
      }
      case 1: {
        EdtfSet set;
        set.all = pick(2) == 0;
        for (int n = pick(3); n >= 0; --n) set.elements.push_back(element());
        return set;
      }
      default:
        return date();
    }
  }

 private:
  int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  void qualify(EdtfPart& part) {
    part.uncertain = pick(4) == 0;
    part.approximate = pick(4) == 0;
  }

  EdtfDate date() {
    EdtfDate date;
    const int shape = pick(8);
    date.year.value = pick(20000) - 9999;
    if (shape == 0) date.year.value = (std::int64_t{pick(2) ? 1 : -1}) * (10000 + std::int64_t{pick(1 << 30)});
    if (shape == 1) date.year.value = 1 + pick(90), date.exponent = 1 + pick(9);
    if (shape == 2) date.year.value = 1000 + pick(9000), date.significant = 1 + pick(4);
    if (shape >= 3 && date.year.value > 9999) date.year.value = 2000;
    qualify(date.year);
    if (shape < 3) return date;
    if (shape == 3 && date.year.value > 0) {
      date.year.unspecified = static_cast<std::uint8_t>(1 + pick(7));
      date.year.value = 1000 * (1 + pick(9));
    }
    if (pick(4) == 0) return date;
    date.month.emplace();
    date.month->value = pick(3) == 0 ? 21 + pick(21) : 1 + pick(12);
    qualify(*date.month);
    if (date.month->value > 12 || pick(3) == 0) return date;
    if (pick(5) == 0) date.month = EdtfPart{0, 3, false, true};
    date.day.emplace();
    date.day->value = 1 + pick(28);
    if (pick(5) == 0) date.day = EdtfPart{0, 3, true, false};
    if (pick(3) == 0) {
      date.time.emplace();
      date.time->hour = pick(24);
      date.time->minute = pick(60);
      if (pick(2)) date.time->zone_minutes = pick(1200) - 600;
    }
    return date;
  }

  EdtfElement element() {
    EdtfElement element;
    element.range = pick(2) == 0;
    if (!element.range || pick(2) == 0) element.first = date();
    if (element.range && (!element.first || pick(2) == 0)) element.last = date();
    return element;
  }

  std::mt19937 random_{20211108};
};

TEST(Edtf, WhatIsWrittenReadsBackTheSame) {
  Maker maker;
  int read = 0;
  for (int n = 0; n < 20000; ++n) {
    const Edtf made = maker.make();
    const std::string text = to_string(made);
    const auto back = parse_edtf(text);
    if (!back) {  // intervals may end before they begin
      EXPECT_NE(back.error().what.find("before it begins"), std::string::npos) << to_string(back.error());
      continue;
    }
    ++read;
    EXPECT_EQ(*back, made) << text;
    EXPECT_LT(extent_of(*back).begin, extent_of(*back).end) << text;
    EXPECT_TRUE(is_consistent(bounds_of(*back))) << text;
  }
  EXPECT_GT(read, 15000);
}

TEST(Edtf, TheDistanceOfAnyTwoTimesFits) {
  const auto extent = [](const char* text) { return extent_of(*parse_edtf(text)); };
  EXPECT_GT((extent("Y145000000000").end - extent("Y-145000000000").begin).count(), 9'000'000'000'000'000'000);
  EXPECT_GT((extent("Y99999999999S2").end - extent("Y-99999999999S2").begin).count(), 6'000'000'000'000'000'000);
  // Also where only the years that a rounded one stands for reach too far.
  for (const char* text : {"Y145000000001", "Y-145000000001", "Y15E10", "Y290000000000", "Y140000000000S1"})
    EXPECT_FALSE(parse_edtf(text).ok()) << text;
}

TEST(Edtf, AYearOfMoreDigitsThanANumberHoldsIsNone) {
  for (const char* text : {"22222222222222222222", "Y22222222222222222222", "2222222222222222222-01-01"})
    EXPECT_FALSE(parse_edtf(text).ok()) << text;
  EXPECT_FALSE(parse_iso("22222222222222222222-01-01").ok());
}

}  // namespace
}  // namespace forewhen
