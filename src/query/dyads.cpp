// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/dyads.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "forewhen/query/names.h"
#include "forewhen/time/iso.h"
#include "query/admitted.h"
#include "query/find.h"

namespace forewhen {
namespace {

Result<std::vector<ActorId>> ids_of(const EventSource& source, std::string_view text, std::string& name) {
  const Result<std::vector<Actor>> actors = resolve_actors(source, text);
  if (!actors.ok()) return actors.error();
  std::vector<ActorId> ids;
  for (const Actor& actor : *actors) ids.push_back(actor.id);
  name = actors->front().name;
  return ids;
}

bool has(const std::vector<ActorId>& ids, ActorId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

bool in_role(const Event& event, const std::vector<ActorId>& ids, Role role) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const EventParticipant& p) { return p.role == role && has(ids, p.actor); });
}

// Empty when the start may lie in more than one month.
std::string month_of(const Bounds& bounds) {
  if (is_open(bounds.earliest_start) || is_open(bounds.latest_start)) return "";
  const auto name = [](Instant t) { return format_iso(CalendarTime{t, Grain::month}); };
  std::string month = name(bounds.earliest_start);
  return month == name(bounds.latest_start - seconds{1}) ? month : "";
}

}  // namespace

Result<DyadAnswer> count_dyad(const EventSource& source, std::string_view a, std::string_view b,
                              const EventFilter& filter) {
  DyadAnswer answer;
  const Result<std::vector<ActorId>> first = ids_of(source, a, answer.a);
  if (!first.ok()) return first.error();
  const Result<std::vector<ActorId>> second = ids_of(source, b, answer.b);
  if (!second.ok()) return second.error();
  if (std::any_of(first->begin(), first->end(), [&](ActorId id) { return has(*second, id); }))
    return Error{ErrorKind::usage, fmt::format("'{}' and '{}' are the same", a, b), "", "name two"};
  EventFilter both = filter;
  both.actors.insert(both.actors.begin(), {*first, *second});
  const Result<AdmittedRows> selection = admitted_rows(source, both, false);
  if (!selection.ok()) return selection.error();
  answer.left_out = selection->left_out;
  std::map<std::pair<std::string, PloverType>, DyadMonth> months;
  for (const EventRow& row : selection->rows) {
    const Result<Event> event = find_event_or_alias(source, row.event);
    if (!event.ok()) return event.error();
    const std::string month = month_of(row.bounds);
    // "~" is behind every digit.
    DyadMonth& counts = months[{month.empty() ? "~" : month, row.type}];
    counts.month = month, counts.type = row.type;
    const bool forward = in_role(*event, *first, Role::actor) && in_role(*event, *second, Role::recipient);
    const bool backward = in_role(*event, *second, Role::actor) && in_role(*event, *first, Role::recipient);
    ++(forward == backward ? counts.together : forward ? counts.forward : counts.backward);
  }
  for (const auto& [key, counts] : months) answer.months.push_back(counts);
  return answer;
}

Result<CompanionAnswer> companions(const EventSource& source, std::string_view with, const EventFilter& filter) {
  CompanionAnswer answer;
  const Result<std::vector<ActorId>> ids = ids_of(source, with, answer.with);
  if (!ids.ok()) return ids.error();
  EventFilter narrowed = filter;
  narrowed.actors.insert(narrowed.actors.begin(), *ids);
  const Result<AdmittedRows> selection = admitted_rows(source, narrowed, false);
  if (!selection.ok()) return selection.error();
  answer.left_out = selection->left_out;
  std::map<ActorId, Companion> found;
  for (const EventRow& row : selection->rows) {
    for (const ActorId actor : row.actors) {
      if (has(*ids, actor)) continue;
      const auto [at, fresh] = found.try_emplace(actor);
      Companion& one = at->second;
      if (fresh) one.seen = {kOpenFuture, kOpenPast};
      ++one.events;
      if (!is_open(row.bounds.earliest_start)) one.seen.begin = std::min(one.seen.begin, row.bounds.earliest_start);
      if (!is_open(row.bounds.latest_start)) one.seen.end = std::max(one.seen.end, row.bounds.latest_start);
    }
  }
  for (auto& [id, one] : found) {
    if (one.seen.begin == kOpenFuture) one.seen.begin = kOpenPast;
    if (one.seen.end == kOpenPast) one.seen.end = kOpenFuture;
    Result<std::optional<Actor>> actor = source.find_actor(id);
    if (!actor.ok()) return actor.error();
    if (!actor->has_value()) return Error{ErrorKind::corrupt, to_string(id) + " is not stored", "", "run 'check'"};
    one.actor = **std::move(actor);
    answer.actors.push_back(std::move(one));
  }
  std::stable_sort(answer.actors.begin(), answer.actors.end(),
                   [](const Companion& a, const Companion& b) { return a.events > b.events; });
  return answer;
}

}  // namespace forewhen
