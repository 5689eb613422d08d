// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/filter.h"

#include <gtest/gtest.h>

#include "forewhen/query/wording.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::day;

TEST(Filter, lengths_of_time_have_units) {
  EXPECT_EQ(parse_duration("90d").value(), seconds{90 * 86400});
  EXPECT_EQ(parse_duration("90").value(), seconds{90 * 86400});
  EXPECT_EQ(parse_duration("2w").value(), seconds{14 * 86400});
  EXPECT_EQ(parse_duration("36h").value(), seconds{36 * 3600});
  EXPECT_EQ(parse_duration("45m").value(), seconds{45 * 60});
  EXPECT_EQ(parse_duration("0s").value(), seconds{0});
  EXPECT_EQ(parse_duration("1000000d").value(), seconds{86400ll * 1000000});
  for (const char* bad :
       {"", "d", "-3d", "3y", "3 d", "3dd", "1000001d", "99999999999999999999d", "9223372036854775807s"}) {
    EXPECT_FALSE(parse_duration(bad).ok()) << bad;
  }
}

TEST(Filter, a_window_is_half_open) {
  const Interval window = parse_window("2031-02", "2031-03-05").value();
  EXPECT_EQ(window.begin, day("2031-02-01"));
  EXPECT_EQ(window.end, day("2031-03-05"));
  EXPECT_EQ(parse_window("", "").value(), Interval{});
  EXPECT_FALSE(parse_window("2031-03", "2031-03").ok());
  EXPECT_FALSE(parse_window("2031-13", "").ok());
  EXPECT_FALSE(parse_window("", "2031-02-30").ok());
}

TEST(Filter, what_is_left_out_is_told) {
  EXPECT_EQ(to_string(LeftOut{}), "");
  EXPECT_EQ(to_string(LeftOut{3, 0, 1, 0, 0, false}), "3 planned, 1 negated left out");
  EXPECT_EQ(to_string(LeftOut{0, 2, 0, 4, 5, true}), "at least 2 hypothetical, 4 undated, 5 unlikely left out");
}

TEST(Wording, intervals_are_named_by_their_unit) {
  const auto of = [](const char* begin, const char* end) { return describe({day(begin), day(end)}); };
  EXPECT_EQ(of("2031-01-01", "2032-01-01"), "2031");
  EXPECT_EQ(of("2031-11-01", "2031-12-01"), "2031-11");
  EXPECT_EQ(of("2031-12-01", "2032-01-01"), "2031-12");
  EXPECT_EQ(of("2031-11-05", "2031-11-06"), "2031-11-05");
  EXPECT_EQ(of("2031-10-21", "2031-11-01"), "2031-10-21 to 2031-10-31");
  EXPECT_EQ(of("2031-11-05T15:00", "2031-11-05T15:01"), "2031-11-05T15:00");
  EXPECT_EQ(of("2031-11-05T15:00", "2031-11-05T16:00"), "2031-11-05T15:00 to 2031-11-05T16:00");
  EXPECT_EQ(of("2031-11-05T15:00", "2031-11-05T18:30"), "2031-11-05T15:00 to 2031-11-05T18:30");
  EXPECT_EQ(describe({kOpenPast, day("2031-11-09")}), "before 2031-11-09");
  EXPECT_EQ(describe({day("2031-11-09"), kOpenFuture}), "2031-11-09 or later");
  EXPECT_EQ(describe(Interval{}), "unknown");
}

TEST(Wording, when_an_event_was_says_what_is_known) {
  Event e;
  EXPECT_EQ(describe_when(e), "undated");
  e.reported = parse_iso("2031-11-08").value();
  EXPECT_EQ(describe_when(e), "undated, reported 2031-11-08");
  e.bounds.latest_start = day("2031-11-09");  // that is the report
  EXPECT_EQ(describe_when(e), "undated, reported 2031-11-08");
  e.bounds.latest_start = day("2031-11-05");  // that is not
  EXPECT_EQ(describe_when(e), "before 2031-11-05");
  e.bounds = since({day("2031-05-01"), day("2031-06-01")}, day("2031-11-08"));
  EXPECT_EQ(describe_when(e), "since 2031-05");
  e.bounds = within({day("2031-05-01"), day("2031-06-01")});
  e.time = ClaimTime{};
  e.time->when.approximate = true;
  EXPECT_EQ(describe_when(e), "2031-05 ~");
  e.time->when = {within({day("2031-01-01"), day("2032-01-01")}), Grain::year, false, false, "2031"};
  e.bounds = {day("2031-01-01"), day("2031-11-09"), day("2031-01-01"), day("2032-01-01")};
  EXPECT_EQ(describe_when(e), "2031");
  EXPECT_EQ(shown_bounds(e), e.time->when.bounds);
}

}  // namespace
}  // namespace forewhen
