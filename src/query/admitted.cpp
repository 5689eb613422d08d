// SPDX-License-Identifier: Apache-2.0
#include "query/admitted.h"

#include <algorithm>

#include "forewhen/graph/oldest_start.h"
#include "query/admission.h"
#include "query/gather.h"

namespace forewhen {

MergedRows rows_for(const EventSource& source, const EventFilter& filter) {
  MergedRows rows;
  if (!filter.actors.empty()) {
    for (const ActorId actor : filter.actors.front())
      rows.add(source.rows(Axis::actor, actor.value, filter.window.end));
  } else if (!filter.places.empty()) {
    for (const PlaceId place : filter.places) rows.add(source.rows(Axis::place, place.value, filter.window.end));
  } else {
    rows.add(source.rows(Axis::all, 0, filter.window.end));
  }
  rows.may_skip_ended(filter.window.begin);
  return rows;
}

Result<AdmittedRows> admitted_rows(const EventSource& source, const EventFilter& filter, bool dated) {
  const Result<Admission> admission = Admission::make(source, filter);
  if (!admission.ok()) return admission.error();
  const Result<Instant> oldest = oldest_start(source, filter.window.begin);
  if (!oldest.ok()) return oldest.error();
  MergedRows rows = rows_for(source, filter);
  AdmittedRows selection;
  while (true) {
    Result<std::optional<EventRow>> row = rows.next();
    if (!row.ok()) return row.error();
    if (!row->has_value() || (*row)->bounds.earliest_start < *oldest) break;
    Verdict verdict = admission->judge(**row);
    const bool undated = (*row)->bounds.earliest_start == kOpenPast;
    if (verdict == Verdict::in && undated && dated && !filter.undated) verdict = Verdict::undated;
    count(selection.left_out, verdict);
    if (verdict == Verdict::in) selection.rows.push_back(**std::move(row));
  }
  sort_for_print(selection.rows);
  return selection;
}

}  // namespace forewhen
