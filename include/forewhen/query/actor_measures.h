// SPDX-License-Identifier: Apache-2.0
// "Who matters in this part of the graph?" Measures of the actors of a selection of events, or of the events around an
// actor or an event; what they are is told in graph/actor_network.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/query/paths.h"

namespace forewhen {

// By what answers are ordered, the greatest first.
enum class ActorMeasure { page_rank, betweenness, partners, events };
std::string_view name_of(ActorMeasure measure);  // "page_rank"
std::optional<ActorMeasure> parse_actor_measure(std::string_view name);

struct MeasureOptions {
  EventFilter filter;
  // Only events at most `hops` steps away: those of X are one step away, those of the actors met there two.
  std::optional<PathEnd> around;
  int hops = 1;
  ActorMeasure by = ActorMeasure::page_rank;
  std::size_t limit = 20;  // 0: all
};

struct MeasuredActor {
  Actor actor;
  std::uint64_t events = 0;    // of the selection, that it takes part in
  std::uint64_t partners = 0;  // others who take part in one of these
  double page_rank = 0, betweenness = 0;
  std::uint32_t component = 0, community = 0;
};

struct MeasureAnswer {
  std::vector<MeasuredActor> actors;  // by the measure, equal ones by page rank, events and id
  std::uint64_t of_actors = 0, of_events = 0, pairs = 0;
  std::uint32_t components = 0, communities = 0;
  std::uint64_t sources = 0;  // that betweenness is computed from; less than of_actors: it is an estimate
  std::uint64_t more = 0;     // actors beyond the limit
  LeftOut left_out;
};

Result<MeasureAnswer> measure_actors(const EventSource& source, const MeasureOptions& options = {});

}  // namespace forewhen
