// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/actor_measures.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "forewhen/graph/actor_network.h"
#include "query/admitted.h"
#include "query/find.h"

namespace forewhen {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"page_rank", "betweenness", "partners", "events"};

Result<std::vector<ActorId>> actors_at(const EventSource& source, const PathEnd& end) {
  if (!end.event) return end.actors;
  const auto event = find_event_or_alias(source, *end.event);
  if (!event) return event.error();
  std::vector<ActorId> actors;
  for (const EventParticipant& p : event->participants) {
    if (p.actor) actors.push_back(p.actor);
  }
  return actors;
}

// All events of any of these actors.
Result<AdmittedRows> rows_of(const EventSource& source, const EventFilter& filter, const std::set<ActorId>& actors) {
  if (actors.empty()) return AdmittedRows{};
  EventFilter narrowed = filter;
  narrowed.actors.insert(narrowed.actors.begin(), {actors.begin(), actors.end()});
  return admitted_rows(source, narrowed, false);
}

Result<AdmittedRows> selected(const EventSource& source, const MeasureOptions& options) {
  if (!options.around) return admitted_rows(source, options.filter, false);
  const auto start = actors_at(source, *options.around);
  if (!start) return start.error();
  std::set<ActorId> reached(start->begin(), start->end());
  auto rows = rows_of(source, options.filter, reached);
  for (int hop = 1; hop < options.hops && rows; ++hop) {
    const std::size_t before = reached.size();
    for (const EventRow& row : rows->rows) reached.insert(row.actors.begin(), row.actors.end());
    if (reached.size() == before) break;
    rows = rows_of(source, options.filter, reached);
  }
  return rows;
}

double value_of(const MeasuredActor& actor, ActorMeasure by) {
  switch (by) {
    case ActorMeasure::page_rank:
      return actor.page_rank;
    case ActorMeasure::betweenness:
      return actor.betweenness;
    case ActorMeasure::partners:
      return static_cast<double>(actor.partners);
    case ActorMeasure::events:
      return static_cast<double>(actor.events);
  }
  return 0;
}

std::uint32_t greatest(const std::vector<std::uint32_t>& parts) {
  return parts.empty() ? 0 : *std::max_element(parts.begin(), parts.end());
}

}  // namespace

std::string_view name_of(ActorMeasure measure) { return kNames.at(static_cast<std::size_t>(measure)); }

std::optional<ActorMeasure> parse_actor_measure(std::string_view name) {
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<ActorMeasure>(at - kNames.begin());
}

Result<MeasureAnswer> measure_actors(const EventSource& source, const MeasureOptions& options) {
  const auto selection = selected(source, options);
  if (!selection) return selection.error();
  const ActorNetwork network = network_of(selection->rows);
  const std::vector<double> ranks = page_rank(network);
  const Betweenness between = betweenness(network);
  const std::vector<std::uint32_t> parts = components(network), circles = communities(network);

  MeasureAnswer answer;
  answer.of_actors = network.size(), answer.of_events = network.events, answer.pairs = network.pairs;
  answer.components = greatest(parts), answer.communities = greatest(circles);
  answer.sources = between.sources, answer.left_out = selection->left_out;
  for (std::uint32_t v = 0; v < network.size(); ++v) {
    MeasuredActor one;
    one.actor.id = network.csr[v].actor;
    one.events = network.csr[v].events, one.partners = boost::out_degree(v, network.csr);
    one.page_rank = ranks[v], one.betweenness = between.values[v];
    one.component = parts[v], one.community = circles[v];
    answer.actors.push_back(std::move(one));
  }
  std::stable_sort(answer.actors.begin(), answer.actors.end(), [&](const MeasuredActor& a, const MeasuredActor& b) {
    return std::make_tuple(value_of(a, options.by), a.page_rank, a.events) >
           std::make_tuple(value_of(b, options.by), b.page_rank, b.events);
  });
  if (options.limit != 0 && answer.actors.size() > options.limit) {
    answer.more = answer.actors.size() - options.limit;
    answer.actors.resize(options.limit);
  }
  for (MeasuredActor& one : answer.actors) {
    auto actor = source.find_actor(one.actor.id);
    if (!actor) return actor.error();
    if (!*actor) return Error{ErrorKind::corrupt, to_string(one.actor.id) + " is not stored", "", "run 'check'"};
    one.actor = **std::move(actor);
  }
  return answer;
}

}  // namespace forewhen
