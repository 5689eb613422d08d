// SPDX-License-Identifier: Apache-2.0
#include "forewhen/graph/lazy_graph.h"

#include <boost/graph/graph_concepts.hpp>

#include "forewhen/graph/event_row.h"
#include "graph/collect.h"

namespace forewhen {

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<LazyGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<LazyGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<LazyGraph>));

// One vertex's edges, read from the source.
struct LazyGraph::Read {
  const EventSource& source;
  WindowOptions window;
  std::vector<LazyEdge> edges;

  Read(const EventSource& from, const LazyOptions& options) : source(from) {
    window.window = options.window;
    window.all_modalities = options.all_modalities, window.undated = options.undated;
  }

  Result<std::optional<EventRow>> row(std::uint64_t id) const {
    const auto event = source.find_event(EventId{id});
    if (!event) return event.error();
    // An old id finds the event that it has become part of; the vertex is that one's own.
    if (!*event || (*event)->id.value != id) return std::optional<EventRow>();
    EventRow found = row_of(**event);
    if (!fits(found, window)) return std::optional<EventRow>();
    return std::optional<EventRow>(std::move(found));
  }

  Status links(EventId event, bool out, bool reversed) {
    const auto all = source.links_of(event);
    if (!all) return all.error();
    for (const Link& link : *all) {
      if ((out ? link.from : link.to) != event) continue;
      const auto other = row((out ? link.to : link.from).value);
      if (!other) return other.error();
      if (!*other) continue;
      LazyEdge edge{link.from, link.to, {EdgeKind::link, link.relation, link.weight}, reversed};
      if (reversed) std::swap(edge.from, edge.to);
      edges.push_back(edge);
    }
    return Done{};
  }

  // From an event to who took part and where it happened; the other way these have no edges out.
  Status of_event(LazyVertex v, bool out, bool reversed) {
    const auto found = row(v.id);
    if (!found) return found.error();
    if (!*found) return Done{};
    if (out != reversed) {
      const auto add = [&](LazyVertex other, EdgeKind kind) {
        LazyEdge edge{v, other, {kind, Relation::before, 100}, reversed};
        if (reversed) std::swap(edge.from, edge.to);
        edges.push_back(edge);
      };
      for (const ActorId actor : (*found)->actors) add(actor, EdgeKind::participation);
      if ((*found)->place) add((*found)->place, EdgeKind::location);
    }
    return links(EventId{v.id}, out != reversed, reversed);
  }

  // From all events of an actor or at a place to it.
  Status of_thing(LazyVertex v, bool reversed) {
    const bool actor = v.kind == VertexKind::actor;
    const auto rows = source.rows(actor ? Axis::actor : Axis::place, v.id, window.window.end);
    while (true) {
      const auto found = rows->next();
      if (!found) return found.error();
      if (!*found) return Done{};
      if (!fits(**found, window)) continue;
      LazyEdge edge{
          (*found)->event, v, {actor ? EdgeKind::participation : EdgeKind::location, Relation::before, 100}, reversed};
      if (reversed) std::swap(edge.from, edge.to);
      edges.push_back(edge);
    }
  }

  // `out`: edges whose `from` is v. Reversed ones are the others, turned round.
  Status all(LazyVertex v, bool out, bool reversed) {
    if (v.kind == VertexKind::event) return of_event(v, out, reversed);
    return out == reversed ? of_thing(v, reversed) : Status(Done{});
  }
};

LazyGraph::LazyGraph(const EventSource& source, LazyOptions options)
    : source_(&source), options_(options), status_(std::make_shared<Status>(Done{})) {}

LazyGraph::Edges LazyGraph::edges_of(LazyVertex v, bool out) const {
  Read read(*source_, options_);
  Status status = read.all(v, out, false);
  if (status && options_.both_ways) status = read.all(v, out, true);
  if (!status && *status_) *status_ = status.error();
  return std::make_shared<const std::vector<LazyEdge>>(std::move(read.edges));
}

LazyGraph::Edges LazyGraph::out_edges_of(LazyVertex v) const {
  if (!last_out_.second || last_out_.first != v) last_out_ = {v, edges_of(v, true)};
  return last_out_.second;
}

LazyGraph::Edges LazyGraph::in_edges_of(LazyVertex v) const {
  if (!last_in_.second || last_in_.first != v) last_in_ = {v, edges_of(v, false)};
  return last_in_.second;
}

}  // namespace forewhen
