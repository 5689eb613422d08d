// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/selection.h"

#include <algorithm>

#include "query/admission.h"
#include "query/gather.h"
#include "query/merged_rows.h"
#include "query/topic.h"

namespace forewhen {
namespace {

// What of a row the order needs, so that a million of them stay small.
struct Placed {
  Bounds bounds;
  EventId event;
};

Result<Selection> select_rows(const EventSource& source, MergedRows& rows, const ListOptions& options) {
  const Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  Selection selection;
  std::vector<Placed> kept;
  while (true) {
    Result<std::optional<EventRow>> row = rows.next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    const Verdict verdict = admission->judge(**row);
    count(selection.left_out, verdict);
    if (verdict == Verdict::in) kept.push_back({(*row)->bounds, (*row)->event});
  }
  if (options.limit != 0 && kept.size() > options.limit) {
    std::sort(kept.begin(), kept.end(), [](const Placed& a, const Placed& b) {
      return is_nearer(a.bounds, a.event, b.bounds, b.event, Direction::before);
    });
    selection.more = kept.size() - options.limit;
    kept.resize(options.limit);
  }
  std::sort(kept.begin(), kept.end(),
            [](const Placed& a, const Placed& b) { return prints_before(a.bounds, a.event, b.bounds, b.event); });
  selection.events.reserve(kept.size());
  for (const Placed& placed : kept) selection.events.push_back(placed.event);
  return selection;
}

}  // namespace

Result<Selection> select_events(const EventSource& source, const ListOptions& options) {
  MergedRows rows;
  rows.add(source.rows(Axis::all, 0, options.filter.window.end));
  rows.may_skip_ended(options.filter.window.begin);
  return select_rows(source, rows, options);
}

Result<Selection> select_timeline(const EventSource& source, std::string_view name, const ListOptions& options) {
  MergedRows rows;
  const Result<Entity> entity = add_rows_of(source, name, options.filter.window.end, rows);
  if (!entity.ok()) return entity.error();
  return select_rows(source, rows, options);
}

}  // namespace forewhen
