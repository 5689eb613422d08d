// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "forewhen/graph/oldest_start.h"
#include "forewhen/graph/time_paths.h"
#include "forewhen/query/first_arrival.h"
#include "forewhen/query/names.h"
#include "forewhen/query/resolve.h"
#include "forewhen/query/wording.h"
#include "query/admission.h"
#include "query/find.h"
#include "query/gather.h"
#include "query/near_paths.h"

namespace forewhen {
namespace {

constexpr std::uint32_t kFrom = 0, kTo = 1;

PathMeasure measure_of(PathKind kind) {
  switch (kind) {
    case PathKind::earliest:
      return PathMeasure::earliest;
    case PathKind::latest:
      return PathMeasure::latest;
    case PathKind::fastest:
      return PathMeasure::fastest;
    case PathKind::shortest:
      return PathMeasure::shortest;
  }
  return PathMeasure::shortest;
}

// Events with who takes part, numbered; the two ends are vertices of their own. An event asked about gets its end as
// one more member.
struct Contacts {
  ContactGraph graph;
  std::vector<EventId> events;  // of each contact
  std::vector<ActorId> actors;  // of each vertex; 0 for an end
  LeftOut left_out;
};

class Loading {
 public:
  Loading(const EventSource& source, const PathEnd& from, const PathEnd& to, const PathOptions& options)
      : source_(source), from_(from), to_(to), options_(options) {
    contacts_.actors.resize(2);
    for (const ActorId actor : from.actors) numbers_[actor] = kFrom;
    for (const ActorId actor : to.actors) numbers_[actor] = kTo;
  }

  Result<Contacts> run() {
    const Result<Admission> admission = Admission::make(source_, options_.filter);
    if (!admission.ok()) return admission.error();
    const bool any_event = from_.event || to_.event;  // told whatever its time
    const Result<Instant> oldest =
        any_event ? Result<Instant>(kOpenPast) : oldest_start(source_, options_.filter.window.begin);
    if (!oldest.ok()) return oldest.error();
    std::vector<EventRow> rows;
    const auto cursor = source_.rows(Axis::all, 0, options_.filter.window.end);
    if (!any_event) cursor->may_skip_ended(options_.filter.window.begin);
    while (true) {
      Result<std::optional<EventRow>> row = cursor->next();
      if (!row.ok()) return row.error();
      if (!row->has_value() || (*row)->bounds.earliest_start < *oldest) break;
      const bool asked = is_end(from_, **row) || is_end(to_, **row);
      if (!asked && (*row)->actors.size() < 2) continue;
      Verdict verdict = asked ? Verdict::in : admission->judge(**row);
      const bool undated = (*row)->bounds.earliest_start == kOpenPast && !options_.filter.undated;
      if (verdict == Verdict::in && undated && !asked) verdict = Verdict::undated;
      count(contacts_.left_out, verdict);
      if (verdict == Verdict::in) rows.push_back(**std::move(row));
    }
    return of(std::move(rows));
  }
  // With these events and no others.
  Contacts of(std::vector<EventRow> rows) {
    sort_for_print(rows);
    number_actors(rows);
    auto members = members_.begin();
    for (const EventRow& row : rows) {
      const auto end = members + static_cast<std::ptrdiff_t>(row.actors.size());
      add(row, {members, end});
      members = end;
    }
    contacts_.graph.vertices = contacts_.actors.size();
    return std::move(contacts_);
  }

 private:
  static bool is_end(const PathEnd& end, const EventRow& row) { return end.event == row.event; }

  // Those at neither end by their ids, so that the order of paths does not hang on what else was read.
  void number_actors(const std::vector<EventRow>& rows) {
    std::vector<ActorId>& actors = contacts_.actors;
    for (const EventRow& row : rows) {
      for (const ActorId actor : row.actors) {
        const auto [at, fresh] = numbers_.try_emplace(actor, static_cast<std::uint32_t>(actors.size()));
        if (fresh) actors.push_back(actor);
        members_.push_back(at->second);
      }
    }
    std::vector<std::uint32_t> order(actors.size()), place(actors.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin() + 2, order.end(), [&](std::uint32_t a, std::uint32_t b) { return actors[a] < actors[b]; });
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::sort(actors.begin() + 2, actors.end());
    for (std::uint32_t& member : members_) member = place[member];
  }

  void add(const EventRow& row, std::vector<std::uint32_t> members) {
    Contact contact{row.bounds.earliest_start, row.bounds.latest_start, std::move(members)};
    if (is_end(from_, row)) contact.members.push_back(kFrom);
    if (is_end(to_, row)) contact.members.push_back(kTo);
    std::sort(contact.members.begin(), contact.members.end());
    contact.members.erase(std::unique(contact.members.begin(), contact.members.end()), contact.members.end());
    if (contact.members.size() < 2) return;
    contacts_.graph.contacts.push_back(std::move(contact));
    contacts_.events.push_back(row.event);
  }

