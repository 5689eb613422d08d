// SPDX-License-Identifier: Apache-2.0
#include "timex/holidays.h"

#include <iterator>

#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

// month 0: day counted from Easter Sunday. weekday 0: that day of the month; else the nth (day) weekday of the month,
// -1 the last.
struct Rule {
  std::string_view name;  // lower case, words apart by one blank; "'s" as a word of its own
  int month, day, weekday;
};

constexpr Rule kRules[] = {
    {"christmas", 12, 25, 0},          {"christmas day", 12, 25, 0},   {"christmas eve", 12, 24, 0},
    {"boxing day", 12, 26, 0},         {"new year 's day", 1, 1, 0},   {"new year 's eve", 12, 31, 0},
    {"new years day", 1, 1, 0},        {"new years eve", 12, 31, 0},   {"new year 's", 1, 1, 0},
    {"thanksgiving", 11, 4, 4},        {"thanksgiving day", 11, 4, 4}, {"halloween", 10, 31, 0},
    {"independence day", 7, 4, 0},     {"labor day", 9, 1, 1},         {"memorial day", 5, -1, 1},
    {"valentine 's day", 2, 14, 0},    {"veterans day", 11, 11, 0},    {"columbus day", 10, 2, 1},
    {"st . patrick 's day", 3, 17, 0}, {"presidents day", 2, 3, 1},    {"martin luther king day", 1, 3, 1},
    {"mother 's day", 5, 2, 7},        {"father 's day", 6, 3, 7},     {"easter", 0, 0, 0},
    {"easter sunday", 0, 0, 0},        {"easter monday", 0, 1, 0},     {"good friday", 0, -2, 0},
    {"palm sunday", 0, -7, 0},         {"ash wednesday", 0, -46, 0},   {"pentecost", 0, 49, 0},
    {"whit monday", 0, 50, 0},         {"epiphany", 1, 6, 0},          {"bastille day", 7, 14, 0},
    {"armistice day", 11, 11, 0},      {"all saints day", 11, 1, 0},   {"all saints ' day", 11, 1, 0},
    {"groundhog day", 2, 2, 0},        {"election day", 11, 9, 2},     {"presidents ' day", 2, 3, 1},
};

// Position after the name, 0 when it does not stand there.
std::size_t name_at(const Reader& r, std::size_t i, std::string_view name) {
  std::size_t at = i;
  while (!name.empty()) {
    const std::size_t blank = name.find(' ');
    const std::string_view word = name.substr(0, blank);
    if (word == "'s") {
      if (!r.mark(at, '\'') || !r.is(at + 1, "s")) return 0;
      at += 2;
    } else if (word == "." || word == "'") {
      if (r.mark(at, word[0])) ++at;
    } else {
      if (!r.is(at, word) || !r[at].capital) return 0;
      ++at;
    }
    name = blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
  }
  return at;
}

}  // namespace

HolidayName holiday_at(const Reader& r, std::size_t i) {
  HolidayName best;
  for (std::size_t k = 0; k < std::size(kRules); ++k) {
    const std::size_t end = name_at(r, i, kRules[k].name);
    if (end > best.end) best = {static_cast<int>(k) + 1, end};
  }
  return best;
}

CivilDate easter_sunday(std::int64_t year) {
  const std::int64_t a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25,
                     g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4,
                     l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return {year, static_cast<int>(n / 31), static_cast<int>(n % 31 + 1)};
}

CivilDate holiday_date(int number, std::int64_t year) {
  const Rule& rule = kRules[number - 1];
  if (rule.month == 0) return civil_from_days(days_from_civil(easter_sunday(year < 1 ? 1 : year)) + rule.day);
  if (rule.weekday == 0) return {year, rule.month, rule.day};
  const int wanted = rule.weekday - 1;
  if (rule.day < 0) {
    const std::int64_t last = days_from_civil({year, rule.month, days_in_month(year, rule.month)});
    return civil_from_days(last - (weekday_of(last) - wanted + 7) % 7);
  }
  if (rule.day == 9) {  // American elections: the Tuesday after the first Monday
    const std::int64_t second = days_from_civil({year, rule.month, 2});
    return civil_from_days(second + (wanted - weekday_of(second) + 7) % 7);
  }
  const std::int64_t first = days_from_civil({year, rule.month, 1});
  return civil_from_days(first + (wanted - weekday_of(first) + 7) % 7 + 7 * (rule.day - 1));
}

std::size_t holiday(const Reader& r, std::size_t i, Expression& e) {
  if (!r.has(i, kHoliday) || !r[i].capital) return 0;
  const HolidayName name = holiday_at(r, i);
  if (name.number == 0) return 0;
  e.holiday = name.number;
  std::int64_t value = 0;
  const std::size_t at = r.past(r.past_mark(name.end, ','), "of");
  const std::size_t end = year(r, at, value);
  if (end == 0) return name.end;
  e.year = value;
  return end;
}

}  // namespace forewhen::timex
