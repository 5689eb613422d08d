// SPDX-License-Identifier: Apache-2.0
#include "forewhen/graph/window.h"

#include <algorithm>
#include <boost/graph/graph_concepts.hpp>
#include <limits>

#include "graph/collect.h"

namespace forewhen {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<EventCsr>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<EventCsr>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<EventCsr>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<EventCsr>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<EventCsr>));
using IdMap = decltype(get(&GraphVertex::id, std::declval<const EventCsr&>()));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<IdMap, Vertex>));

namespace {

std::optional<Vertex> look_up(const std::unordered_map<std::uint64_t, Vertex>& vertices, std::uint64_t id) {
  const auto at = vertices.find(id);
  return at == vertices.end() ? std::nullopt : std::optional<Vertex>(at->second);
}

struct EdgeList {
  std::vector<std::pair<Vertex, Vertex>> ends;
  std::vector<GraphEdge> edges;

  void add(Vertex from, Vertex to, GraphEdge edge) {
    ends.emplace_back(from, to);
    edges.push_back(edge);
  }
};

// Numbers ids in their order, beginning with `next`.
void number(std::vector<std::uint64_t>& ids, Vertex& next, std::unordered_map<std::uint64_t, Vertex>& vertices) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  for (const std::uint64_t id : ids) vertices.emplace(id, next++);
}

void number_vertices(const Collection& collection, EventWindow& window, std::vector<GraphVertex>& vertices) {
  Vertex next = 0;
  std::vector<std::uint64_t> actors, places;
  for (const EventRow& row : collection.rows) {
    window.of_event.emplace(row.event.value, next++);
    vertices.push_back({VertexKind::event, row.event.value, row.bounds, row.type, row.modality, row.polarity});
    for (const ActorId actor : row.actors) actors.push_back(actor.value);
    if (row.place) places.push_back(row.place.value);
  }
  number(actors, next, window.of_actor);
  number(places, next, window.of_place);
  window.events = collection.rows.size(), window.actors = actors.size(), window.places = places.size();
  for (const std::uint64_t id : actors) vertices.push_back({VertexKind::actor, id, {}, {}, {}, {}});
  for (const std::uint64_t id : places) vertices.push_back({VertexKind::place, id, {}, {}, {}, {}});
}

EdgeList list_edges(const Collection& collection, const EventWindow& window) {
  EdgeList list;
  for (const EventRow& row : collection.rows) {
    const Vertex event = window.of_event.at(row.event.value);
    for (const ActorId actor : row.actors) {
      list.add(event, window.of_actor.at(actor.value), {EdgeKind::participation, {}, 100});
    }
    if (row.place) list.add(event, window.of_place.at(row.place.value), {EdgeKind::location, {}, 100});
  }
  for (const Link& link : collection.links) {
    const auto from = look_up(window.of_event, link.from.value), to = look_up(window.of_event, link.to.value);
    if (from && to) list.add(*from, *to, {EdgeKind::link, link.relation, link.weight});
  }
  return list;
}

}  // namespace

std::optional<Vertex> EventWindow::find(EventId id) const { return look_up(of_event, id.value); }
std::optional<Vertex> EventWindow::find(ActorId id) const { return look_up(of_actor, id.value); }
std::optional<Vertex> EventWindow::find(PlaceId id) const { return look_up(of_place, id.value); }

Result<EventWindow> load_window(const EventSource& source, const WindowOptions& options) {
  const Result<Collection> collection = collect(source, options);
  if (!collection.ok()) return collection.error();
  EventWindow window;
  window.cut = collection->cut;
  std::vector<GraphVertex> vertices;
  number_vertices(*collection, window, vertices);
  const EdgeList list = list_edges(*collection, window);
  if (std::max(vertices.size(), list.edges.size()) >= std::numeric_limits<Vertex>::max()) {
    return Error{ErrorKind::refused, "the window has more than 4,294,967,294 edges", "", "narrow it"};
  }
  window.csr = EventCsr(boost::edges_are_unsorted_multi_pass, list.ends.begin(), list.ends.end(), list.edges.begin(),
                        static_cast<Vertex>(vertices.size()));
  for (Vertex v = 0; v < vertices.size(); ++v) window.csr[v] = vertices[v];
  return window;
}

}  // namespace forewhen
