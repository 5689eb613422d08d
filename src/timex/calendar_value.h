// SPDX-License-Identifier: Apache-2.0
// A calendar unit that an expression denotes, with the parts that are unknown, and its three written forms: TIMEX3
// value, EDTF and interval.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "forewhen/time/civil.h"
#include "forewhen/time/grain.h"
#include "forewhen/time/instant.h"
#include "forewhen/time/time_zone.h"
#include "timex/lexicon.h"

namespace forewhen::timex {

struct CalendarValue {
  Grain grain = Grain::none;
  bool year_known = false;
  std::int64_t year = 0;  // astronomical; first year of a decade or century
  int month = 0;          // 1..12, 0 unknown
  int day = 0;            // 1..31, 0 unknown
  int index =
      0;  // quarter 1..4, half year 1..2, season 1..4, ISO week 1..53 (0 unknown), weekday 1..7 of an unknown week
  DayPart part = DayPart::none;
  int hour = -1, minute = -1, second = -1;
  std::optional<int> zone_minutes;  // east of UTC

  friend bool operator==(const CalendarValue&, const CalendarValue&) = default;
};

CalendarValue year_value(std::int64_t year);
CalendarValue month_value(std::int64_t year, int month);
CalendarValue day_value(const CivilDate& date);
CalendarValue week_value(std::int64_t days);     // ISO week that has the day
CalendarValue weekend_value(std::int64_t days);  // Saturday and Sunday of the ISO week that has the day

// The first day, when it is known.
std::optional<CivilDate> first_day(const CalendarValue& value);
// The unit of that grain around the value's first day.
std::optional<CalendarValue> widened(const CalendarValue& value, Unit unit);
// n units on: months of months, weeks of weeks; the result has the grain of `unit`.
std::optional<CalendarValue> shifted(const CalendarValue& value, Unit unit, std::int64_t n);

std::string timex3_of(const CalendarValue& value);
// Half open, on the clock of `time_zone` where the value has no zone; nothing when the year is unknown.
std::optional<Interval> extent_of(const CalendarValue& value, const TimeZone& time_zone);
// The narrowest EDTF text that holds the value; empty when the year is unknown.
std::string edtf_of(const CalendarValue& value);

}  // namespace forewhen::timex
