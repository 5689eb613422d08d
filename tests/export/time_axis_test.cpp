// SPDX-License-Identifier: Apache-2.0
#include "export/time_axis.h"

#include <gtest/gtest.h>

#include <random>

#include "forewhen/time/civil.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

Instant day(std::int64_t year, int month, int of_month) { return start_of_day({year, month, of_month}); }

TimeAxis axis(Instant from, Instant to) { return TimeAxis({within({from, to})}); }

std::vector<std::string> labels(const TimeAxis& axis, std::size_t columns) {
  std::vector<std::string> all;
  for (const Tick& tick : axis.ticks(columns)) all.push_back(tick.label);
  return all;
}

using Labels = std::vector<std::string>;

TEST(TimeAxis, WritesTheFinestRoundDatesThatHaveRoom) {
  const TimeAxis week = axis(day(2031, 3, 4), day(2031, 3, 11));
  EXPECT_EQ(labels(week, 100), (Labels{"2031-03-04", "2031-03-05", "2031-03-06", "2031-03-07", "2031-03-08",
                                       "2031-03-09", "2031-03-10", "2031-03-11"}));
  EXPECT_EQ(labels(week, 30), Labels{"2031-03-10"});  // a Monday
  EXPECT_EQ(labels(axis(day(2031, 3, 4), day(2032, 2, 1)), 40), (Labels{"2031-04", "2031-07", "2031-10", "2032-01"}));
  EXPECT_EQ(labels(axis(day(2031, 3, 4), day(2031, 3, 5)), 60),
            (Labels{"2031-03-04T00:00", "2031-03-04T12:00", "2031-03-05T00:00"}));
}

TEST(TimeAxis, BeforeTheYearOneRoundYearsAreThoseOfThePeopleWhoCountBackwards) {
  EXPECT_EQ(labels(axis(day(-249, 1, 1), day(201, 1, 1)), 50), (Labels{"200 BCE", "100 BCE", "100", "200"}));
  EXPECT_EQ(labels(axis(day(-2, 1, 1), day(3, 1, 1)), 50), (Labels{"3 BCE", "2 BCE", "1 BCE", "1", "2", "3"}));
}

TEST(TimeAxis, LabelsNeverMeetAndStandInOrderWhateverTheLength) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 3000; ++round) {
    const int bits = static_cast<int>(random() % 62) + 1;
    const std::int64_t length = static_cast<std::int64_t>(random() % (std::uint64_t{1} << bits)) + 1;
    const std::int64_t begin = -static_cast<std::int64_t>(random() % (std::uint64_t{1} << bits));
    const TimeAxis drawn = axis(Instant{seconds{begin}}, Instant{seconds{begin + length}});
    const std::size_t columns = 40 + random() % 160;
    double free = -1;
    for (const Tick& tick : drawn.ticks(columns)) {
      const double at = drawn.at(tick.at) * static_cast<double>(columns);
      // Months and years differ in length by a tenth at most.
      ASSERT_GE(at * 1.12 + 1, free) << begin << " " << length << " " << columns << " " << tick.label;
      free = at + static_cast<double>(tick.label.size()) + 1;
      ASSERT_TRUE(tick.at >= drawn.range().begin && tick.at <= drawn.range().end);
    }
  }
}

TEST(TimeAxis, OpenSidesGetRoomAndNothingLeavesTheAxis) {
  const TimeAxis drawn({{day(2031, 1, 1), day(2031, 1, 2), day(2031, 1, 2), kOpenFuture}});
  EXPECT_EQ(drawn.range().begin, day(2031, 1, 1));
  EXPECT_GT(drawn.range().end, day(2031, 1, 2));
  EXPECT_EQ(drawn.at(kOpenFuture), 1.0);
  EXPECT_EQ(drawn.at(kOpenPast), 0.0);
  const TimeAxis nothing({Bounds{}});
  EXPECT_LT(nothing.range().begin, nothing.range().end);
  const TimeAxis all(
      {within({Instant{seconds{-4'500'000'000'000'000'000}}, Instant{seconds{4'500'000'000'000'000'000}}}),
       Bounds{kOpenPast, day(2031, 1, 1), kOpenPast, kOpenFuture}});
  EXPECT_FALSE(is_open(all.range().begin));
  EXPECT_DOUBLE_EQ(all.at(Instant{}), 0.5);
  EXPECT_FALSE(all.ticks(60).empty());
}

}  // namespace
}  // namespace forewhen
