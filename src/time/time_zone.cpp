// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/time_zone.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>
#include <exception>
#include <optional>

#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

constexpr int kMostMinutes = 18 * 60;  // as ISO 8601 profiles have it; the zones in use end at +14:00

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || digits[0] == '-' || error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

// Of "hh:mm", "hhmm", "hh" after a sign, "mmm" after a sign or without one.
std::optional<int> minutes_of(std::string_view digits, bool is_signed) {
  const std::size_t colon = digits.find(':');
  const bool packed = is_signed && digits.size() == 4;
  if (colon != std::string_view::npos || packed) {
    const auto hours = number(digits.substr(0, packed ? 2 : colon));
    const auto minutes = number(digits.substr(packed ? 2 : colon + 1));
    if (!hours || !minutes || *hours > 18 || *minutes > 59) return std::nullopt;
    return *hours * 60 + *minutes;
  }
  const auto whole = number(digits);
  if (!whole || *whole > kMostMinutes) return std::nullopt;
  return is_signed && digits.size() <= 2 ? *whole * 60 : *whole;
}

std::optional<int> offset_of(std::string_view text) {
  if (text == "Z" || text == "UTC") return 0;
  const bool is_signed = !text.empty() && (text[0] == '+' || text[0] == '-');
  const auto minutes = minutes_of(text.substr(is_signed ? 1 : 0), is_signed);
  if (!minutes || *minutes > kMostMinutes) return std::nullopt;
  return text[0] == '-' ? -*minutes : *minutes;
}

const date::time_zone* find_zone(std::string_view name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {  // not in the database, or there is no database
    return nullptr;
  }
}

constexpr std::int64_t kLastTableYear = 2037;  // of the system's tables, which are of 32 bits
constexpr std::int64_t kCycle = 28;            // years after which weekdays and leap years come again

// The same time of a year that the tables have, with the same weekdays: rules such as "the last Sunday of March" fall
// on the same days. Times up to 2037 are their own.
Instant in_tables(Instant t) {
  const std::int64_t year = civil_of(t).year;
  if (year <= kLastTableYear) return t;
  const Instant new_year = start_of_day({year, 1, 1});
  for (std::int64_t alike = kLastTableYear; alike > kLastTableYear - kCycle; --alike) {
    const Instant other = start_of_day({alike, 1, 1});
    if (is_leap_year(alike) == is_leap_year(year) && (new_year - other) % std::chrono::days{7} == seconds{0})
      return t - (new_year - other);
  }
  return t;
}

date::local_info info_at(const date::time_zone& zone, Instant local) {
  return zone.get_info(date::local_seconds{in_tables(local).time_since_epoch()});
}

Instant earliest(const date::time_zone& zone, Instant local) {
  return is_open(local) ? local : local - info_at(zone, local).first.offset;
}

Instant latest(const date::time_zone& zone, Instant local) {
  if (is_open(local)) return local;
  const date::local_info info = info_at(zone, local);
  return local - (info.result == date::local_info::ambiguous ? info.second : info.first).offset;
}

}  // namespace

TimeZone TimeZone::fixed(int minutes_east) {
  TimeZone zone;
  zone.fixed_ = seconds{60 * std::int64_t{minutes_east}};
  return zone;
}

Result<TimeZone> TimeZone::parse(std::string_view text) {
  if (const auto minutes = offset_of(text)) return fixed(*minutes);
  TimeZone zone;
  zone.named_ = find_zone(text);
  if (zone.named_ == nullptr)
    return Error{ErrorKind::usage, fmt::format("'{}' is neither an offset from UTC nor a zone known here", text), "",
                 "use +05:30, 330 for minutes, or a name of the IANA database such as Europe/Oslo"};
  return zone;
}

seconds TimeZone::offset_at(Instant utc) const {
  return named_ == nullptr || is_open(utc) ? fixed_ : named_->get_info(in_tables(utc)).offset;
}

Interval TimeZone::to_utc(const Interval& local) const {
  if (named_ == nullptr) return {shifted(local.begin, -fixed_), shifted(local.end, -fixed_)};
  // The last second that is meant decides where the end lies: an end at the turn itself is not yet ambiguous.
  return {earliest(*named_, local.begin), shifted(latest(*named_, shifted(local.end, seconds{-1})), seconds{1})};
}

}  // namespace forewhen
