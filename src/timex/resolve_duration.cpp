// SPDX-License-Identifier: Apache-2.0
// Durations, stretches of time that end or begin at publication, and recurring times.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "timex/resolve.h"

namespace forewhen::timex {
namespace {

struct UnitCode {
  const char* code;
  bool clock;  // PT
};

UnitCode code_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {"S", true};
    case Unit::minute:
      return {"M", true};
    case Unit::hour:
      return {"H", true};
    case Unit::day:
      return {"D", false};
    case Unit::weekend:
      return {"WE", false};
    case Unit::week:
    case Unit::fortnight:
      return {"W", false};
    case Unit::month:
      return {"M", false};
    case Unit::quarter:
      return {"Q", false};
    case Unit::half_year:
      return {"H", false};
    case Unit::year:
      return {"Y", false};
    case Unit::decade:
      return {"DE", false};
    case Unit::century:
      return {"CE", false};
    case Unit::millennium:
      return {"ML", false};
    case Unit::none:
      break;
  }
  return {"", false};
}

// How much "a few" and "recent" stand for when bounds are needed, in units: generous, so that the event lies within.
std::int64_t few(Unit unit) {
  switch (unit) {
    case Unit::second:
    case Unit::minute:
      return 60;
    case Unit::hour:
      return 12;
    case Unit::day:
      return 7;
    case Unit::week:
      return 8;
    case Unit::month:
      return 6;
    default:
      return 5;
  }
}

constexpr std::int64_t seconds_per(Unit unit) {
  switch (unit) {
    case Unit::second:
      return 1;
    case Unit::minute:
      return 60;
    case Unit::hour:
      return 3600;
    default:
      return 0;
  }
}

CivilDate moved(const CivilDate& date, Unit unit, double n) {
  const auto whole = [&](double per) { return static_cast<std::int64_t>(std::llround(per * n)); };
  switch (unit) {
    case Unit::month:
      return add_months(date, whole(1));
    case Unit::quarter:
      return add_months(date, whole(3));
    case Unit::half_year:
      return add_months(date, whole(6));
    case Unit::year:
      return add_months(date, whole(12));
    case Unit::decade:
      return add_months(date, whole(120));
    case Unit::century:
      return add_months(date, whole(1200));
    case Unit::millennium:
      return add_months(date, whole(12000));
    case Unit::fortnight:
      return civil_from_days(days_from_civil(date) + whole(14));
    case Unit::week:
    case Unit::weekend:
      return civil_from_days(days_from_civil(date) + whole(7));
    default:
      return civil_from_days(days_from_civil(date) + whole(1));
  }
}

Grain grain_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return Grain::second;
    case Unit::minute:
      return Grain::minute;
    case Unit::hour:
      return Grain::hour;
    case Unit::week:
    case Unit::fortnight:
    case Unit::weekend:
      return Grain::week;
    case Unit::month:
      return Grain::month;
    case Unit::quarter:
      return Grain::quarter;
    case Unit::half_year:
      return Grain::half_year;
    case Unit::year:
      return Grain::year;
    case Unit::decade:
      return Grain::decade;
    case Unit::century:
      return Grain::century;
    case Unit::millennium:
      return Grain::millennium;
    default:
      return Grain::day;
  }
}

constexpr double kLargest = 100'000;  // units that still have a calendar

const char* part_code(DayPart part) {
  switch (part) {
    case DayPart::morning:
      return "TMO";
    case DayPart::midday:
      return "TMI";
    case DayPart::afternoon:
      return "TAF";
    case DayPart::evening:
      return "TEV";
    case DayPart::night:
      return "TNI";
    case DayPart::daytime:
      return "TDT";
    case DayPart::noon:
      return "T12:00";
    case DayPart::midnight:
      return "T24:00";
    case DayPart::none:
      break;
  }
  return "";
}

}  // namespace

