// SPDX-License-Identifier: Apache-2.0
// A window of the store as a Boost graph: a snapshot in compressed rows (CSR). Vertices are events, actors and places;
// edges are participation (event to actor), location (event to place) and the links that sources state (event to
// event). It satisfies VertexListGraph, IncidenceGraph, AdjacencyGraph, EdgeListGraph and BidirectionalGraph, so
// Boost's algorithms and filtered_graph work on `csr` as it is. Later changes of the store do not show in it.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

enum class VertexKind : std::uint8_t { event, actor, place };

struct GraphVertex {
  VertexKind kind = VertexKind::event;
  std::uint64_t id = 0;  // of the event, actor or place
  Bounds bounds;         // of an event
  PloverType type = PloverType::none;
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
};

enum class EdgeKind : std::uint8_t { participation, location, link };

struct GraphEdge {
  EdgeKind kind = EdgeKind::participation;
  Relation relation = Relation::before;  // of a link
  std::uint8_t weight = 100;             // of a link
};

// At most 2^32 - 1 vertices and edges.
using EventCsr = boost::compressed_sparse_row_graph<boost::bidirectionalS, GraphVertex, GraphEdge, boost::no_property,
                                                    std::uint32_t, std::uint32_t>;
using Vertex = boost::graph_traits<EventCsr>::vertex_descriptor;

// BidirectionalGraph asks for it and Boost 1.81's compressed graph lacks it; found by argument-dependent lookup.
inline Vertex degree(Vertex v, const EventCsr& g) {
  return static_cast<Vertex>(boost::out_degree(v, g) + boost::in_degree(v, g));
}

struct EventWindow {
  EventCsr csr;
  // First all events, newest earliest_start first (equal ones by id, undated ones last), then actors, then places, by
  // id.
  std::size_t events = 0, actors = 0, places = 0;
  std::unordered_map<std::uint64_t, Vertex> of_event, of_actor, of_place;
  // The limit was reached: events farther from the seed (or older) are missing.
  bool cut = false;

  std::optional<Vertex> find(EventId id) const;
  std::optional<Vertex> find(ActorId id) const;
  std::optional<Vertex> find(PlaceId id) const;
};

struct WindowOptions {
  Interval window;              // events that may start within it
  std::optional<EventId> seed;  // only events within `hops` shared actors, places or links of it
  int hops = 1;
  // Only events that may start before the one they were reached from: what a walk back in time can meet.
  bool back_only = false;
  bool all_modalities = true;
  bool undated = true;
  std::size_t limit = 0;  // of events; 0: no limit
};

// not_found: no such seed.
Result<EventWindow> load_window(const EventSource& source, const WindowOptions& options = {});

}  // namespace forewhen
