// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/listing.h"

#include <algorithm>

#include "forewhen/graph/oldest_start.h"
#include "forewhen/query/conflicts.h"
#include "forewhen/query/order_number.h"
#include "query/admitted.h"
#include "query/find.h"
#include "query/gather.h"
#include "query/merged_rows.h"
#include "query/quotes.h"
#include "query/topic.h"

namespace forewhen {
namespace {

Result<std::vector<Event>> read_events(const EventSource& source, const std::vector<EventRow>& rows) {
  std::vector<Event> events;
  events.reserve(rows.size());
  for (const EventRow& row : rows) {
    Result<std::optional<Event>> event = source.find_event(row.event);
    if (!event.ok()) return event.error();
    if (!event->has_value()) {
      return Error{ErrorKind::corrupt, "the index names " + to_string(row.event) + ", which is not stored", "",
                   "run 'check'"};
    }
    events.push_back(**std::move(event));
  }
  return events;
}

// The latest that the limit allows, in the order of time. Rows come newest first, so reading stops early.
Result<Listing> list_rows(const EventSource& source, MergedRows& rows, const ListOptions& options) {
  const Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  const Result<Instant> oldest = oldest_start(source, options.filter.window.begin);
  if (!oldest.ok()) return oldest.error();
  Listing listing;
  std::vector<EventRow> kept;
  while (true) {
    Result<std::optional<EventRow>> row = rows.next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    const bool full = options.limit != 0 && kept.size() > options.limit;
    if (full && (*row)->bounds.earliest_start < kept[options.limit - 1].bounds.earliest_start) {
      listing.more_at_least = listing.left_out.at_least = true;
      break;
    }
    if ((*row)->bounds.earliest_start < *oldest) break;
    const Verdict verdict = admission->judge(**row);
    count(listing.left_out, verdict);
    if (verdict == Verdict::in) kept.push_back(**std::move(row));
  }
  std::sort(kept.begin(), kept.end(), [](const EventRow& a, const EventRow& b) {
    return is_nearer(a.bounds, a.event, b.bounds, b.event, Direction::before);
  });
  if (options.limit != 0 && kept.size() > options.limit) {
    listing.more = kept.size() - options.limit;
    kept.resize(options.limit);
  }
  Result<std::vector<Event>> events = read_events(source, kept);
  if (!events.ok()) return events.error();
  listing.events = *std::move(events);
  std::sort(listing.events.begin(), listing.events.end(),
            [](const Event& a, const Event& b) { return prints_before(a, b); });
  Corroborator corroborator(source);
  ConflictMarks marks(source);
  if (Status status = marks.expect(listing.events.size()); !status.ok()) return status.error();
  for (const Event& event : listing.events) {
    const Result<Corroboration> told = corroborator.of(event);
    if (!told.ok()) return told.error();
    listing.told.push_back(*told);
    Result<std::vector<ConflictKind>> disputes = marks.of(event);
    if (!disputes.ok()) return disputes.error();
    listing.disputes.push_back(*std::move(disputes));
  }
  return listing;
}

}  // namespace

Result<Listing> list_events(const EventSource& source, const ListOptions& options) {
  MergedRows rows = rows_for(source, options.filter);
  return list_rows(source, rows, options);
}

Result<Timeline> timeline(const EventSource& source, std::string_view name, const ListOptions& options) {
  MergedRows rows;
  Result<Entity> entity = add_rows_of(source, name, options.filter.window.end, rows);
  if (!entity.ok()) return entity.error();
  Result<Listing> listing = list_rows(source, rows, options);
  if (!listing.ok()) return listing.error();
  OrderNumbers numbers;
  for (const Event& event : listing->events) listing->ranks.push_back(numbers.next(event.bounds));
  return Timeline{*std::move(entity), *std::move(listing)};
}

Result<Listing> between(const EventSource& source, Interval window, const ListOptions& options) {
  ListOptions narrowed = options;
  narrowed.filter.window.begin = std::max(narrowed.filter.window.begin, window.begin);
  narrowed.filter.window.end = std::min(narrowed.filter.window.end, window.end);
  return list_events(source, narrowed);
}

}  // namespace forewhen
