// SPDX-License-Identifier: Apache-2.0
// What is known about when something began and ended, and what follows for before and after.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "forewhen/time/grain.h"
#include "forewhen/time/instant.h"

namespace forewhen {

// The start lies in [earliest_start, latest_start), the end in (earliest_end, latest_end]. Open ends are kOpenPast and
// kOpenFuture. Nothing known at all is the default value: all of time, not today.
struct Bounds {
  Instant earliest_start = kOpenPast;
  Instant latest_start = kOpenFuture;
  Instant earliest_end = kOpenPast;
  Instant latest_end = kOpenFuture;

  friend bool operator==(const Bounds&, const Bounds&) = default;
};

// Something that begins and ends within the interval: "on Friday".
Bounds within(Interval interval);
// Something that begins within the interval and has no known end: "since May 2020". At `holds_at` (the time of the
// report) it was still so; kOpenPast when that is not known.
Bounds since(Interval start, Instant holds_at);

// Both at once; nothing when they contradict each other, i.e. leave no start or no end possible.
std::optional<Bounds> intersect(const Bounds& a, const Bounds& b);
// Some start exists before some end.
bool is_consistent(const Bounds& bounds);

enum class Certainty { no, possible, definite };

// "A precedes X" is "A starts before X starts": definite when every start that A may have lies before every start that
// X may have (A.latest_start <= X.earliest_start), possible when one does (A.earliest_start < X.latest_start).
Certainty precedes(const Bounds& a, const Bounds& x);

// Whether A was over when X began.
enum class Standing { ended, going_on, unknown };
Standing standing_at_start(const Bounds& a, const Bounds& x);

std::string_view name_of(Certainty certainty);
std::string_view name_of(Standing standing);

// A date as a text gives it.
struct When {
  Bounds bounds;
  Grain grain = Grain::none;
  bool approximate = false;  // EDTF ~
  bool uncertain = false;    // EDTF ?
  std::string edtf;          // ISO 8601-2; empty when EDTF cannot say it

  friend bool operator==(const When&, const When&) = default;
};

}  // namespace forewhen
