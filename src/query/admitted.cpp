// SPDX-License-Identifier: Apache-2.0
#include "query/admitted.h"

#include <algorithm>

#include "query/admission.h"
#include "query/gather.h"

namespace forewhen {

MergedRows rows_for(const EventSource& source, const EventFilter& filter) {
  MergedRows rows;
  if (filter.actors.empty()) {
    rows.add(source.rows(Axis::all, 0, filter.window.end));
  } else {
    for (const ActorId actor : filter.actors.front())
      rows.add(source.rows(Axis::actor, actor.value, filter.window.end));
  }
  rows.may_skip_ended(filter.window.begin);
  return rows;
}

Result<AdmittedRows> admitted_rows(const EventSource& source, const EventFilter& filter, bool dated) {
  const Result<Admission> admission = Admission::make(source, filter);
  if (!admission.ok()) return admission.error();
  MergedRows rows = rows_for(source, filter);
  AdmittedRows selection;
  while (true) {
    Result<std::optional<EventRow>> row = rows.next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    Verdict verdict = admission->judge(**row);
    const bool undated = (*row)->bounds.earliest_start == kOpenPast;
    if (verdict == Verdict::in && undated && dated && !filter.undated) verdict = Verdict::undated;
    count(selection.left_out, verdict);
    if (verdict == Verdict::in) selection.rows.push_back(**std::move(row));
  }
  std::sort(selection.rows.begin(), selection.rows.end(),
            [](const EventRow& a, const EventRow& b) { return prints_before(a.bounds, a.event, b.bounds, b.event); });
  return selection;
}

}  // namespace forewhen
