// SPDX-License-Identifier: Apache-2.0
// "Two days before the vote, ...": where the vote has a date, wherever the document gives it, so has what is counted
// from it; and the other way round: "was arrested on Wednesday, two days after he denied it" dates the denial. Days and
// weeks shift exactly; months and years keep their own grain and are marked approximate.
#include <charconv>

#include "extract/steps.h"
#include "forewhen/extract/claim_time.h"
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

// The event that an expression of the same sentence counts from.
int event_at(const Story& story, const Timex& timex, const Draft& except) {
  const int clause = story.clause_counted_from(except.sentence, timex);
  const int verb = clause >= 0 ? story.draft_at(except.sentence, clause) : -1;
  if (verb >= 0) return verb;
  for (std::size_t i = 0; i < story.drafts.size(); ++i) {
    const Draft& draft = story.drafts[i];
    if (&draft != &except && timex.anchor.overlaps(draft.claim.trigger)) return static_cast<int>(i);
  }
  return -1;
}

// The date, moved by so many units, becomes that of the draft.
void count(Draft& draft, const ClaimTime& date, const Offset& offset, int sign) {
  Interval interval{moved(date.when.bounds.earliest_start, offset, sign),
                    moved(date.when.bounds.latest_start, offset, sign)};
  const bool exact = offset.unit == 'D' || offset.unit == 'W';
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

}  // namespace

void count_offsets(Story& story) {
  for (Draft& draft : story.drafts) {
    const int expression = draft.counted >= 0 ? draft.counted : draft.timex;
    if (expression < 0) continue;
    const Timex& timex = story.times[expression];
    const auto offset = offset_of(timex.value);
    const bool counted = timex.relative_to_event && !timex.anchor.empty() && offset;
    const int at = counted ? event_at(story, timex, draft) : -1;
    if (at < 0) continue;
    Draft& anchor = story.drafts[at];
    const int sign = timex.anchor_relation == TimexBoundary::before ? -1 : 1;
    const ClaimTime *theirs = date_of(story, anchor.claim.same_as), *ours = date_of(story, draft.claim.same_as);
    if (theirs && draft.timex == expression) {
      count(draft, *theirs, *offset, sign);
    } else if (!theirs && ours && anchor.timex < 0) {
      const ClaimTime date = *ours;
      anchor.claim.time = claim_time(story.text(), timex, story.document->published);
      count(anchor, date, *offset, -sign);
    }
  }
}

}  // namespace forewhen
