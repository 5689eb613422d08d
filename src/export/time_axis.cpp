// SPDX-License-Identifier: Apache-2.0
#include "export/time_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "forewhen/time/civil.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

constexpr double kDay = 86400;
constexpr double kOpenPart = 0.06;  // of the axis, beyond the last known time, where something is open

// Seconds as a floating number: the difference of two instants may not fit 64 bits.
double number(Instant t) { return static_cast<double>(t.time_since_epoch().count()); }

enum class Unit { second, day, monday, month, year };

struct Step {
  Unit unit;
  std::int64_t count;

  double seconds() const {
    const double count_ = static_cast<double>(count);
    switch (unit) {
      case Unit::second:
        return count_;
      case Unit::day:
        return count_ * kDay;
      case Unit::monday:
        return count_ * 7 * kDay;
      case Unit::month:
        return count_ * 30.4 * kDay;
      default:
        return count_ * 365.25 * kDay;
    }
  }
};

// From the finest on.
std::vector<Step> steps() {
  std::vector<Step> all;
  for (const std::int64_t seconds : {1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10800, 21600, 43200})
    all.push_back({Unit::second, seconds});
  all.insert(all.end(), {{Unit::day, 1}, {Unit::day, 2}, {Unit::monday, 1}, {Unit::monday, 2}});
  for (const std::int64_t months : {1, 3, 6}) all.push_back({Unit::month, months});
  for (std::int64_t power = 1; power <= 100'000'000'000; power *= 10) {
    for (const std::int64_t years : {1, 2, 5}) all.push_back({Unit::year, years * power});
  }
  return all;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

// The number of the last round date at or before `t`, counted in steps.
std::int64_t index_of(const Step& step, Instant t) {
  const CivilDate date = civil_of(t);
  switch (step.unit) {
    case Unit::second:
      return floor_div(t.time_since_epoch().count(), step.count);
    case Unit::day:
      return floor_div(days_from_civil(date), step.count);
    case Unit::monday:
      return floor_div(days_from_civil(date) + 3, 7 * step.count);
    case Unit::month:
      return floor_div(date.year * 12 + date.month - 1, step.count);
    default:
      return date.year > 0 ? date.year / step.count : -((1 - date.year) / step.count) - 1;
  }
}

// Nothing where there is no such date: there is no year 0, and before it 100 BCE is the round one.
std::optional<Instant> date_at(const Step& step, std::int64_t index) {
  const auto day = [](std::int64_t days) { return Instant{std::chrono::days{days}}; };
  CivilDate date{1970, 1, 1};
  switch (step.unit) {
    case Unit::second:
      return Instant{seconds{index * step.count}};
    case Unit::day:
      return day(index * step.count);
    case Unit::monday:
      return day(index * 7 * step.count - 3);
    case Unit::month:
      date.year = floor_div(index * step.count, 12);
      date.month = static_cast<int>(index * step.count - date.year * 12) + 1;
      break;
    default:
      if (index == 0) return std::nullopt;
      date.year = index > 0 ? index * step.count : 1 + index * step.count;
  }
  if (!is_valid(date)) return std::nullopt;
  return start_of_day(date);
}

std::string label_of(const Step& step, Instant t) {
  switch (step.unit) {
    case Unit::year: {
      const std::int64_t year = civil_of(t).year;
      return year > 0 ? std::to_string(year) : fmt::format("{} BCE", 1 - year);
    }
    case Unit::month:
      return format_iso(CalendarTime{t, Grain::month});
    case Unit::second:
      return format_iso(CalendarTime{t, step.count % 60 == 0 ? Grain::minute : Grain::second});
    default:
      return format_iso(CalendarTime{t, Grain::day});
  }
}

}  // namespace

TimeAxis::TimeAxis(const std::vector<Bounds>& bounds) {
  Instant first = kOpenFuture, last = kOpenPast;
  bool open_before = false, open_after = false;
  for (const Bounds& b : bounds) {
    for (const Instant t : {b.earliest_start, b.latest_start, b.earliest_end, b.latest_end}) {
      if (!is_open(t)) first = std::min(first, t), last = std::max(last, t);
    }
    open_before |= is_open(b.earliest_start);
    open_after |= is_open(b.latest_end);
  }
  if (first > last) first = last = Instant{};
  if (first == last) last = shifted(last, seconds{1});
  known_ = {first, last};
  const double length = std::min((number(last) - number(first)) * kOpenPart, 1e18);
  const seconds room{std::max<std::int64_t>(1, static_cast<std::int64_t>(length))};
  range_ = {open_before ? shifted(first, -room) : first, open_after ? shifted(last, room) : last};
  // At the ends of what 64 bits hold there is no room left.
  if (is_open(range_.begin)) range_.begin = first;
  if (is_open(range_.end)) range_.end = last;
}

double TimeAxis::at(Instant t) const {
  const double begin = number(range_.begin), end = number(range_.end);
  return std::clamp((number(t) - begin) / (end - begin), 0.0, 1.0);
}

std::vector<Tick> TimeAxis::ticks(std::size_t columns) const {
  const double length = number(range_.end) - number(range_.begin);
  std::vector<Tick> ticks;
  for (const Step& step : steps()) {
    const std::size_t widest = std::max(label_of(step, range_.begin).size(), label_of(step, range_.end).size()) + 2;
    if (length / step.seconds() * static_cast<double>(widest) > static_cast<double>(columns)) continue;
    const std::int64_t last = index_of(step, range_.end);
    for (std::int64_t index = index_of(step, range_.begin); index <= last; ++index) {
      const std::optional<Instant> date = date_at(step, index);
      if (date && *date >= range_.begin && *date <= range_.end) ticks.push_back({*date, label_of(step, *date)});
    }
    break;
  }
  return ticks;
}

}  // namespace forewhen