  const EventSource& source_;
  const PathEnd &from_, &to_;
  const PathOptions& options_;
  std::unordered_map<ActorId, std::uint32_t> numbers_;
  std::vector<std::uint32_t> members_;  // of all events, one after the other
  Contacts contacts_;
};

struct Found {
  TimePath path;
  std::vector<PathKind> best_certain, best_possible;
};

class Telling {
 public:
  Telling(const EventSource& source, const PathEnd& from, const PathEnd& to, const Contacts& contacts)
      : source_(source), from_(from), to_(to), contacts_(contacts) {}

  Result<FoundPath> tell(const Found& found) {
    FoundPath out;
    out.best_certain = found.best_certain, out.best_possible = found.best_possible;
    out.certain = true;
    const std::vector<Contact>& all = contacts_.graph.contacts;
    for (std::size_t i = 0; i + 1 < found.path.contacts.size(); ++i)
      out.certain &= all[found.path.contacts[i]].latest <= all[found.path.contacts[i + 1]].earliest;
    const PathTimes times = times_of(contacts_.graph, found.path, out.certain);
    out.departure = times.departure, out.arrival = times.arrival;
    for (std::size_t i = 0; i < found.path.contacts.size(); ++i) {
      PathStep step;
      const Result<Event> event = find_event_or_alias(source_, contacts_.events[found.path.contacts[i]]);
      if (!event.ok()) return event.error();
      step.event = *event;
      if (Status status = name(found.path.vertices[i], step.event, step.from, step.from_actor); !status.ok())
        return status.error();
      if (Status status = name(found.path.vertices[i + 1], step.event, step.to, step.to_actor); !status.ok())
        return status.error();
      step.reason = reason_of(step, out.steps.empty() ? nullptr : &out.steps.back());
      out.steps.push_back(std::move(step));
    }
    return out;
  }

 private:
  // As the event names the actor.
  Status name(std::uint32_t vertex, const Event& event, std::string& name, ActorId& actor) {
    const bool end = vertex == kFrom || vertex == kTo;
    const PathEnd& of = vertex == kFrom ? from_ : to_;
    if (end && of.event) return Done{};
    for (const EventParticipant& p : event.participants) {
      const bool is = end ? std::find(of.actors.begin(), of.actors.end(), p.actor) != of.actors.end()
                          : p.actor == contacts_.actors[vertex];
      if (!is || !p.actor) continue;
      name = p.name, actor = p.actor;
      return Done{};
    }
    return Error{ErrorKind::corrupt, "the index names an actor that " + to_string(event.id) + " does not have", "",
                 "run 'check'"};
  }

  static std::string reason_of(const PathStep& step, const PathStep* before) {
    std::string who = step.from.empty() || step.to.empty()
                          ? fmt::format("{} takes part in the event asked about", step.from + step.to)
                          : fmt::format("{} and {} take part in it", step.from, step.to);
    if (step.from.empty() && step.to.empty()) who = "both events asked about are one";
    if (before == nullptr) return who;
    const Bounds &a = before->event.bounds, &b = step.event.bounds;
    const bool sure = precedes(a, b) == Certainty::definite;
    return fmt::format("{}; it {} after the step before ({}, then {})", who, sure ? "definitely starts" : "may start",
                       describe_start(a), describe_start(b));
  }

