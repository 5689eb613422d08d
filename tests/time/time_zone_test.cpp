// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/time_zone.h"

#include <gtest/gtest.h>

#include <string>

#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

Instant at(std::string_view iso) { return parse_iso(iso)->start; }

Interval in_utc(std::string_view zone, std::string_view from, std::string_view to) {
  return TimeZone::parse(zone)->to_utc({at(from), at(to)});
}

TEST(TimeZone, OffsetsAreReadInEveryUsualForm) {
  const Instant noon = at("2021-06-01T12:00");
  EXPECT_EQ(TimeZone::parse("Z")->offset_at(noon), seconds{0});
  EXPECT_EQ(TimeZone::parse("+05:30")->offset_at(noon), seconds{19800});
  EXPECT_EQ(TimeZone::parse("-0500")->offset_at(noon), seconds{-18000});
  EXPECT_EQ(TimeZone::parse("+2")->offset_at(noon), seconds{7200});
  EXPECT_EQ(TimeZone::parse("330")->offset_at(noon), seconds{19800});
}

TEST(TimeZone, WhatIsNoZoneIsRefusedByName) {
  for (const std::string text : {"", "+", "Atlantis/North", "+25:00", "+05:75", "-19", "99999999999", "+2147483647:00",
                                 "../../etc/passwd", "Europe/oslo "}) {
    const auto zone = TimeZone::parse(text);
    ASSERT_FALSE(zone.ok()) << text;
    EXPECT_NE(zone.error().what.find("'" + text + "'"), std::string::npos);
  }
}

TEST(TimeZone, ANamedZoneHasTheOffsetOfItsSeason) {
  EXPECT_EQ(in_utc("Europe/Oslo", "2021-01-05T12:00", "2021-01-05T12:01"),
            (Interval{at("2021-01-05T11:00"), at("2021-01-05T11:01")}));
  EXPECT_EQ(in_utc("Europe/Oslo", "2021-07-05T12:00", "2021-07-05T12:01"),
            (Interval{at("2021-07-05T10:00"), at("2021-07-05T10:01")}));
  EXPECT_EQ(in_utc("Asia/Kolkata", "2021-07-05T12:00", "2021-07-05T12:01"),
            (Interval{at("2021-07-05T06:30"), at("2021-07-05T06:31")}));
}

TEST(TimeZone, AnHourThatComesTwiceIsMeantTwice) {
  EXPECT_EQ(in_utc("America/New_York", "2021-11-07T01:30", "2021-11-07T01:31"),
            (Interval{at("2021-11-07T05:30"), at("2021-11-07T06:31")}));
}

TEST(TimeZone, AnIntervalThatEndsAtTheTurnDoesNotReachBeyondIt) {
  EXPECT_EQ(in_utc("America/New_York", "2021-11-07T00:00", "2021-11-07T01:00"),
            (Interval{at("2021-11-07T04:00"), at("2021-11-07T05:00")}));
}

TEST(TimeZone, ATimeThatClocksJumpOverIsTakenAtTheOffsetBefore) {
  EXPECT_EQ(in_utc("America/New_York", "2021-03-14T02:30", "2021-03-14T02:31"),
            (Interval{at("2021-03-14T07:30"), at("2021-03-14T07:31")}));
}

TEST(TimeZone, OpenEndsStayOpen) {
  const TimeZone oslo = *TimeZone::parse("Europe/Oslo");
  EXPECT_EQ(oslo.to_utc({kOpenPast, kOpenFuture}), (Interval{kOpenPast, kOpenFuture}));
  EXPECT_EQ(TimeZone::fixed(60).to_utc({kOpenPast, kOpenFuture}), (Interval{kOpenPast, kOpenFuture}));
}

TEST(TimeZone, SummersAfterTheTablesAreSummers) {
  EXPECT_EQ(in_utc("Europe/Oslo", "2050-07-05T10:30", "2050-07-05T10:31"),
            (Interval{at("2050-07-05T08:30"), at("2050-07-05T08:31")}));
  EXPECT_EQ(in_utc("Europe/Oslo", "2052-02-29T10:30", "2052-02-29T10:31"),
            (Interval{at("2052-02-29T09:30"), at("2052-02-29T09:31")}));
  // Summer time begins on the last Sunday of March, at 01:00 UTC: the 27th in 2050.
  EXPECT_EQ(in_utc("Europe/Oslo", "2050-03-27T01:30", "2050-03-27T03:30"),
            (Interval{at("2050-03-27T00:30"), at("2050-03-27T01:30")}));
}

TEST(TimeZone, YearsFarFromTheDatabaseKeepTheNearestRule) {
  EXPECT_EQ(in_utc("Asia/Kolkata", "9000-07-05T12:00", "9000-07-05T12:01"),
            (Interval{at("9000-07-05T06:30"), at("9000-07-05T06:31")}));
  EXPECT_TRUE(TimeZone::parse("Europe/Oslo")->to_utc({at("-0500-01-01T10:00"), at("-0500-01-01T10:01")}).begin <
              at("-0500-01-01T12:00"));
}

}  // namespace
}  // namespace forewhen
