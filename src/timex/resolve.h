// SPDX-License-Identifier: Apache-2.0
// From what the words say to what they denote, given the publication, the date mentioned before and the tense.
#pragma once

#include <optional>

#include "forewhen/timex/timex.h"
#include "timex/calendar_value.h"
#include "timex/expression.h"
#include "timex/tense.h"

namespace forewhen::timex {

// What the document has said so far. `focus` moves on with every resolved date.
struct Context {
  std::optional<CalendarValue> published;  // the day of publication
  std::optional<Instant> published_at;
  Interval published_extent;  // the day, or the minute where the publication says it
  std::optional<CalendarValue> focus;
  std::optional<CalendarValue> aside;    // a lone year far from the focus, which may become it
  std::optional<CalendarValue> quarter;  // the quarter that is being reported on
  bool narrative = false;
  TimexOptions::Prefer prefer = TimexOptions::Prefer::tense;
  TimeZone time_zone;
  int fiscal_month = 1;
};

// Fills type, value, mod, quant, freq, when, from_publication and invalid; leaves the spans alone.
void resolve(const Expression& e, Tense tense, const Surroundings& around, Context& context, Timex& timex);

// resolve_calendar.cpp: the calendar unit; nothing when the words do not denote one. Its year may stay unknown.
std::optional<CalendarValue> calendar_unit(const Expression& e, Tense tense, const Context& context);

// resolve_duration.cpp
std::string duration_value(const Quantity& quantity, Unit unit);
void resolve_stretch(const Expression& e, const Context& context, Timex& timex);
void resolve_set(const Expression& e, Timex& timex);

}  // namespace forewhen::timex
