// SPDX-License-Identifier: Apache-2.0
// The whole store as a Boost graph that reads what an algorithm asks for and no more: the edges of a vertex when they
// are looked at. It satisfies IncidenceGraph, AdjacencyGraph and BidirectionalGraph, which is what walks from a vertex
// need (breadth_first_visit, depth_first_visit, dijkstra_shortest_paths_no_color_map_no_init,
// astar_search_no_init_tree); their maps must be keyed by vertex, such as boost::associative_property_map of a
// std::map. Algorithms that go over all vertices want a snapshot (window.h). The edges are those of window.h: event to
// actor, event to place, event to event.
#pragma once

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <compare>
#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "forewhen/graph/window.h"

namespace forewhen {

struct LazyVertex {
  VertexKind kind = VertexKind::event;
  std::uint64_t id = 0;  // 0: the null vertex

  LazyVertex() = default;
  LazyVertex(VertexKind k, std::uint64_t i) : kind(k), id(i) {}
  LazyVertex(EventId event) : kind(VertexKind::event), id(event.value) {}  // NOLINT: an id is its vertex
  LazyVertex(ActorId actor) : kind(VertexKind::actor), id(actor.value) {}  // NOLINT
  LazyVertex(PlaceId place) : kind(VertexKind::place), id(place.value) {}  // NOLINT
  friend auto operator<=>(const LazyVertex&, const LazyVertex&) = default;
};

struct LazyEdge {
  LazyVertex from, to;
  GraphEdge edge;
  bool reversed = false;  // walked against its direction (LazyOptions::both_ways)

  friend bool operator==(const LazyEdge& a, const LazyEdge& b) {
    return a.from == b.from && a.to == b.to && a.edge.kind == b.edge.kind && a.edge.relation == b.edge.relation &&
           a.edge.weight == b.edge.weight && a.reversed == b.reversed;
  }
};

struct LazyOptions {
  Interval window;  // only events that may start within it
  bool all_modalities = true;
  bool undated = true;
  // Every edge leads both ways, so that a walk goes from an actor to its events and on to who else took part.
  bool both_ways = false;
};

// Not for several threads at once. The source must live as long as the graph.
class LazyGraph {
 public:
  using Edges = std::shared_ptr<const std::vector<LazyEdge>>;

  explicit LazyGraph(const EventSource& source, LazyOptions options = {});

  // In a fixed order: of an event actors by id, the place, links as the source has them, then what leads back; of an
  // actor or a place its events, newest first. A vertex that is not there, or not in the window, has none.
  Edges out_edges_of(LazyVertex v) const;
  Edges in_edges_of(LazyVertex v) const;

  // Boost's functions have no way to fail. The first Error of the source is kept here, and edges that could not be read
  // are missing: look at it when the algorithm is done.
  const Status& status() const { return *status_; }

  class Iterator
      : public boost::iterator_facade<Iterator, const LazyEdge, boost::random_access_traversal_tag, const LazyEdge&> {
   public:
    Iterator() = default;
    Iterator(Edges edges, std::size_t at) : edges_(std::move(edges)), at_(at) {}

   private:
    friend class boost::iterator_core_access;
    const LazyEdge& dereference() const { return (*edges_)[at_]; }
    bool equal(const Iterator& other) const { return at_ == other.at_ && edges_ == other.edges_; }
    void increment() { ++at_; }
    void decrement() { --at_; }
    void advance(std::ptrdiff_t n) { at_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at_) + n); }
    std::ptrdiff_t distance_to(const Iterator& other) const {
      return static_cast<std::ptrdiff_t>(other.at_) - static_cast<std::ptrdiff_t>(at_);
    }

    Edges edges_;
    std::size_t at_ = 0;
  };

  // What boost::graph_traits looks for.
  using vertex_descriptor = LazyVertex;
  using edge_descriptor = LazyEdge;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : virtual boost::bidirectional_graph_tag, virtual boost::adjacency_graph_tag {};
  using out_edge_iterator = Iterator;
  using in_edge_iterator = Iterator;
  using adjacency_iterator = boost::adjacency_iterator_generator<LazyGraph, LazyVertex, Iterator>::type;
  using degree_size_type = std::size_t;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using vertex_iterator = void;
  using edge_iterator = void;
  static LazyVertex null_vertex() { return {}; }

 private:
  struct Read;
  Edges edges_of(LazyVertex v, bool out) const;

  const EventSource* source_;
  LazyOptions options_;
  std::shared_ptr<Status> status_;
  // What was read last, each way: algorithms ask for the degree and the edges of one vertex after the other.
  mutable std::pair<LazyVertex, Edges> last_out_, last_in_;
};

inline LazyVertex source(const LazyEdge& e, const LazyGraph&) { return e.from; }
inline LazyVertex target(const LazyEdge& e, const LazyGraph&) { return e.to; }

inline std::pair<LazyGraph::Iterator, LazyGraph::Iterator> out_edges(LazyVertex v, const LazyGraph& g) {
  const LazyGraph::Edges edges = g.out_edges_of(v);
  return {{edges, 0}, {edges, edges->size()}};
}
inline std::pair<LazyGraph::Iterator, LazyGraph::Iterator> in_edges(LazyVertex v, const LazyGraph& g) {
  const LazyGraph::Edges edges = g.in_edges_of(v);
  return {{edges, 0}, {edges, edges->size()}};
}
inline std::size_t out_degree(LazyVertex v, const LazyGraph& g) { return g.out_edges_of(v)->size(); }
inline std::size_t in_degree(LazyVertex v, const LazyGraph& g) { return g.in_edges_of(v)->size(); }
inline std::size_t degree(LazyVertex v, const LazyGraph& g) { return out_degree(v, g) + in_degree(v, g); }
inline std::pair<LazyGraph::adjacency_iterator, LazyGraph::adjacency_iterator> adjacent_vertices(LazyVertex v,
                                                                                                 const LazyGraph& g) {
  const auto [begin, end] = out_edges(v, g);
  return {{begin, &g}, {end, &g}};
}

}  // namespace forewhen

template <>
struct std::hash<forewhen::LazyVertex> {
  std::size_t operator()(const forewhen::LazyVertex& v) const {
    return std::hash<std::uint64_t>()(v.id * 4 + static_cast<std::uint64_t>(v.kind));
  }
};