  const EventSource& source_;
  const PathEnd &from_, &to_;
  const Contacts& contacts_;
};

Result<PathAnswer> find_first(const EventSource& source, const PathEnd& from, const PathEnd& to,
                              const PathOptions& options) {
  if (from.event || to.event)
    return Error{ErrorKind::usage, "the earliest arrival alone is told between actors", "", "name two actors"};
  Result<FirstArrival> first = first_arrival(source, from.actors, to.actors, options.filter);
  if (!first.ok()) return first.error();
  PathAnswer answer{from, to, {}, first->left_out, first->looked_at, false};
  const Contacts contacts = Loading(source, from, to, options).of(std::move(first->path));
  if (const auto path = best_path(contacts.graph, kFrom, kTo, PathMeasure::earliest, true)) {
    Result<FoundPath> told = Telling(source, from, to, contacts).tell({*path, {PathKind::earliest}, {}});
    if (!told.ok()) return told.error();
    answer.paths.push_back(*std::move(told));
  }
  return answer;
}

void add(std::vector<Found>& found, TimePath path, bool certain, std::optional<PathKind> kind) {
  auto at = std::find_if(found.begin(), found.end(), [&](const Found& one) { return one.path == path; });
  if (at == found.end()) at = found.insert(found.end(), {std::move(path), {}, {}});
  if (kind) (certain ? at->best_certain : at->best_possible).push_back(*kind);
}

Status tell_all(const EventSource& source, const Contacts& contacts, const std::vector<Found>& found,
                PathAnswer& answer) {
  Telling telling(source, answer.from, answer.to, contacts);
  for (const Found& one : found) {
    Result<FoundPath> path = telling.tell(one);
    if (!path.ok()) return path.error();
    answer.paths.push_back(*std::move(path));
  }
  std::stable_sort(answer.paths.begin(), answer.paths.end(), [](const FoundPath& a, const FoundPath& b) {
    return std::tuple(!a.certain, a.steps.size()) < std::tuple(!b.certain, b.steps.size());
  });
  return Done{};
}

Result<PathAnswer> tell_near(const EventSource& source, const PathEnd& from, const PathEnd& to,
                             const PathOptions& options, NearPaths near) {
  PathAnswer answer{from, to, {}, near.left_out, near.looked_at, false};
  const Contacts contacts = Loading(source, from, to, options).of(std::move(near.rows));
  const auto number = [](const auto& all, auto id) {
    return static_cast<std::uint32_t>(std::find(all.begin(), all.end(), id) - all.begin());
  };
  std::vector<Found> found;
  for (const NearPath& one : near.paths) {
    TimePath path;
    path.vertices.push_back(kFrom);
    for (const ActorId actor : one.actors) path.vertices.push_back(number(contacts.actors, actor));
    path.vertices.push_back(kTo);
    for (const EventId event : one.events) path.contacts.push_back(number(contacts.events, event));
    add(found, std::move(path), one.certain, std::nullopt);
  }
  for (const bool certain : {true, false}) {
    answer.cut |=
        static_cast<std::size_t>(std::count_if(near.paths.begin(), near.paths.end(), [&](const NearPath& one) {
          return one.certain == certain;
        })) == options.limit;
  }
  if (Status status = tell_all(source, contacts, found, answer); !status.ok()) return status.error();
  return answer;
}

}  // namespace

std::string_view name_of(PathKind kind) {
  switch (kind) {
    case PathKind::earliest:
      return "earliest arrival";
    case PathKind::latest:
      return "latest departure";
    case PathKind::fastest:
      return "fastest";
    case PathKind::shortest:
      return "shortest";
  }
  return "";
}

Result<PathEnd> resolve_path_end(const EventSource& source, std::string_view text) {
  PathEnd end{std::string(text), {}, {}};
  const Result<std::vector<std::string>> rows = source.records_named(text);
  if (!rows.ok()) return rows.error();
  if (text.starts_with('@') || parse_id('e', text) || parse_id('c', text) || !rows->empty()) {
    const Result<Resolution> event = resolve_event(source, text);
    if (!event.ok()) return event.error();
    if (event->outcome != Resolution::Outcome::found) return to_error(*event, text);
    end.event = event->event;
    return end;
  }
  const Result<std::vector<Actor>> actors = resolve_actors(source, text);
  if (!actors.ok()) return actors.error();
  for (const Actor& actor : *actors) end.actors.push_back(actor.id);
  end.name = actors->front().name;
  return end;
}

Result<PathAnswer> find_paths(const EventSource& source, const PathEnd& from, const PathEnd& to,
                              const PathOptions& options) {
  const bool same_actor = std::any_of(from.actors.begin(), from.actors.end(), [&](ActorId actor) {
    return std::find(to.actors.begin(), to.actors.end(), actor) != to.actors.end();
  });
  if (same_actor || (from.event && from.event == to.event))
    return Error{ErrorKind::usage, fmt::format("'{}' and '{}' are the same", from.name, to.name), "", "name two"};
  if (options.first_only) return find_first(source, from, to, options);
  if (options.limit != 0 && !from.event && !to.event) {
    Result<std::optional<NearPaths>> near = near_paths(source, from, to, options);
    if (!near.ok()) return near.error();
    if (near->has_value()) return tell_near(source, from, to, options, **std::move(near));
  }
  Result<Contacts> contacts = Loading(source, from, to, options).run();
  if (!contacts.ok()) return contacts.error();
  PathAnswer answer{from, to, {}, contacts->left_out, contacts->events.size(), false};
  std::vector<Found> found;
  for (const bool certain : {true, false}) {
    if (!is_wanted(certain ? Certainty::definite : Certainty::possible, options.certainty)) continue;
    if (options.limit != 0) {
      PathList list = all_paths(contacts->graph, kFrom, kTo, certain, options.limit, options.most_contacts);
      answer.cut |= list.cut || list.paths.size() == options.limit;
      for (TimePath& path : list.paths) add(found, std::move(path), certain, std::nullopt);
      continue;
    }
    for (const PathKind kind : {PathKind::earliest, PathKind::latest, PathKind::fastest, PathKind::shortest}) {
      if (auto path = best_path(contacts->graph, kFrom, kTo, measure_of(kind), certain))
        add(found, *std::move(path), certain, kind);
    }
  }
  if (Status status = tell_all(source, *contacts, found, answer); !status.ok()) return status.error();
  return answer;
}

}  // namespace forewhen
