// SPDX-License-Identifier: Apache-2.0
#include "timex/calendar_value.h"

#include <fmt/format.h>

namespace forewhen::timex {
namespace {

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

std::string timex_year(const CalendarValue& value) {
  if (!value.year_known) return "XXXX";
  if (value.year <= 0) return fmt::format("BC{:04}", 1 - value.year);
  return fmt::format("{:04}", value.year);
}

const char* code_of(DayPart part) {
  switch (part) {
    case DayPart::morning:
      return "MO";
    case DayPart::midday:
      return "MI";
    case DayPart::afternoon:
      return "AF";
    case DayPart::evening:
      return "EV";
    case DayPart::night:
      return "NI";
    case DayPart::daytime:
      return "DT";
    case DayPart::noon:
      return "12:00";
    case DayPart::midnight:
      return "24:00";
    case DayPart::none:
      break;
  }
  return "";
}

std::string clock_of(const CalendarValue& value) {
  if (value.hour < 0) return value.part == DayPart::none ? "" : std::string("T") + code_of(value.part);
  std::string text = fmt::format("T{:02}:{:02}", value.hour, value.minute < 0 ? 0 : value.minute);
  if (value.second >= 0) text += fmt::format(":{:02}", value.second);
  if (value.zone_minutes && *value.zone_minutes == 0) text += "Z";
  return text;
}

constexpr const char* kSeasonCodes[] = {"", "SP", "SU", "FA", "WI"};

struct Hours {
  int begin, end;
};

// The usual reading of the parts of the day; night runs into the next morning.
Hours hours_of(DayPart part) {
  switch (part) {
    case DayPart::morning:
      return {5, 12};
    case DayPart::midday:
      return {11, 14};
    case DayPart::afternoon:
      return {12, 18};
    case DayPart::evening:
      return {18, 22};
    case DayPart::night:
      return {20, 29};
    case DayPart::daytime:
      return {6, 18};
    case DayPart::noon:
      return {12, 13};
    case DayPart::midnight:
      return {24, 25};
    case DayPart::none:
      break;
  }
  return {0, 24};
}

Interval months(std::int64_t year, int month, int count) {
  const CivilDate first{year, month, 1};
  return {start_of_day(first), start_of_day(add_months(first, count))};
}

Interval days(std::int64_t first, std::int64_t count) {
  return {start_of_day(civil_from_days(first)), start_of_day(civil_from_days(first + count))};
}

Interval clock_extent(const CalendarValue& value, Instant day) {
  const Instant from = day + seconds{value.hour * 3600 + std::max(value.minute, 0) * 60 + std::max(value.second, 0)};
  const int width = value.second >= 0 ? 1 : value.minute >= 0 ? 60 : 3600;
  return {from, from + seconds{width}};
}

// A day is that of UTC; its hours are those of a clock somewhere.
Interval day_extent(const CalendarValue& value, const TimeZone& time_zone) {
  const Instant day = start_of_day({value.year, value.month, value.day});
  if (value.hour < 0 && value.part == DayPart::none) return {day, day + seconds{86400}};
  const TimeZone zone = value.zone_minutes ? TimeZone::fixed(*value.zone_minutes) : time_zone;
  if (value.hour >= 0) return zone.to_utc(clock_extent(value, day));
  const Hours hours = hours_of(value.part);
  return zone.to_utc({day + seconds{hours.begin * 3600}, day + seconds{hours.end * 3600}});
}

std::string edtf_year(std::int64_t year) {
  if (year > 9999 || year < -9999) return fmt::format("Y{}", year);
  return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

std::string edtf_day(const CivilDate& date) {
  return fmt::format("{}-{:02}-{:02}", edtf_year(date.year), date.month, date.day);
}

std::string edtf_days(std::int64_t first, std::int64_t count) {
  return edtf_day(civil_from_days(first)) + "/" + edtf_day(civil_from_days(first + count - 1));
}

// Decades and centuries before Christ have no digit pattern of their own: -0489 lies in 490..481 BC.
std::string edtf_years(std::int64_t first, std::int64_t count) {
  if (first >= 0 && first + count <= 10000) {
    const std::string text = fmt::format("{:04}", first);
    if (count == 10) return text.substr(0, 3) + "X";
    if (count == 100) return text.substr(0, 2) + "XX";
    if (count == 1000) return text.substr(0, 1) + "XXX";
  }
  return edtf_year(first) + "/" + edtf_year(first + count - 1);
}

std::string edtf_clock(const CalendarValue& value) {
  if (value.hour < 0 || value.hour > 23) return "";
  std::string text =
      fmt::format("T{:02}:{:02}:{:02}", value.hour, std::max(value.minute, 0), std::max(value.second, 0));
  if (!value.zone_minutes) return text;
  if (*value.zone_minutes == 0) return text + "Z";
  const int zone = *value.zone_minutes;
  return text + fmt::format("{}{:02}:{:02}", zone < 0 ? '-' : '+', std::abs(zone) / 60, std::abs(zone) % 60);
}

std::int64_t months_per(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::quarter:
      return 3;
    case Unit::half_year:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    case Unit::millennium:
      return 12000;
    default:
      return 0;
  }
}

}  // namespace

CalendarValue year_value(std::int64_t year) {
  CalendarValue value;
  value.grain = Grain::year;
  value.year_known = true;
  value.year = year;
  return value;
}

CalendarValue month_value(std::int64_t year, int month) {
  CalendarValue value = year_value(year);
  value.grain = Grain::month;
  value.month = month;
  return value;
}

CalendarValue day_value(const CivilDate& date) {
  CalendarValue value = month_value(date.year, date.month);
  value.grain = Grain::day;
  value.day = date.day;
  return value;
}

CalendarValue week_value(std::int64_t day) {
  const IsoWeek week = iso_week_of(day);
  CalendarValue value = year_value(week.year);
  value.grain = Grain::week;
  value.index = week.week;
  return value;
}

CalendarValue weekend_value(std::int64_t day) {
  CalendarValue value = week_value(day);
  value.grain = Grain::weekend;
  return value;
}

std::optional<CivilDate> first_day(const CalendarValue& value) {
  if (!value.year_known) return std::nullopt;
  switch (value.grain) {
    case Grain::none:
      return std::nullopt;
    case Grain::week:
    case Grain::weekend:
      if (value.index == 0) return CivilDate{value.year, 1, 1};
      return civil_from_days(monday_of_iso_week(value.year, value.index) + (value.grain == Grain::weekend ? 5 : 0));
    case Grain::season:
      return CivilDate{value.year, value.index * 3, 1};
    case Grain::quarter:
      return CivilDate{value.year, value.index == 0 ? 1 : value.index * 3 - 2, 1};
    case Grain::half_year:
      return CivilDate{value.year, value.index * 6 - 5, 1};
    default:
      return CivilDate{value.year, value.month == 0 ? 1 : value.month, value.day == 0 ? 1 : value.day};
  }
}

std::optional<CalendarValue> widened(const CalendarValue& value, Unit unit) {
  const auto first = first_day(value);
  if (!first) return std::nullopt;
  CalendarValue wide = year_value(first->year);
  switch (unit) {
    case Unit::month:
      return month_value(first->year, first->month);
    case Unit::quarter:
      wide.grain = Grain::quarter;
      wide.index = (first->month + 2) / 3;
      return wide;
    case Unit::half_year:
      wide.grain = Grain::half_year;
      wide.index = (first->month + 5) / 6;
      return wide;
    case Unit::year:
      return wide;
    case Unit::decade:
      wide.grain = Grain::decade;
      wide.year = floor_to(first->year, 10);
      return wide;
    case Unit::century:
      wide.grain = Grain::century;
      wide.year = floor_to(first->year, 100);
      return wide;
    case Unit::millennium:
      wide.grain = Grain::millennium;
      wide.year = floor_to(first->year, 1000);
      return wide;
    case Unit::week:
    case Unit::fortnight:
      return week_value(days_from_civil(*first));
    case Unit::weekend:
      return weekend_value(days_from_civil(*first));
    default:
      return day_value(*first);
  }
}

std::optional<CalendarValue> shifted(const CalendarValue& value, Unit unit, std::int64_t n) {
  constexpr std::int64_t kFarthest = 1'000'000;  // units; "a billion years ago" has no calendar
  if (n > kFarthest || n < -kFarthest) return std::nullopt;
  const auto base = widened(value, unit);
  if (!base) return std::nullopt;
  const CivilDate first = *first_day(*base);
  if (const std::int64_t months = months_per(unit); months != 0) {
    CalendarValue moved = day_value(add_months({first.year, first.month, 1}, months * n));
    return widened(moved, unit);
  }
  if (unit == Unit::week || unit == Unit::weekend || unit == Unit::fortnight)
    return widened(day_value(civil_from_days(days_from_civil(first) + 7 * n * (unit == Unit::fortnight ? 2 : 1))),
                   unit);
  if (unit == Unit::day) return day_value(civil_from_days(days_from_civil(first) + n));
  return std::nullopt;
}

std::string timex3_of(const CalendarValue& value) {
  const std::string year = timex_year(value);
  switch (value.grain) {
    case Grain::none:
      return "";
    case Grain::millennium:
      return value.year_known ? fmt::format("{}", value.year / 1000) : "X";
    case Grain::century:
      return value.year_known && value.year >= 0 ? fmt::format("{:02}", value.year / 100) : "XX";
    case Grain::decade:
      return value.year_known && value.year >= 0 ? fmt::format("{:03}", value.year / 10) : "XXX";
    case Grain::year:
      return year;
    case Grain::half_year:
      return fmt::format("{}-H{}", year, value.index);
    case Grain::quarter:
      return value.index == 0 ? year + "-QX" : fmt::format("{}-Q{}", year, value.index);
    case Grain::season:
      return fmt::format("{}-{}", year, kSeasonCodes[value.index]);
    case Grain::month:
      return value.month == 0 ? year + "-XX" : fmt::format("{}-{:02}", year, value.month);
    case Grain::weekend:
    case Grain::week: {
      const std::string week = value.index == 0 ? year + "-WXX" : fmt::format("{}-W{:02}", year, value.index);
      return value.grain == Grain::weekend ? week + "-WE" : week;
    }
    default:
      break;
  }
  if (value.month == 0 && value.index != 0) return fmt::format("{}-WXX-{}", year, value.index) + clock_of(value);
  const std::string month = value.month == 0 ? "XX" : fmt::format("{:02}", value.month);
  const std::string day = value.day == 0 ? "XX" : fmt::format("{:02}", value.day);
  return fmt::format("{}-{}-{}", year, month, day) + clock_of(value);
}

std::optional<Interval> extent_of(const CalendarValue& value, const TimeZone& time_zone) {
  const auto first = first_day(value);
  if (!first) return std::nullopt;
  switch (value.grain) {
    case Grain::millennium:
      return months(value.year, 1, 12000);
    case Grain::century:
      return months(value.year, 1, 1200);
    case Grain::decade:
      return months(value.year, 1, 120);
    case Grain::year:
      return months(value.year, 1, 12);
    case Grain::half_year:
      return months(first->year, first->month, 6);
    case Grain::quarter:
      return months(first->year, first->month, value.index == 0 ? 12 : 3);
    case Grain::season:
      return months(first->year, first->month, 3);
    case Grain::month:
      return value.month == 0 ? months(value.year, 1, 12) : months(value.year, value.month, 1);
    case Grain::week:
      return value.index == 0 ? months(value.year, 1, 12) : days(days_from_civil(*first), 7);
    case Grain::weekend:
      return value.index == 0 ? months(value.year, 1, 12) : days(days_from_civil(*first), 2);
    default:
      break;
  }
  if (value.month == 0) return months(value.year, 1, 12);
  if (value.day == 0) return months(value.year, value.month, 1);
  return day_extent(value, time_zone);
}

std::string edtf_of(const CalendarValue& value) {
  const auto first = first_day(value);
  if (!first) return "";
  switch (value.grain) {
    case Grain::millennium:
      return edtf_years(value.year, 1000);
    case Grain::century:
      return edtf_years(value.year, 100);
    case Grain::decade:
      return edtf_years(value.year, 10);
    case Grain::year:
      return edtf_year(value.year);
    case Grain::half_year:
      return fmt::format("{}-{}", edtf_year(value.year), 39 + value.index);
    case Grain::quarter:
      return value.index == 0 ? edtf_year(value.year) : fmt::format("{}-{}", edtf_year(value.year), 32 + value.index);
    case Grain::season:
      return fmt::format("{}-{}", edtf_year(value.year), 20 + value.index);
    case Grain::month:
      return value.month == 0 ? edtf_year(value.year) + "-XX"
                              : fmt::format("{}-{:02}", edtf_year(value.year), value.month);
    case Grain::week:
      return value.index == 0 ? edtf_year(value.year) : edtf_days(days_from_civil(*first), 7);
    case Grain::weekend:
      return value.index == 0 ? edtf_year(value.year) : edtf_days(days_from_civil(*first), 2);
    default:
      break;
  }
  if (value.month == 0) return edtf_year(value.year) + "-XX-XX";
  if (value.day == 0) return fmt::format("{}-{:02}-XX", edtf_year(value.year), value.month);
  return edtf_day(*first) + edtf_clock(value);
}

}  // namespace forewhen::timex
