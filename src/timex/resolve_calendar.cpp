// SPDX-License-Identifier: Apache-2.0
// Which calendar unit an expression denotes.
#include <cmath>

#include "forewhen/timex/names.h"
#include "timex/holidays.h"
#include "timex/resolve.h"

namespace forewhen::timex {
namespace {

bool hangs_on_focus(Direction direction) {
  return direction == Direction::previous || direction == Direction::following || direction == Direction::same;
}

int step_of(Direction direction) {
  switch (direction) {
    case Direction::last:
    case Direction::previous:
      return -1;
    case Direction::next:
    case Direction::following:
      return 1;
    default:
      return 0;
  }
}

// The date that a direction is counted from.
std::optional<CalendarValue> anchor_of(Direction direction, const Context& context) {
  const bool focus = context.focus && (hangs_on_focus(direction) || context.narrative);
  return focus ? context.focus : context.published;
}

// The calendar parts of the expression in that year.
CalendarValue in_year(const Expression& e, std::int64_t year) {
  CalendarValue value = year_value(year);
  if (e.named != nullptr) return day_value(e.named->date_in(year));
  if (e.holiday != 0) return day_value(holiday_date(e.holiday, year));
  if (e.quarter != 0 || e.half != 0 || e.season != 0) {
    value.grain = e.quarter != 0 ? Grain::quarter : e.half != 0 ? Grain::half_year : Grain::season;
    value.index = e.quarter + e.half + e.season;
    return value;
  }
  if (e.day != 0) return day_value({year, e.month, std::min<int>(e.day, days_in_month(year, e.month))});
  if (e.month != 0) return month_value(year, e.month);
  value.grain = e.decade ? Grain::decade : e.century ? Grain::century : Grain::year;
  return value;
}

Tense preferred(Tense tense, const Context& context) {
  switch (context.prefer) {
    case TimexOptions::Prefer::past:
      return Tense::past;
    case TimexOptions::Prefer::future:
      return Tense::future;
    case TimexOptions::Prefer::nearest:
      return Tense::unknown;
    case TimexOptions::Prefer::tense:
      break;
  }
  return tense;
}

// The year that puts the parts nearest to the day, where the side that the tense speaks against counts as farther. A
// date without a year lies within about half a year even so: "will be paid Dec. 15" and "were held Dec. 15" differ only
// when both years are possible.
std::int64_t year_by_tense(const Expression& e, Tense tense, const CivilDate& day) {
  const Instant now = start_of_day(day);
  const double against = e.quarter != 0 ? 1 : e.day != 0 ? 3 : 5;
  std::int64_t best = day.year;
  double best_cost = 1e18;
  for (std::int64_t year = day.year - 1; year <= day.year + 1; ++year) {
    const auto extent = extent_of(in_year(e, year), {});
    if (!extent) continue;
    const bool before = extent->end <= now, after = extent->begin > now;
    double cost = before  ? static_cast<double>((now - extent->end).count()) + 1
                  : after ? static_cast<double>((extent->begin - now).count())
                          : 0;
    if (tense == Tense::surely_past && after) continue;
    // Reports of quarters are made when they are over, also in "expects to report third-quarter earnings".
    if (e.quarter != 0 && after && tense != Tense::future) cost *= 5;
    if (tense == Tense::clearly_past && after) cost *= 12;  // a month and a half ahead is farther than the year before
    if ((tense == Tense::past && after) || (tense == Tense::future && before)) cost *= against;
    if (cost >= best_cost) continue;
    best_cost = cost;
    best = year;
  }
  return best;
}

// In a narrative: the year that puts the parts nearest to the date told before, rather after it than before.
std::int64_t year_in_story(const Expression& e, const CalendarValue& focus) {
  const CivilDate day = *first_day(focus);
  if (focus.month == 0 && focus.grain >= Grain::half_year) return day.year;
  const Instant now = start_of_day(day);
  std::int64_t best = day.year;
  double best_cost = 1e18;
  for (std::int64_t year = day.year - 1; year <= day.year + 1; ++year) {
    const auto extent = extent_of(in_year(e, year), {});
    if (!extent) continue;
    const double distance = static_cast<double>((extent->begin - now).count());
    const double cost = distance < 0 ? -distance * 1.2 : distance;
    if (cost >= best_cost) continue;
    best_cost = cost;
    best = year;
  }
  return best;
}

// The last quarter that was over on the day.
CalendarValue completed_quarter(const CalendarValue& day) { return *shifted(day, Unit::quarter, -1); }

// "the 1988 period", "the latest quarter", "the year-ago quarter"
std::optional<CalendarValue> reported_period(const Expression& e, const Context& context) {
  const auto quarter = context.quarter     ? context.quarter
                       : context.published ? std::optional(completed_quarter(*context.published))
                                           : std::nullopt;
  if (e.quarter != 0 && context.published) {
    CalendarValue value = year_value(first_day(*context.published)->year - (e.direction == Direction::last ? 1 : 0));
    value.grain = Grain::quarter;
    value.index = e.quarter;
    return value;
  }
  if (!quarter) return std::nullopt;
  if (e.year) {
    if (!context.quarter) return year_value(*e.year);
    CalendarValue value = *quarter;
    value.year = *e.year;
    return value;
  }
  return e.direction == Direction::last ? shifted(*quarter, Unit::quarter, -4) : quarter;
}

std::optional<CalendarValue> unknown_year(const Expression& e) {
  CalendarValue value = in_year(e, 2000);  // a leap year: 29 February exists
  value.year_known = false;
  if (e.holiday != 0) value.day = value.month == 0 ? 0 : value.day;
  return value;
}

std::optional<CalendarValue> bare_weekday(const Expression& e, Tense tense, const Context& context) {
  const auto anchor = anchor_of(e.direction, context);
  const auto day = anchor ? first_day(*anchor) : std::nullopt;
  if (!day) {
    CalendarValue value;
    value.grain = Grain::day;
    value.index = e.weekday;
    return value;
  }
  const std::int64_t today = days_from_civil(*day);
  const int back = (weekday_of(today) - (e.weekday - 1) + 7) % 7;
  const int ahead = (7 - back) % 7;
  std::int64_t target = 0;
  switch (e.direction) {
    case Direction::last:
    case Direction::previous:
      target = today - (back == 0 ? 7 : back);
      break;
    case Direction::next:
    case Direction::following:
      target = today + (ahead == 0 ? 7 : ahead);
      break;
    case Direction::current:
      target = preferred(tense, context) == Tense::past ? today - back : today + ahead;
      break;
    default: {
      if (context.narrative && context.focus) {
        target = today + ahead;
        break;
      }
      const Tense pointed = preferred(tense, context);
      target = pointed == Tense::future ? today + ahead : today - back;
      if (context.prefer == TimexOptions::Prefer::nearest) target = back <= ahead ? today - back : today + ahead;
    }
  }
  return day_value(civil_from_days(target));
}

// The day of that number in the month that is spoken of.
std::optional<CalendarValue> day_in_focus(const Expression& e, const Context& context) {
  const auto anchor = anchor_of(e.direction, context);
  const auto day = anchor ? first_day(*anchor) : std::nullopt;
  CalendarValue value;
  value.grain = Grain::day;
  value.day = e.day;
  if (!day || anchor->grain > Grain::month) return value;
  if (e.day > days_in_month(day->year, day->month)) return std::nullopt;
  return day_value({day->year, day->month, e.day});
}

std::optional<CalendarValue> calendar_date(const Expression& e, Tense tense, const Context& context) {
  if (e.period) return reported_period(e, context);
  if (e.year) return in_year(e, *e.year);
  if (e.day != 0 && e.month == 0 && e.direction == Direction::same) return day_in_focus(e, context);
  const bool weekday_only = e.weekday != 0 && e.day == 0;
  if (weekday_only) return bare_weekday(e, tense, context);
  const bool has_parts =
      e.month != 0 || e.quarter != 0 || e.half != 0 || e.season != 0 || e.holiday != 0 || e.named != nullptr;
  if (!has_parts) return std::nullopt;
  const auto anchor = anchor_of(e.direction, context);
  const auto day = anchor ? first_day(*anchor) : std::nullopt;
  if (!day) return unknown_year(e);
  if (e.direction != Direction::none) return in_year(e, day->year + step_of(e.direction));
  if (context.narrative && context.focus) return in_year(e, year_in_story(e, *context.focus));
  return in_year(e, year_by_tense(e, preferred(tense, context), *day));
}

// "last June", "this summer", "next Christmas", "the previous quarter"
std::optional<CalendarValue> directed_part(const Expression& e, Tense tense, const Context& context) {
  const auto anchor = anchor_of(e.direction, context);
  const auto day = anchor ? first_day(*anchor) : std::nullopt;
  if (!day) return unknown_year(e);
  const auto extent_in = [&](std::int64_t year) { return extent_of(in_year(e, year), {}); };
  const Instant now = start_of_day(*day);
  switch (step_of(e.direction)) {
    case -1:
      for (std::int64_t year = day->year; year > day->year - 2; --year)
        if (const auto extent = extent_in(year); extent && extent->end <= now) return in_year(e, year);
      return in_year(e, day->year - 2);
    case 1:
      for (std::int64_t year = day->year; year < day->year + 2; ++year)
        if (const auto extent = extent_in(year); extent && extent->begin > now) return in_year(e, year);
      return in_year(e, day->year + 2);
    default:
      break;
  }
  // "this winter" in January began the year before.
  if (e.season == 4 && day->month <= 2)
    return in_year(e, preferred(tense, context) == Tense::future ? day->year : day->year - 1);
  return in_year(e, day->year);
}

std::optional<CalendarValue> day_part_of(const Expression& e, const Context& context) {
  Direction direction = e.direction;
  if (e.definite && direction == Direction::next) direction = Direction::following;
  const auto anchor = anchor_of(direction, context);
  if (!anchor || !first_day(*anchor) || anchor->grain > Grain::day) {
    CalendarValue value;
    value.grain = Grain::day;
    value.part = e.part;
    return value;
  }
  auto day = shifted(*anchor, Unit::day, step_of(direction));
  if (day) day->part = e.part;
  return day;
}

std::optional<CalendarValue> directed_unit(const Expression& e, Tense tense, const Context& context) {
  Direction direction = e.direction;
  // "since 2004, when ...; officers were convicted the following year": the year told last, though far from the rest.
  if (e.unit == Unit::year && direction == Direction::following && context.aside)
    return shifted(*context.aside, Unit::year, 1);
  // "the next day" follows what was told, "next week" follows the publication.
  if (e.definite && direction == Direction::next && e.unit == Unit::day) direction = Direction::following;
  const auto anchor = anchor_of(direction, context);
  if (!anchor) return std::nullopt;
  if (e.unit == Unit::weekend && (direction == Direction::same || direction == Direction::last) && !context.narrative) {
    const auto day = first_day(*context.published);
    if (!day) return std::nullopt;
    const std::int64_t today = days_from_civil(*day);
    const bool in_weekend = weekday_of(today) >= 5;
    const bool back = direction == Direction::last || preferred(tense, context) != Tense::future;
    return weekend_value(back && (!in_weekend || direction == Direction::last) ? today - 7 : today);
  }
  return shifted(*anchor, e.unit, step_of(direction));
}

std::optional<CalendarValue> relative_date(const Expression& e, Tense tense, const Context& context) {
  if (e.period) return reported_period(e, context);
  if (e.weekday != 0) {
    auto value = bare_weekday(e, tense, context);
    if (value) value->part = e.part;
    return value;
  }
  if (e.month != 0 || e.season != 0 || e.holiday != 0 || e.quarter != 0) return directed_part(e, tense, context);
  if (e.part != DayPart::none && e.unit == Unit::none) return day_part_of(e, context);
  return directed_unit(e, tense, context);
}

std::optional<CalendarValue> offset_date(const Expression& e, const Context& context) {
  // Of two figures both compared with the year before, the second is not two years back.
  const bool same_comparison = !context.narrative && context.focus && context.published && e.unit == Unit::year &&
                               context.focus->grain == Grain::year &&
                               context.focus->year == context.published->year - 1;
  const bool focus = context.focus && (e.from_focus || context.narrative) && !same_comparison;
  const auto& anchor = focus ? context.focus : context.published;
  if (!anchor || e.quantity.vague) return std::nullopt;
  const double n = e.quantity.value * e.sign;
  if (std::abs(n) > 1e6) return std::nullopt;
  if (n == std::floor(n)) {
    // "a year earlier" beside a quarter is the quarter of the year before, as in reports of earnings.
    if (e.unit == Unit::year && context.quarter && n == -1) {
      Expression report;
      report.period = true;
      report.direction = Direction::last;
      return reported_period(report, context);
    }
    // "two decades ago" is a year, give or take some, rather than the decade of the calendar.
    if (e.unit == Unit::decade) return shifted(*anchor, Unit::year, static_cast<std::int64_t>(10 * n));
    return shifted(*anchor, e.unit, static_cast<std::int64_t>(n));
  }
  if (e.unit == Unit::year) return shifted(*anchor, Unit::month, std::llround(12 * n));
  return std::nullopt;
}

// The clock time or part of the day, on the day or, alone, on the one that is spoken of.
std::optional<CalendarValue> at_clock(const Expression& e, Tense tense, const Context& context,
                                      std::optional<CalendarValue> day) {
  const bool alone = !day;
  if (alone && e.form != Form::calendar) return day;
  if (alone) {
    const auto anchor = context.focus && context.focus->grain <= Grain::day ? context.focus : context.published;
    day = anchor ? shifted(*anchor, Unit::day, 0) : std::nullopt;
    if (!day) day.emplace().grain = Grain::day;
  }
  if (day->grain > Grain::day) return day;
  if (e.part == DayPart::midnight && alone && tense != Tense::future) {  // "after midnight" was early in the day
    day->hour = day->minute = 0;
    return day;
  }
  day->part = e.part;
  day->hour = e.hour;
  day->minute = e.minute;
  day->second = e.second;
  day->zone_minutes = e.zone_minutes;
  return day;
}

}  // namespace

std::optional<CalendarValue> calendar_unit(const Expression& e, Tense tense, const Context& context) {
  std::optional<CalendarValue> value;
  switch (e.form) {
    case Form::calendar:
      value = calendar_date(e, tense, context);
      break;
    case Form::relative:
      value = relative_date(e, tense, context);
      break;
    case Form::offset:
      value = offset_date(e, context);
      break;
    case Form::day_name: {
      const auto anchor = anchor_of(Direction::last, context);
      if (anchor) value = shifted(*anchor, Unit::day, e.days);
      break;
    }
    default:
      return std::nullopt;
  }
  if (value && e.week_of_month != 0 && value->year_known) {
    const int first = e.week_of_month > 0 ? 7 * e.week_of_month - 6 : days_in_month(value->year, value->month) - 6;
    return week_value(days_from_civil({value->year, value->month, first + 3}));
  }
  if (value && e.form == Form::calendar && e.unit == Unit::week) value = widened(*value, Unit::week);
  return e.hour >= 0 || e.part != DayPart::none ? at_clock(e, tense, context, value) : value;
}

}  // namespace forewhen::timex
