// SPDX-License-Identifier: Apache-2.0
// Bounds in words, as reasons and tables give them. Dates are ISO 8601; the last day named is part of what is meant.
#pragma once

#include <string>

#include "forewhen/model/event.h"

namespace forewhen {

// A half-open interval: "2021", "2021-11", "2021-11-05", "2021-10-21 to 2021-10-31", "2021-11-05T15:00",
// "2021-11-05T15:00 to 2021-11-05T18:00" (the end not included where it is no midnight), "before 2021-11-09",
// "2021-11-05 or later", "unknown".
std::string describe(Interval interval);

// Where the start may lie.
std::string describe_start(const Bounds& bounds);

// The bounds as they are shown: those that decide about before and after, without what follows only from the day of the
// report ("in 2021" is told as the year, although a report of November 2021 ends it there; an undated event is
// undated).
Bounds shown_bounds(const Event& event);

// When the event was, for people: the start, with "since" when it began and was still so when reported, "from 2001 until
// 2009" when it certainly ends later than it starts, both within one day, month or year, and with "~"
// or "?" as the text gives it; "undated, reported 2021-11-08" when nothing is known.
std::string describe_when(const Event& event);

}  // namespace forewhen
