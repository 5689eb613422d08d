// SPDX-License-Identifier: Apache-2.0
// "Two days before the vote, ...": where the vote has a date, wherever the document gives it, so has what is counted
// from it. Days and weeks shift exactly; months and years keep their own grain and are marked approximate.
#include <charconv>

#include "extract/steps.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

struct Offset {
  int amount = 0;
  char unit = 'D';  // D, W, M, Y
};

// A TIMEX3 duration of one unit: P2D, P3W.
std::optional<Offset> offset_of(std::string_view value) {
  if (value.size() < 3 || value[0] != 'P' || value[1] == 'T') return std::nullopt;
  Offset offset{0, value.back()};
  const auto [end, error] = std::from_chars(value.data() + 1, value.data() + value.size() - 1, offset.amount);
  const bool whole = error == std::errc{} && end == value.data() + value.size() - 1;
  if (!whole || std::string_view("DWMY").find(offset.unit) == std::string_view::npos) return std::nullopt;
  return offset;
}

Instant moved(Instant t, const Offset& offset, int sign) {
  if (is_open(t)) return t;
  if (offset.unit == 'D' || offset.unit == 'W')
    return t + std::chrono::days{sign * offset.amount * (offset.unit == 'W' ? 7 : 1)};
  const int months = sign * offset.amount * (offset.unit == 'Y' ? 12 : 1);
  return start_of_day(add_months(civil_of(t), months));
}

// The date of an event, from whichever of its mentions has one in words.
const ClaimTime* date_of(const Story& story, ClaimId head) {
  for (const Draft& draft : story.drafts) {
    if (draft.claim.same_as == head && draft.claim.time && !draft.claim.time->words.empty() &&
        !is_open(draft.claim.time->when.bounds.earliest_start) && !is_open(draft.claim.time->when.bounds.latest_start))
      return &*draft.claim.time;
  }
  return nullptr;
}

const Draft* event_at(const Story& story, Span anchor, const Draft& except) {
  for (const Draft& draft : story.drafts) {
    if (&draft != &except && anchor.overlaps(draft.claim.trigger)) return &draft;
  }
  return nullptr;
}

}  // namespace

void count_offsets(Story& story) {
  for (Draft& draft : story.drafts) {
    if (draft.timex < 0) continue;
    const Timex& timex = story.times[draft.timex];
    const auto offset = offset_of(timex.value);
    const bool counted = timex.relative_to_event && !timex.anchor.empty() && offset;
    if (!counted) continue;
    const Draft* anchor = event_at(story, timex.anchor, draft);
    const ClaimTime* date = anchor ? date_of(story, anchor->claim.same_as) : nullptr;
    if (!date) continue;
    const int sign = timex.anchor_relation == TimexBoundary::before ? -1 : 1;
    Interval interval{moved(date->when.bounds.earliest_start, *offset, sign),
                      moved(date->when.bounds.latest_start, *offset, sign)};
    const bool exact = offset->unit == 'D' || offset->unit == 'W';
    // Counted from a part of a day, the whole day is meant.
    interval.begin = std::chrono::floor<std::chrono::days>(interval.begin);
    interval.end = std::chrono::ceil<std::chrono::days>(interval.end);
    ClaimTime& time = *draft.claim.time;
    time.when.bounds = within(interval);
    time.when.grain = Grain::day;
    time.when.approximate = !exact;
    time.when.edtf = format_iso(CalendarTime{interval.begin, Grain::day});
    const Instant last = interval.end - std::chrono::days{1};
    if (last > interval.begin) time.when.edtf += "/" + format_iso(CalendarTime{last, Grain::day});
    time.rule = "counted from the event";
    draft.time_rule = time.rule;
  }
}

}  // namespace forewhen