std::string duration_value(const Quantity& quantity, Unit unit) {
  const UnitCode code = code_of(unit);
  const std::string prefix = code.clock ? "PT" : "P";
  if (quantity.vague) return prefix + "X" + (unit == Unit::quarter ? "M" : code.code);
  const double n = unit == Unit::fortnight ? 2 * quantity.value : quantity.value;
  if (unit == Unit::quarter) return fmt::format("P{}M", 3 * n);
  const double whole = std::floor(n);
  if (n - whole == 0.5 && whole > 0) {  // two and a half years: P2Y6M
    if (unit == Unit::year) return fmt::format("P{}Y6M", whole);
    if (unit == Unit::day) return fmt::format("P{}DT12H", whole);
    if (unit == Unit::hour) return fmt::format("PT{}H30M", whole);
    if (unit == Unit::minute) return fmt::format("PT{}M30S", whole);
  }
  if (unit == Unit::decade) return fmt::format("P{}Y", 10 * n);  // ISO 8601 has no letter for decades
  if (unit == Unit::century && n < 1) return fmt::format("P{}Y", 100 * n);
  return fmt::format("{}{}{}", prefix, n, code.code);
}

void resolve_stretch(const Expression& e, const Context& context, Timex& timex) {
  timex.type = TimexType::duration;
  timex.value = duration_value(e.quantity, e.unit);
  timex.mod = e.mod;
  timex.when.approximate = e.approximate || e.quantity.vague;
  timex.when.grain = grain_of(e.unit);
  const bool from_focus =
      e.direction == Direction::previous || e.direction == Direction::following || context.narrative;
  const auto& anchor = from_focus && context.focus ? context.focus : context.published;
  const auto day = anchor ? first_day(*anchor) : std::nullopt;
  const double n = e.quantity.vague ? static_cast<double>(few(e.unit)) : e.quantity.value;
  if (!day || n > kLargest) return;
  const bool back = e.direction == Direction::last || e.direction == Direction::previous;
  if (const std::int64_t width = seconds_per(e.unit)) {
    const Instant now =
        anchor == context.published ? context.published_at.value_or(start_of_day(*day)) : start_of_day(*day);
    const seconds length{std::max<std::int64_t>(std::llround(n * static_cast<double>(width)), 1)};
    timex.when.bounds = within(back ? Interval{now - length, now} : Interval{now, now + length});
    return;
  }
  const CivilDate other = moved(*day, e.unit, back ? -n : n);
  const CivilDate next = civil_from_days(days_from_civil(*day) + 1);
  // Exact stretches may run into the day of publication itself; "the last few months" lie before it.
  const CivilDate last = back && e.quantity.vague ? *day : next;
  const Interval interval =
      back ? Interval{start_of_day(other), start_of_day(last)}
           : Interval{start_of_day(*day), start_of_day(civil_from_days(days_from_civil(other) + 1))};
  timex.when.bounds = within(interval);
  const CivilDate final_day = back ? civil_from_days(days_from_civil(last) - 1) : other;
  const std::string first_text = edtf_of(day_value(back ? other : *day));
  timex.when.edtf = first_text + (back && e.quantity.vague ? "~/" : "/") + edtf_of(day_value(final_day));
  if (!back && e.quantity.vague) timex.when.edtf += "~";
}

void resolve_set(const Expression& e, Timex& timex) {
  timex.type = TimexType::set;
  timex.quant = e.quant;
  if (e.times != 0) timex.freq = fmt::format("{}X", e.times);
  if (e.weekday != 0) {
    timex.value = fmt::format("XXXX-WXX-{}{}", e.weekday, part_code(e.part));
  } else if (e.month != 0) {
    timex.value = fmt::format("XXXX-{:02}", e.month);
  } else if (e.season != 0) {
    constexpr const char* kCodes[] = {"", "SP", "SU", "FA", "WI"};
    timex.value = fmt::format("XXXX-{}", kCodes[e.season]);
  } else if (e.part != DayPart::none) {
    timex.value = std::string("XXXX-XX-XX") + part_code(e.part);
  } else {
    timex.value = duration_value(e.quantity, e.unit);
  }
}

}  // namespace forewhen::timex
