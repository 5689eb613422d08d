// SPDX-License-Identifier: Apache-2.0
// Time expressions of an English text: TIMEX3 (ISO-TimeML), EDTF (ISO 8601-2) and bounds. A pure function of text and
// options: no state between documents, thread-safe, linear in the length of the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forewhen/base/span.h"
#include "forewhen/time/bounds.h"
#include "forewhen/time/iso.h"

namespace forewhen {

enum class TimexType { date, time, duration, set };
std::string_view name_of(TimexType type);  // "DATE", ...

// How the words before it tie an event to the expression.
enum class TimexBoundary {
  none,    // "on Friday", "last month"
  since,   // "since May 2020": begins then, end open
  until,   // "until Friday"
  before,  // "before Friday"
  after,   // "after May 2020"
  by,      // "by Friday"
  during,  // "over the last few months": somewhere within
};

struct Timex {
  Span span;  // of the expression, without a preposition before it
  TimexType type = TimexType::date;
  std::string value;        // TIMEX3 value: 2021-11-05, P3D, PAST_REF, XXXX-WXX-5
  std::string mod;          // TIMEX3 mod: START, MID, END, APPROX, ...; may be empty
  std::string quant, freq;  // of sets
  TimexBoundary boundary = TimexBoundary::none;
  // What the expression itself denotes ("May 2020" is that month, whatever the boundary word), as an interval; for
  // durations and sets, and for dates that stay open, bounds are open.
  When when;
  // "two days before the attack": offset to an event instead of to a date. The event is named at `anchor`.
  bool relative_to_event = false;
  TimexBoundary anchor_relation = TimexBoundary::none;  // before or after the event
  Span anchor;                                          // empty when the text does not name the event
  // Known only relative to the (unknown) day of publication: seconds from its start, half open ("yesterday" is
  // [-86400, 0)).
  std::optional<std::pair<std::int64_t, std::int64_t>> from_publication;
  // A date that cannot be: "30 February". value is empty then; bounds are open.
  std::string invalid;
};

struct TimexOptions {
  enum class Kind { news, narrative, automatic };
  enum class Prefer { tense, past, future, nearest };
  std::optional<CalendarTime> published;  // without it, relative dates stay open
  Kind kind = Kind::news;
  Prefer prefer = Prefer::tense;  // which way a bare weekday or month points; by default what the sentence's tense says
  const class TimexNames* names = nullptr;  // the user's own; must outlive the call
  int utc_offset_minutes = 0;               // of clock times without a zone
};

// REQUIRES: valid UTF-8. Spans are in the order of the text and do not overlap.
std::vector<Timex> find_timexes(std::string_view text, const TimexOptions& options);

}  // namespace forewhen
