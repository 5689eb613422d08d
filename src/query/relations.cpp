// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/relations.h"

#include <fmt/format.h>

#include <algorithm>

#include "forewhen/query/wording.h"
#include "query/admission.h"
#include "query/find.h"
#include "query/gather.h"

namespace forewhen {
namespace {

struct Hit {
  EventRow row;
  AllenSet possible;
  Certainty certainty;
};

std::string names_of(AllenSet set) {
  std::string names;
  int left = 0;
  for (int i = 0; i < kAllenRelations; ++i) left += set >> i & 1;
  for (int i = 0; i < kAllenRelations; ++i) {
    if ((set >> i & 1) == 0) continue;
    --left;
    names += (names.empty() ? "" : left == 0 ? " or " : ", ") + std::string(name_of(static_cast<AllenRelation>(i)));
  }
  return names;
}

std::string describe_ends(const Bounds& bounds) {
  std::string ends = "starts " + describe_start(bounds);
  const Interval end{bounds.earliest_end, bounds.latest_end};
  return ends + ", ends " + describe(end);
}

}  // namespace

Result<RelationAnswer> related(const EventSource& source, EventId x, const RelationOptions& options) {
  Result<Event> subject = find_event_or_alias(source, x);
  if (!subject.ok()) return subject.error();
  RelationAnswer answer;
  answer.subject = *std::move(subject);
  const Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  std::vector<Hit> hits;
  const auto rows = source.rows(Axis::all, 0, options.filter.window.end);
  // What is over when X begins is before it or meets it.
  const AllenSet over = set_of(AllenRelation::before) | set_of(AllenRelation::meets);
  const Instant begin = (options.wanted & over) == 0 ? answer.subject.bounds.earliest_start : kOpenPast;
  rows->may_skip_ended(std::max(begin, options.filter.window.begin));
  while (true) {
    Result<std::optional<EventRow>> row = rows->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    if ((*row)->event == answer.subject.id) continue;
    const AllenSet possible = possible_relations((*row)->bounds, answer.subject.bounds);
    const Certainty certainty = holds(possible, options.wanted);
    if (!is_wanted(certainty, options.certainty) || certainty == Certainty::no) continue;
    Verdict verdict = admission->judge(**row);
    const bool undated = (*row)->bounds.earliest_start == kOpenPast && !options.undated;
    if (verdict == Verdict::in && undated) verdict = Verdict::undated;
    count(answer.left_out, verdict);
    if (verdict == Verdict::in) hits.push_back({**std::move(row), possible, certainty});
  }
  if (options.limit != 0 && hits.size() > options.limit) {
    // Rows came newest first.
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.certainty > b.certainty; });
    answer.more = hits.size() - options.limit;
    hits.resize(options.limit);
  }
  for (const Hit& hit : hits) {
    RelatedEvent item;
    Result<Event> event = find_event_or_alias(source, hit.row.event);
    if (!event.ok()) return event.error();
    item.event = *std::move(event);
    item.certainty = hit.certainty, item.possible = hit.possible;
    const bool one = (hit.possible & (hit.possible - 1)) == 0;
    item.reason = fmt::format("{} {}; it {}, X {}", one ? "can only be" : "may be", names_of(hit.possible),
                              describe_ends(item.event.bounds), describe_ends(answer.subject.bounds));
    answer.items.push_back(std::move(item));
  }
  std::sort(answer.items.begin(), answer.items.end(),
            [](const RelatedEvent& a, const RelatedEvent& b) { return prints_before(a.event, b.event); });
  return answer;
}

}  // namespace forewhen
