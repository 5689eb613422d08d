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
#include "forewhen/time/time_zone.h"

namespace forewhen {

class TimexNames;  // forewhen/timex/names.h

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

// `when` of an expression:
//   bounds  within the interval that it denotes: "late October" is [21 October, 1 November). Early, mid and late are
//           thirds: days 1-10, 11-20 and 21 on of a month, four months of a year, a month of a quarter, 8 hours of a
//           day. Parts of the day: morning 05-12, afternoon 12-18, evening 18-22, night 20-05. "the last two years"
//           runs up to the end of the day of publication, "the last few months" (six), "recent weeks" (eight) up to its
//           beginning. "recently" is all before the day of publication, "soon" all after it, "now" the day itself.
//           Plain durations, sets and what hangs on something unknown are open.
//   edtf    the narrowest EDTF text that holds it. Thirds of months and weeks have no EDTF of their own and are written
//           as intervals of days (2021-10-21/2021-10-31); quarters, halves and seasons have numbers (2021-35, 2021-40,
//           2021-21); parts of a day give the day; "about 1990" is 1990~; "recently" ../2021-11-08.
struct Timex {
  Span span;  // of the expression, without a preposition before it
  TimexType type = TimexType::date;
  std::string value;        // TIMEX3 value: 2021-11-05, P3D, PAST_REF, XXXX-WXX-5
  std::string mod;          // TIMEX3 mod: START, MID, END, APPROX, ...; may be empty
  std::string quant, freq;  // of sets
  TimexBoundary boundary = TimexBoundary::none;
  // What the expression itself denotes ("May 2020" is that month, whatever the boundary word); see above.
  When when;
  // "two days before the attack": offset to an event instead of to a date. No date is made up for it: the value is the
  // length (P2D), "the day before the vote" is XXXX-XX-XX, bounds are open.
  bool relative_to_event = false;
  TimexBoundary anchor_relation = TimexBoundary::none;  // before or after the event
  Span anchor;  // the words that name the event, with the verb of a clause; empty when the text does not name it
  // Known only relative to the (unknown) day of publication: seconds from its start, half open ("yesterday" is
  // [-86400, 0)).
  std::optional<std::pair<std::int64_t, std::int64_t>> from_publication;
  // A date that cannot be: "30 February". value is empty then; bounds are open.
  std::string invalid;
};

struct TimexOptions {
  // In news, dates hang on the publication; in narratives (history, biography) on the date told before. automatic takes
  // a text for a narrative when three in four of its written years, at least five, lie off the year of publication.
  enum class Kind { news, narrative, automatic };
  enum class Prefer { tense, past, future, nearest };
  std::optional<CalendarTime> published;  // without it, relative dates stay open
  Kind kind = Kind::news;
  Prefer prefer = Prefer::tense;  // which way a bare weekday or month points; by default what the sentence's tense says
  const TimexNames* names = nullptr;  // the user's own; must outlive the call
  TimeZone time_zone;                 // of clock times without a zone
};

// REQUIRES: valid UTF-8. Spans are in the order of the text and do not overlap.
std::vector<Timex> find_timexes(std::string_view text, const TimexOptions& options);

}  // namespace forewhen
