// SPDX-License-Identifier: Apache-2.0
#include "timex/resolve.h"

#include <fmt/format.h>

#include "forewhen/timex/names.h"

namespace forewhen::timex {
namespace {

const char* name_of(Stage stage) {
  switch (stage) {
    case Stage::start:
      return "START";
    case Stage::mid:
      return "MID";
    case Stage::end:
      return "END";
    case Stage::none:
      break;
  }
  return "";
}

Grain grain_of(const CalendarValue& value) {
  if (value.grain != Grain::day) return value.grain;
  if (value.second >= 0) return Grain::second;
  if (value.hour >= 0) return value.minute >= 0 ? Grain::minute : Grain::hour;
  return value.part == DayPart::none ? Grain::day : Grain::day_part;
}

// Third of a unit in its own smaller units: early is days 1-10 of a month, four months of a year, 8 hours of a day.
Interval third_of(const CalendarValue& value, const Interval& whole, Stage stage) {
  Instant first, second;
  const CivilDate begin = civil_of(whole.begin);
  const auto months_on = [&](int n) { return start_of_day(add_months(begin, n)); };
  switch (value.grain) {
    case Grain::month:
      first = whole.begin + seconds{10 * 86400};
      second = whole.begin + seconds{20 * 86400};
      break;
    case Grain::season:
    case Grain::quarter:
      first = months_on(1), second = months_on(2);
      break;
    case Grain::half_year:
      first = months_on(2), second = months_on(4);
      break;
    case Grain::year:
      first = months_on(4), second = months_on(8);
      break;
    case Grain::decade:
      first = months_on(48), second = months_on(84);
      break;
    case Grain::century:
      first = months_on(400), second = months_on(800);
      break;
    default: {
      const seconds third = (whole.end - whole.begin) / 3;
      first = whole.begin + third;
      second = whole.end - third;
    }
  }
  if (stage == Stage::start) return {whole.begin, first};
  return stage == Stage::mid ? Interval{first, second} : Interval{second, whole.end};
}

std::string edtf_interval(const Interval& interval) {
  const CivilDate first = civil_of(interval.begin), last = civil_of(interval.end - seconds{1});
  return edtf_of(day_value(first)) + "/" + edtf_of(day_value(last));
}

// "the past year": the year that ends with the day of publication.
Interval running_interval(Unit unit, const CalendarValue& published) {
  const Interval day = *extent_of(published, {});
  const auto back = shifted(published, unit, -1);
  const Interval before = *extent_of(*back, {});
  const Interval current = *extent_of(*widened(published, unit), {});
  return {before.begin + (day.begin - current.begin), day.end};
}

void fill_when(const Expression& e, const CalendarValue& value, const Context& context, Timex& timex) {
  When& when = timex.when;
  when.grain = grain_of(value);
  when.approximate = e.approximate;
  const auto extent = extent_of(value, context.time_zone);
  if (!extent) return;
  Interval interval = *extent;
  when.edtf = edtf_of(value);
  if (e.week_of_month != 0) {  // days 1-7, 8-14 ..., or the last seven
    const CivilDate middle = civil_from_days(days_from_civil(*first_day(value)) + 3);
    const int first = e.week_of_month > 0 ? 7 * e.week_of_month - 6 : days_in_month(middle.year, e.month) - 6;
    const Instant start = start_of_day({middle.year, e.month, first});
    interval = {start, start + seconds{7 * 86400}};
    when.edtf = edtf_interval(interval);
  } else if (e.fiscal && context.fiscal_month != 1 && value.grain == Grain::year) {
    interval = {start_of_day({value.year - 1, context.fiscal_month, 1}),
                start_of_day({value.year, context.fiscal_month, 1})};
    when.edtf = edtf_interval(interval);
  } else if (e.running && e.unit != Unit::none && e.unit != Unit::weekend && e.stage == Stage::none &&
             context.published && !context.narrative) {
    interval = running_interval(e.unit, *context.published);
    when.edtf = edtf_interval(interval);
  } else if (e.stage != Stage::none && e.loose_stage && context.published_at &&
             interval.begin < *context.published_at && *context.published_at < interval.end) {
    (e.stage == Stage::start ? interval.end : interval.begin) = *context.published_at;
  } else if (e.stage != Stage::none) {
    interval = third_of(value, interval, e.stage);
    if (value.grain > Grain::day) when.edtf = edtf_interval(interval);
  }
  when.bounds = within(interval);
  if (when.approximate && !when.edtf.empty() && when.edtf.find_first_of("/T") == std::string::npos) when.edtf += '~';
}

bool has_clock(const CalendarValue& value) { return value.hour >= 0 || value.part != DayPart::none; }

void resolve_vague(VagueRef vague, const Context& context, Timex& timex) {
  timex.type = TimexType::date;
  timex.when.approximate = true;
  timex.value = vague == VagueRef::past ? "PAST_REF" : vague == VagueRef::present ? "PRESENT_REF" : "FUTURE_REF";
  if (!context.published) return;
  const Interval day = *extent_of(*context.published, {});
  const std::string date = edtf_of(*context.published);
  switch (vague) {
    case VagueRef::past:
      timex.when.bounds = within({kOpenPast, day.begin});
      timex.when.edtf = "../" + date;
      break;
    case VagueRef::future:
      timex.when.bounds = within({day.end, kOpenFuture});
      timex.when.edtf = date + "/..";
      break;
    default:
      timex.when.grain = Grain::day;
      timex.when.bounds = within(day);
      timex.when.edtf = date + "~";
  }
}

// Without a calendar unit: the value says what is known.
void resolve_unanchored(const Expression& e, Timex& timex) {
  timex.type = TimexType::date;
  if (e.form == Form::offset) {
    if (e.quantity.vague) {
      timex.value = e.sign < 0 ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    timex.value = duration_value(e.quantity, e.unit);
    timex.type = TimexType::duration;
    return;
  }
  switch (e.form == Form::day_name ? Unit::day : e.unit) {
    case Unit::day:
      timex.value = "XXXX-XX-XX";
      break;
    case Unit::week:
      timex.value = "XXXX-WXX";
      break;
    case Unit::weekend:
      timex.value = "XXXX-WXX-WE";
      break;
    case Unit::month:
      timex.value = "XXXX-XX";
      break;
    case Unit::quarter:
      timex.value = "XXXX-QX";
      break;
    case Unit::decade:
      timex.value = "XXX";
      break;
    case Unit::century:
      timex.value = "XX";
      break;
    default:
      timex.value = "XXXX";
      break;
  }
}

// Exact days from the day of publication, known even when that day is not.
std::optional<std::int64_t> days_from_publication(const Expression& e) {
  if (e.form == Form::day_name) return e.days;
  if (e.form == Form::offset && !e.from_focus && !e.quantity.vague && e.mod.empty()) {
    const double days = e.quantity.value * (e.unit == Unit::day ? 1 : e.unit == Unit::week ? 0 : 0) * e.sign;
    if (e.unit == Unit::day && days == static_cast<double>(static_cast<std::int64_t>(days)))
      return static_cast<std::int64_t>(days);
  }
  return std::nullopt;
}

// A period that was once: its EDTF is its value, its extent the bounds.
void resolve_once(const Edtf& edtf, Timex& timex) {
  timex.type = TimexType::date;
  timex.value = timex.when.edtf = to_string(edtf);
  timex.when.bounds = within(extent_of(edtf));
  timex.when.approximate = is_approximate(edtf);
  timex.when.uncertain = is_uncertain(edtf);
}

// "36 hours ago": the day (or minute) of publication, moved.
void bound_hours_ago(const Expression& e, const Context& context, Timex& timex) {
  const std::int64_t unit = e.unit == Unit::hour ? 3600 : e.unit == Unit::minute ? 60 : e.unit == Unit::second ? 1 : 0;
  if (!context.published || unit == 0 || e.quantity.value > 100'000) return;
  const seconds moved{static_cast<std::int64_t>(e.sign * e.quantity.value * static_cast<double>(unit))};
  const Interval from = context.published_extent;
  timex.when.bounds = within({forewhen::shifted(from.begin, moved), forewhen::shifted(from.end, moved)});
  timex.when.grain = from.end - from.begin >= seconds{86400} ? Grain::day : Grain::hour;
}

std::string why_impossible(const Expression& e) {
  constexpr const char* kNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
  if (e.month < 1 || e.month > 12) return fmt::format("month {} is out of range", e.month);
  if (e.month == 2 && e.day == 29) return fmt::format("February {} has no day 29", *e.year);
  return fmt::format("{} has no day {}", kNames[e.month - 1], e.day);
}

bool looks_back(const Expression& e) {
  if (e.form == Form::offset) return e.sign < 0;
  return e.form == Form::relative && (e.direction == Direction::last || e.direction == Direction::previous);
}

// Whether the story goes on from here. What is looked back at ("the previous year") and what only names something ("the
// June offensive") does not carry it, nor does a lone year that is not said to be its time ("the first since 1614");
// one far from what is told ("the 1812 overture") is an aside until a second one confirms it.
void move_focus(const Expression& e, const CalendarValue& value, const Surroundings& around, Context& context) {
  constexpr std::int64_t kNear = 3;  // years
  const auto far = [&](const CalendarValue& other) { return std::abs(other.year - value.year) > kNear; };
  // A report goes on from its own day, not from the figures it compares with.
  if (!context.narrative && e.form == Form::offset && e.from_focus) return;
  if (context.focus && (looks_back(e) || around.of_noun) && value.grain >= Grain::month) return;
  const bool lone_year = value.grain >= Grain::year && e.form == Form::calendar;
  if (lone_year && context.focus) {
    if (context.focus->grain < Grain::year && context.focus->year == value.year) return;
    if (context.narrative && !around.told_in) return;
    if (far(*context.focus) && (!context.aside || far(*context.aside))) {
      context.aside = value;
      return;
    }
  }
  context.aside.reset();
  context.focus = value;
}

}  // namespace

void resolve(const Expression& e, Tense tense, const Surroundings& around, Context& context, Timex& timex) {
  if (e.impossible) {
    timex.invalid = why_impossible(e);
    return;
  }
  if (e.named != nullptr && e.named->once) return resolve_once(*e.named->once, timex);
  timex.mod = e.stage != Stage::none ? std::string_view(name_of(e.stage)) : e.mod;
  switch (e.form) {
    case Form::vague:
      return resolve_vague(e.vague, context, timex);
    case Form::set:
      return resolve_set(e, timex);
    case Form::stretch:
      return resolve_stretch(e, context, timex);
    case Form::duration:
      // "the nine months": what follows is compared with a year, not with a quarter.
      if (e.unit == Unit::month && e.quantity.value > 3) context.quarter.reset();
      timex.type = TimexType::duration;
      timex.value = duration_value(e.quantity, e.unit);
      timex.when.approximate = e.approximate;
      return;
    default:
      break;
  }
  if (const auto days = days_from_publication(e); days && !context.published)
    timex.from_publication.emplace(*days * 86400, (*days + 1) * 86400);
  const auto value = calendar_unit(e, tense, context);
  // "several years ago"
  if (!value && e.form == Form::offset && e.quantity.vague && !e.from_focus)
    return resolve_vague(e.sign < 0 ? VagueRef::past : VagueRef::future, context, timex);
  if (!value && e.form == Form::offset && !e.from_focus) bound_hours_ago(e, context, timex);
  if (!value) return resolve_unanchored(e, timex);
  timex.type = has_clock(*value) ? TimexType::time : TimexType::date;
  timex.value = timex3_of(*value);
  fill_when(e, *value, context, timex);
  if (!value->year_known) return;
  // A quarter that is still to come is not the one reported on, unless its year ends early: "in the fourth quarter
  // ended Aug. 26, net rose".
  const bool reported = !context.published || tense == Tense::past ||
                        extent_of(*value, {})->end <= extent_of(*context.published, {})->end;
  if (e.quarter != 0 && !e.year && e.direction == Direction::none && reported) context.quarter = value;
  move_focus(e, *value, around, context);
}

}  // namespace forewhen::timex
