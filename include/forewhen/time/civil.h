// SPDX-License-Identifier: Apache-2.0
// Calendar arithmetic on proleptic Gregorian dates of years to +-145 billion: as far as the distance of any two of them
// still fits 64-bit seconds.
// Own code and not date::year_month_day, whose years end at +-32767 while EDTF's do not.
// Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#pragma once

#include <compare>
#include <cstdint>

#include "forewhen/time/instant.h"

namespace forewhen {

inline constexpr std::int64_t kFarthestYear = 145'000'000'000;

struct CivilDate {
  std::int64_t year = 1970;  // astronomical: 0 is 1 BC
  int month = 1;             // 1..12
  int day = 1;               // 1..31

  friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

bool is_leap_year(std::int64_t year);
int days_in_month(std::int64_t year, int month);
// Month and day exist in that year; the year is within +-kFarthestYear.
bool is_valid(const CivilDate& date);

// Days since 1970-01-01. REQUIRES: is_valid(date)
std::int64_t days_from_civil(const CivilDate& date);
CivilDate civil_from_days(std::int64_t days);
// Day that `t` lies in. REQUIRES: !is_open(t)
CivilDate civil_of(Instant t);
// Midnight at which the day begins.
Instant start_of_day(const CivilDate& date);

// 0 Monday ... 6 Sunday, as ISO 8601 counts them (less one).
int weekday_of(std::int64_t days);

// Months later, the day cut to the last of the month: 31 January + 1 is 28 or 29 February.
CivilDate add_months(const CivilDate& date, std::int64_t months);

// Monday of that ISO week, as days since 1970-01-01. Week 1 is the one that has 4 January.
std::int64_t monday_of_iso_week(std::int64_t year, int week);
struct IsoWeek {
  std::int64_t year;
  int week;  // 1..53
};
IsoWeek iso_week_of(std::int64_t days);

}  // namespace forewhen
