// SPDX-License-Identifier: Apache-2.0
#include "dataset/dates.h"

#include <fmt/format.h>

#include <array>

#include "dataset/format.h"
#include "dataset/values.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

constexpr std::int64_t kDay1900 = -25569, kDay1904 = -24107;       // since 1970, of day number 0
constexpr std::int64_t kLeastNumber = 10000, kMostNumber = 99999;  // that look like a day's: 1927 to 2173

// 1 to 12; 0: no month.
int month_of(std::string_view word) {
  static constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                                 "july",    "august",   "september", "october", "november", "december"};
  const std::string name = folded_column(word);  // "Mar." too
  if (name.size() < 3) return 0;
  if (name == "sept") return 9;
  for (int m = 0; m < 12; ++m) {
    if (kMonths[m].starts_with(name)) return m + 1;
  }
  return 0;
}

std::optional<int> number_of(std::string_view text, std::size_t most_digits) {
  if (!is_digits(text) || text.size() > most_digits) return std::nullopt;
  return static_cast<int>(*parse_integer(text));
}

std::optional<CalendarTime> day_at(std::int64_t year, int month, int day) {
  const CivilDate date{year, month, day};
  if (!is_valid(date)) return std::nullopt;
  return CalendarTime{start_of_day(date), Grain::day};
}

// The pieces between single separators: at most three, or none where there are more.
struct Pieces {
  std::array<std::string_view, 3> of;
  std::size_t count = 0;
  char separator = 0;  // the first one
};
Pieces pieces_of(std::string_view text) {
  Pieces pieces;
  while (!text.empty()) {
    if (pieces.count == 3) return {};
    const std::size_t end = std::min(text.find_first_of(" /.-,"), text.size());
    if (end == 0) return {};
    pieces.of[pieces.count++] = text.substr(0, end);
    if (end == text.size()) break;
    if (pieces.separator == 0) pieces.separator = text[end];
    text.remove_prefix(end + 1);
    text = trimmed(text);  // "Mar. 1, 2021"
  }
  return pieces;
}

enum class Read { yes, no, two_meanings };

// Dates of numbers with the year at either end.
Read read_numbers(const Pieces& pieces, DateForm form, std::optional<CalendarTime>& time) {
  const auto [a, b, c] = pieces.of;
  if (const auto year = number_of(a, 4); a.size() == 4 && year) {
    const auto month = number_of(b, 2), day = number_of(c, 2);
    if (month && day) time = day_at(*year, *month, *day);
    return Read::yes;
  }
  const auto first = number_of(a, 2), second = number_of(b, 2), year = number_of(c, 4);
  if (!first || !second || !year || c.size() != 4) return Read::no;
  bool month_first = form == DateForm::month_first;
  if (form != DateForm::month_first && form != DateForm::day_first && pieces.separator != '.') {
    if (*first <= 12 && *second <= 12 && *first != *second) return Read::two_meanings;
    month_first = *second > 12;
  }
  time = month_first ? day_at(*year, *first, *second) : day_at(*year, *second, *first);
  return Read::yes;
}

Read read_written(std::string_view text, DateForm form, std::optional<CalendarTime>& time) {
  const Pieces pieces = pieces_of(text);
  const auto [a, b, c] = pieces.of;
  if (pieces.count == 2) {  // March 2021
    const auto year = number_of(b, 4);
    const int month = month_of(a);
    if (!year || b.size() != 4 || month == 0) return Read::no;
    time = CalendarTime{start_of_day({*year, month, 1}), Grain::month};
    return Read::yes;
  }
  if (pieces.count != 3) return Read::no;
  const auto year = number_of(c, 4);
  if (const int month = month_of(b); month != 0 && year && c.size() == 4) {
    if (const auto day = number_of(a, 2)) time = day_at(*year, month, *day);
    return Read::yes;
  }
  if (const int month = month_of(a); month != 0 && year && c.size() == 4) {
    if (const auto day = number_of(b, 2)) time = day_at(*year, month, *day);
    return Read::yes;
  }
  return read_numbers(pieces, form, time);
}

Fault no_date(std::string_view column, std::string_view text, std::string_view why) {
  Fault fault = bad_date(column, text);
  if (!why.empty()) fault.what += fmt::format(": {}", why);
  return fault;
}

}  // namespace

std::optional<DateForm> date_form(std::string_view name) {
  if (name.empty()) return DateForm::unambiguous;
  if (name == "dmy") return DateForm::day_first;
  if (name == "mdy") return DateForm::month_first;
  if (name == "excel") return DateForm::days_1900;
  if (name == "excel1904") return DateForm::days_1904;
  return std::nullopt;
}

std::optional<Fault> read_date(std::string_view column, std::string_view text, DateForm form, CalendarTime& time) {
  const std::string_view whole = text.substr(0, text.find('.'));  // a day's number may have the time of day behind it
  const auto number = is_digits(whole) && whole.size() == 5 ? parse_integer(whole) : std::nullopt;
  if (number && *number >= kLeastNumber && *number <= kMostNumber) {
    if (form != DateForm::days_1900 && form != DateForm::days_1904) {
      return no_date(column, text,
                     fmt::format("a spreadsheet's number for {}? --dates excel reads such",
                                 format_iso(days(*number + kDay1900, *number + kDay1900 + 1).begin)));
    }
    const std::int64_t day = *number + (form == DateForm::days_1904 ? kDay1904 : kDay1900);
    const auto fraction = parse_decimal(text);
    if (!fraction) return bad_date(column, text);
    time = {days(day, day + 1).begin, Grain::day};
    if (whole.size() < text.size()) {
      const auto minutes = static_cast<std::int64_t>((*fraction - static_cast<double>(*number)) * 1440 + 0.5);
      time = {time.start + seconds(minutes * 60), Grain::minute};
    }
    return std::nullopt;
  }
  if (const auto iso = parse_iso(text)) {
    time = *iso;
    return std::nullopt;
  }
  // The time of day, if any, behind a blank.
  const std::size_t colon = text.find(':');
  const std::size_t blank = colon == std::string_view::npos ? std::string_view::npos : text.rfind(' ', colon);
  const std::string_view date = trimmed(text.substr(0, blank));
  std::optional<CalendarTime> read;
  const Read outcome =
      colon != std::string_view::npos && blank == std::string_view::npos ? Read::no : read_written(date, form, read);
  if (outcome == Read::two_meanings)
    return no_date(column, text, "it has two meanings; say which with --dates dmy or --dates mdy");
  if (!read) return bad_date(column, text);
  if (blank != std::string_view::npos) {
    const auto with_time = parse_iso(fmt::format("{}T{}", format_iso(*read), trimmed(text.substr(blank + 1))));
    if (!with_time) return bad_date(column, text);
    read = *with_time;
  }
  time = *read;
  return std::nullopt;
}

std::optional<std::int64_t> parse_worded_day(std::string_view text) {
  const auto parts = split(text, ' ');
  if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
  const auto day = number_of(parts[0], 2), year = number_of(parts[2], 4);
  const int month = month_of(parts[1]);
  if (!day || !year || month == 0) return std::nullopt;
  const CivilDate date{*year, month, *day};
  return is_valid(date) ? std::optional(days_from_civil(date)) : std::nullopt;
}

}  // namespace forewhen::dataset
