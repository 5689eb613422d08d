// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/wording.h"

#include <algorithm>

#include "forewhen/time/civil.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

bool is_midnight(Instant t) { return t == std::chrono::floor<std::chrono::days>(t); }

// The unit that is exactly the interval. Hours are left out: ISO 8601 writes them like the minute that they begin with.
Grain unit_of(Interval interval) {
  if (interval.end - interval.begin < std::chrono::minutes{1}) return Grain::none;
  for (const Grain grain : {Grain::year, Grain::month, Grain::day, Grain::minute}) {
    const CalendarTime unit{interval.begin, grain};
    if (unit.extent() != interval) continue;
    const Result<CalendarTime> start = parse_iso(format_iso(unit));
    if (start.ok() && start->start == interval.begin) return grain;
  }
  return Grain::none;
}

bool is_unit(Interval interval) {
  return !is_open(interval.begin) && !is_open(interval.end) && unit_of(interval) != Grain::none;
}

// The last day or month within; where the end is no midnight, the end itself.
std::string describe_last(Instant end) {
  return is_midnight(end) ? format_iso(end - std::chrono::days{1}) : format_iso(end);
}

}  // namespace

std::string describe(Interval interval) {
  const bool no_begin = is_open(interval.begin), no_end = is_open(interval.end);
  if (no_begin && no_end) return "unknown";
  if (no_begin) return "before " + format_iso(interval.end);
  if (no_end) return format_iso(interval.begin) + " or later";
  if (const Grain unit = unit_of(interval); unit != Grain::none) return format_iso(CalendarTime{interval.begin, unit});
  if (interval.end - interval.begin <= seconds{1}) return format_iso(interval.begin);
  // From a clock time to midnight: the hour, or the last day would stand before it.
  if (!is_midnight(interval.begin) && is_midnight(interval.end))
    return format_iso(interval.begin) + " to " + format_iso(CalendarTime{interval.end, Grain::minute});
  return format_iso(interval.begin) + " to " + describe_last(interval.end);
}

std::string describe_start(const Bounds& bounds) { return describe({bounds.earliest_start, bounds.latest_start}); }

Bounds shown_bounds(const Event& event) {
  Bounds bounds = event.bounds;
  if (!event.reported) return bounds;
  const Instant reported_by = event.reported->extent().end;
  const Bounds said = event.time ? event.time->when.bounds : Bounds{};
  if (bounds.latest_start == reported_by) bounds.latest_start = std::max(bounds.latest_start, said.latest_start);
  if (bounds.latest_end == reported_by) bounds.latest_end = std::max(bounds.latest_end, said.latest_end);
  return bounds;
}

std::string describe_when(const Event& event) {
  const Bounds b = shown_bounds(event);
  if (is_open(b.earliest_start) && is_open(b.latest_start)) {
    return event.reported ? "undated, reported " + format_iso(*event.reported) : "undated";
  }
  std::string words = describe_start(b);
  const Interval start{b.earliest_start, b.latest_start}, end{b.earliest_end, b.latest_end};
  const bool lasts = b.earliest_end > b.latest_start;
  if (lasts && is_open(b.latest_end)) words = "since " + words;
  // Where both are one day, month or year; else there would be two ends of each.
  if (lasts && is_unit(start) && is_unit(end)) words = "from " + words + " until " + describe(end);
  if (event.time && event.time->when.approximate) words += " ~";
  if (event.time && event.time->when.uncertain) words += " ?";
  return words;
}

}  // namespace forewhen
