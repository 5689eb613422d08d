// SPDX-License-Identifier: Apache-2.0
// ISO 8601 calendar dates in and out, as publication dates and bounds are written.
#pragma once

#include <string>
#include <string_view>

#include "forewhen/base/result.h"
#include "forewhen/time/grain.h"
#include "forewhen/time/instant.h"

namespace forewhen {

// A date or time with the unit it is given in.
struct CalendarTime {
  Instant start;
  Grain grain = Grain::day;

  // The unit as an interval: a day for 2021-11-08, a minute for 2021-11-08T14:30.
  Interval extent() const;
  friend bool operator==(const CalendarTime&, const CalendarTime&) = default;
};

// Reads YYYY, YYYY-MM, YYYY-MM-DD, YYYYMMDD and YYYY-MM-DDThh[:mm[:ss[.fff]]] (a blank for the T is taken) with Z or
// +hh:mm; without a zone UTC is meant. Longer years carry a sign: +12021-01-01, -0044-03-15.
// refused: names the part that is out of range ("month 13 is out of range").
Result<CalendarTime> parse_iso(std::string_view text);

// 2021-11-05 at midnight, else 2021-11-05T15:00, with :ss when they are not zero. Years outside 0000..9999 carry a
// sign. REQUIRES: !is_open(t)
std::string format_iso(Instant t);
// As much of the date as the grain says: 2021, 2021-11, 2021-11-08, 2021-11-08T14:30.
std::string format_iso(const CalendarTime& time);

}  // namespace forewhen
