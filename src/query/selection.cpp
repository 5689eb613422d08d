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
  return select_rows(source, rows, options);
}

Result<Selection> select_timeline(const EventSource& source, std::string_view name, const ListOptions& options) {
  const Result<Entity> entity = resolve_entity(source, name);
  if (!entity.ok()) return entity.error();
  MergedRows rows;
  const Instant end = options.filter.window.end;
  for (const Actor& actor : entity->actors) rows.add(source.rows(Axis::actor, actor.id.value, end));
  for (const Place& place : entity->places) rows.add(source.rows(Axis::place, place.id.value, end));
  if (entity->actors.empty() && entity->places.empty()) {
    Result<std::vector<EventRow>> about = topic_rows(source, name);
    if (!about.ok()) return about.error();
    if (about->empty())
      return Error{ErrorKind::not_found, "no actor, place or thing '" + std::string(name) + "'", "",
                   "names are found by whole words"};
    rows.add(*std::move(about));
  }
  return select_rows(source, rows, options);
}

}  // namespace forewhen
