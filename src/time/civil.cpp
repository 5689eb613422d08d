// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

}  // namespace

bool is_leap_year(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(std::int64_t year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

bool is_valid(const CivilDate& date) {
  return date.year >= -kFarthestYear && date.year <= kFarthestYear && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

std::int64_t days_from_civil(const CivilDate& date) {
  const std::int64_t y = date.year - (date.month <= 2);
  const std::int64_t era = floor_div(y, 400);
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = floor_div(days, 146097);
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  date.year = year_of_era + era * 400 + (date.month <= 2);
  return date;
}

CivilDate civil_of(Instant t) { return civil_from_days(floor_div(t.time_since_epoch().count(), kSecondsPerDay)); }

Instant start_of_day(const CivilDate& date) { return Instant{seconds{days_from_civil(date) * kSecondsPerDay}}; }

int weekday_of(std::int64_t days) { return static_cast<int>((days % 7 + 10) % 7); }

CivilDate add_months(const CivilDate& date, std::int64_t months) {
  const std::int64_t count = date.year * 12 + (date.month - 1) + months;
  CivilDate result{floor_div(count, 12), static_cast<int>(count - floor_div(count, 12) * 12) + 1, date.day};
  const int last = days_in_month(result.year, result.month);
  if (result.day > last) result.day = last;
  return result;
}

std::int64_t monday_of_iso_week(std::int64_t year, int week) {
  const std::int64_t january_4 = days_from_civil({year, 1, 4});
  return january_4 - weekday_of(january_4) + 7 * (week - 1);
}

IsoWeek iso_week_of(std::int64_t days) {
  const std::int64_t thursday = days - weekday_of(days) + 3;
  const std::int64_t year = civil_from_days(thursday).year;
  return {year, static_cast<int>((thursday - days_from_civil({year, 1, 1})) / 7) + 1};
}

}  // namespace forewhen
