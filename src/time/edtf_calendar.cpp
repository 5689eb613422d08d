// SPDX-License-Identifier: Apache-2.0
#include "time/edtf_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

int digit_count(std::int64_t magnitude) {
  int count = 1;
  for (; magnitude >= 10; magnitude /= 10) ++count;
  return count;
}

// All 9s where digits are unspecified.
std::int64_t highest(const EdtfPart& part) {
  std::int64_t value = std::abs(part.value);
  for (int digit = 0; digit < 8; ++digit)
    if (part.unspecified >> digit & 1) value += 9 * power_of_ten(digit);
  return value;
}

bool matches(const EdtfPart& part, std::int64_t value) {
  std::int64_t rest = std::abs(value), pattern = std::abs(part.value);
  for (int digit = 0; digit < 8; ++digit, rest /= 10, pattern /= 10)
    if (!(part.unspecified >> digit & 1) && rest % 10 != pattern % 10) return false;
  return rest == pattern;
}

struct Years {
  std::int64_t first, last;
};

// Nothing when they are too far.
std::optional<Years> years_of(const EdtfDate& date) {
  const std::int64_t scale = power_of_ten(date.exponent);
  const std::int64_t magnitude = highest(date.year);
  if (magnitude > kFarthestYear / scale) return std::nullopt;
  const std::int64_t low = std::abs(date.year.value) * scale, high = magnitude * scale;
  Years years = date.year.value < 0 ? Years{-high, -low} : Years{low, high};
  if (date.significant != 0) {
    const int spare = std::max(4, digit_count(low)) - date.significant;
    const std::int64_t step = power_of_ten(std::max(spare, 0));
    const std::int64_t base = low / step * step;
    years = date.year.value < 0 ? Years{-(base + step - 1), -base} : Years{base, base + step - 1};
    if (base + step - 1 > kFarthestYear) return std::nullopt;
  }
  return years;
}

bool is_day_possible(const EdtfDate& date, std::int64_t year, int month, int day) {
  return (!date.month || matches(*date.month, month)) && (!date.day || matches(*date.day, day)) &&
         day <= days_in_month(year, month);
}

// First (step 1) or last (step -1) day that fits; at most nine years on, one of them is a leap year.
std::optional<CivilDate> edge_day(const EdtfDate& date, const Years& years, int step) {
  std::int64_t year = step > 0 ? years.first : years.last;
  for (int tried = 0; tried < 12'000 && year >= years.first && year <= years.last; year += step, ++tried) {
    if (date.year.unspecified != 0 && !matches(date.year, year)) continue;
    for (int m = 0; m < 12; ++m) {
      const int month = step > 0 ? m + 1 : 12 - m;
      for (int d = 0; d < 31; ++d) {
        const int day = step > 0 ? d + 1 : 31 - d;
        if (is_day_possible(date, year, month, day)) return CivilDate{year, month, day};
      }
    }
  }
  return std::nullopt;
}

struct Grouping {
  int first_month, months;  // months beyond December belong to the next year
};

Grouping grouping_of(std::int64_t code) {
  const int n = static_cast<int>(code);
  if (n <= 24) return {3 * (n - 20), 3};                 // spring is March to May
  if (n <= 28) return {3 * (n - 24), 3};                 // northern hemisphere
  if (n <= 32) return {(3 * (n - 28) + 5) % 12 + 1, 3};  // southern: spring is September to November
  if (n <= 36) return {3 * (n - 33) + 1, 3};
  if (n <= 39) return {4 * (n - 37) + 1, 4};
  return {6 * (n - 40) + 1, 6};
}

bool is_grouping(const EdtfDate& date) { return date.month && date.month->unspecified == 0 && date.month->value > 12; }

}  // namespace

std::string calendar_fault(const EdtfDate& date) {
  const auto years = years_of(date);
  if (!years) return "the year is out of range";
  if (date.significant > std::max(4, digit_count(std::abs(date.year.value)) + date.exponent))
    return "the year has fewer digits";
  if (!date.month) return "";
  if (is_grouping(date)) {
    if (date.month->value < 21 || date.month->value > 41)
      return fmt::format("month {} is out of range", date.month->value);
    return date.day ? "a season has no days" : "";
  }
  if (edge_day(date, *years, 1)) return "";
  if (date.month->unspecified == 0 && (date.month->value < 1 || date.month->value > 12))
    return fmt::format("month {} is out of range", date.month->value);
  if (date.day && date.day->unspecified == 0 && date.month->unspecified == 0)
    return fmt::format("month {} of year {} has no day {}", date.month->value, date.year.value, date.day->value);
  return "no calendar day fits";
}

Interval date_extent(const EdtfDate& date) {
  const Years years = *years_of(date);
  if (is_grouping(date)) {
    const Grouping grouping = grouping_of(date.month->value);
    return {start_of_day({years.first, grouping.first_month, 1}),
            start_of_day(add_months({years.last, grouping.first_month, 1}, grouping.months))};
  }
  const CivilDate first = *edge_day(date, years, 1), last = *edge_day(date, years, -1);
  const Interval days{start_of_day(first), start_of_day(civil_from_days(days_from_civil(last) + 1))};
  if (!date.time) return days;
  const seconds clock{date.time->hour * 3600 + date.time->minute * 60 + date.time->second -
                      60 * date.time->zone_minutes.value_or(0)};
  return {days.begin + clock, days.end - seconds{86400} + clock + seconds{1}};
}

}  // namespace forewhen
