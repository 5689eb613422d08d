// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/filter.h"

#include <fmt/format.h>

#include <charconv>

#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

constexpr std::int64_t kMostDays = 1'000'000;  // about 2,700 years; more is a slip of the pen

Error bad_duration(std::string_view text, const char* what) {
  return {ErrorKind::refused, fmt::format("'{}' {}", text, what), "", "write it as 90d, 2w, 36h or 45m"};
}

std::int64_t seconds_of_unit(std::string_view unit) {
  if (unit.empty() || unit == "d") return 86400;
  if (unit == "w") return 7 * 86400;
  if (unit == "h") return 3600;
  if (unit == "m") return 60;
  return unit == "s" ? 1 : 0;
}

}  // namespace

std::string to_string(const LeftOut& left_out) {
  std::string list;
  const auto add = [&](std::uint64_t count, const char* what) {
    if (count == 0) return;
    list += (list.empty() ? "" : ", ") + std::to_string(count) + ' ' + what;
  };
  add(left_out.planned, "planned");
  add(left_out.hypothetical, "hypothetical");
  add(left_out.negated, "negated");
  add(left_out.undated, "undated");
  add(left_out.unlikely, "unlikely");
  if (list.empty()) return "";
  return (left_out.at_least ? "at least " : "") + list + " left out";
}

Result<Interval> parse_window(std::string_view since, std::string_view until) {
  Interval window;
  if (!since.empty()) {
    const Result<CalendarTime> begin = parse_iso(since);
    if (!begin.ok()) return begin.error();
    window.begin = begin->start;
  }
  if (!until.empty()) {
    const Result<CalendarTime> end = parse_iso(until);
    if (!end.ok()) return end.error();
    window.end = end->start;
  }
  if (window.begin >= window.end) {
    return Error{ErrorKind::refused,
                 "the window from " + std::string(since) + " to " + std::string(until) + " is empty", "",
                 "the second date is not part of it and must be later than the first"};
  }
  return window;
}

Result<seconds> parse_duration(std::string_view text) {
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range) return bad_duration(text, "is too long");
  if (error != std::errc{} || number < 0) return bad_duration(text, "is no length of time");
  const std::int64_t unit = seconds_of_unit(text.substr(stop - text.data()));
  if (unit == 0) return bad_duration(text, "is no length of time");
  if (number > kMostDays * 86400 / unit) return bad_duration(text, "is too long");
  return seconds{number * unit};
}

}  // namespace forewhen
