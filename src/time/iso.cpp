// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/iso.h"

#include <fmt/format.h>

#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

Error refused(std::string what) {
  return {ErrorKind::refused, std::move(what), "", "write it as 2021-11-08 or 2021-11-08T14:30Z"};
}

// A reader over the text that takes fixed numbers of digits.
struct Digits {
  std::string_view rest;

  bool take(char c) {
    if (rest.empty() || rest[0] != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool number(std::size_t digits, std::int64_t& out) {
    constexpr std::size_t kMost = 18;  // more do not fit; no year is that long
    if (rest.size() < digits || digits > kMost) return false;
    out = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (rest[i] < '0' || rest[i] > '9') return false;
      out = out * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(digits);
    return true;
  }
  std::size_t run() const {
    std::size_t n = 0;
    while (n < rest.size() && rest[n] >= '0' && rest[n] <= '9') ++n;
    return n;
  }
};

}  // namespace

Interval CalendarTime::extent() const {
  const CivilDate date = civil_of(start);
  switch (grain) {
    case Grain::year:
      return {start, start_of_day({date.year + 1, 1, 1})};
    case Grain::month:
      return {start, start_of_day(add_months({date.year, date.month, 1}, 1))};
    case Grain::hour:
      return {start, start + std::chrono::hours{1}};
    case Grain::minute:
      return {start, start + std::chrono::minutes{1}};
    case Grain::second:
      return {start, start + seconds{1}};
    default:
      return {start, start + std::chrono::hours{24}};
  }
}

Result<CalendarTime> parse_iso(std::string_view text) {
  const std::string quoted = "'" + std::string(text) + "'";
  const Error malformed = refused(quoted + " is no ISO 8601 date");
  Digits in{text};
  const bool negative = in.take('-');
  const bool signed_year = negative || in.take('+');
  std::int64_t year = 0, month = 1, day = 1;
  const std::size_t run = in.run();
  const bool compact = !signed_year && run == 8;
  if (!in.number(compact ? 4 : run, year) || run < 4 || run > 11 || (!signed_year && !compact && run != 4))
    return malformed;
  if (negative) year = -year;
  Grain grain = Grain::year;
  if (compact || in.take('-')) {
    if (!in.number(2, month)) return malformed;
    grain = Grain::month;
    if (month < 1 || month > 12) return refused(fmt::format("month {} of {} is out of range", month, quoted));
    if (compact || in.take('-')) {
      if (!in.number(2, day)) return malformed;
      grain = Grain::day;
      if (!is_valid({year, static_cast<int>(month), static_cast<int>(day)}))
        return refused(fmt::format("day {} of {} does not exist", day, quoted));
    }
  }
  CalendarTime time{start_of_day({year, static_cast<int>(month), static_cast<int>(day)}), grain};
  if (grain == Grain::day && (in.take('T') || in.take(' '))) {
    std::int64_t hour = 0, minute = 0, second = 0;
    if (!in.number(2, hour)) return malformed;
    time.grain = Grain::hour;
    if (in.take(':') || in.run() >= 2) {
      if (!in.number(2, minute)) return malformed;
      time.grain = Grain::minute;
      if (in.take(':') || in.run() >= 2) {
        if (!in.number(2, second)) return malformed;
        time.grain = Grain::second;
        if (in.take('.')) in.rest.remove_prefix(in.run());
      }
    }
    if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute || second)))
      return refused("the clock time of " + quoted + " is out of range");
    std::int64_t offset = 0;
    if (!in.take('Z') && !in.rest.empty()) {
      const std::int64_t sign = in.take('-') ? -1 : in.take('+') ? 1 : 0;
      std::int64_t zone_hour = 0, zone_minute = 0;
      if (sign == 0 || !in.number(2, zone_hour)) return malformed;
      if (in.take(':') || in.run() >= 2) {
        if (!in.number(2, zone_minute)) return malformed;
      }
      if (zone_hour > 14 || zone_minute > 59) return refused("the zone of " + quoted + " is out of range");
      offset = sign * (zone_hour * 3600 + zone_minute * 60);
    }
    time.start += seconds{hour * 3600 + minute * 60 + second - offset};
  }
  if (!in.rest.empty()) return malformed;
  return time;
}

std::string format_iso(Instant t) {
  const std::int64_t second_of_day =
      (t - std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<86400>>>(t)).count();
  const Grain grain = second_of_day == 0 ? Grain::day : second_of_day % 60 == 0 ? Grain::minute : Grain::second;
  return format_iso(CalendarTime{t, grain});
}

std::string format_iso(const CalendarTime& time) {
  const CivilDate date = civil_of(time.start);
  std::string text = date.year >= 0 && date.year <= 9999
                         ? std::string()
                         : fmt::format("{}{:04}", date.year < 0 ? '-' : '+', date.year < 0 ? -date.year : date.year);
  const auto two_digits = [&text](std::int64_t number) {
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
  };
  if (text.empty()) two_digits(date.year / 100), two_digits(date.year % 100);
  if (time.grain == Grain::year) return text;
  text += '-', two_digits(date.month);
  if (time.grain == Grain::month) return text;
  text += '-', two_digits(date.day);
  if (time.grain >= Grain::day || time.grain == Grain::none) return text;
  const std::int64_t second = (time.start - start_of_day(date)).count();
  text += 'T', two_digits(second / 3600);
  text += ':', two_digits(second / 60 % 60);
  if (time.grain == Grain::second) text += ':', two_digits(second % 60);
  return text;
}

}  // namespace forewhen
