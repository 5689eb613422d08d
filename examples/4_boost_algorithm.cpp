// SPDX-License-Identifier: Apache-2.0
// 4: any algorithm of Boost.Graph. A window of the graph is a snapshot in compressed rows, good for algorithms that go
// over all of it; LazyGraph reads from the store what a walk asks for, good for walks that stay near where they began.
//   example_4_boost_algorithm harbour.txt
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/incremental_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <cstdio>
#include <map>
#include <set>
#include <vector>

#include "forewhen/graph/lazy_graph.h"
#include "forewhen/graph/window.h"
#include "forewhen/pipeline/build.h"
#include "forewhen/query/names.h"
#include "forewhen/time/iso.h"

using namespace forewhen;

namespace {

// Keeps the edges from events to those who took part.
struct OnlyParticipation {
  const EventCsr* csr = nullptr;
  template <class Edge>
  bool operator()(const Edge& edge) const {
    return (*csr)[edge].kind == EdgeKind::participation;
  }
};

// Who is connected with whom by taking part in the same events, of a filtered snapshot.
std::size_t count_circles(const EventWindow& window) {
  const boost::filtered_graph<EventCsr, OnlyParticipation> people(window.csr, OnlyParticipation{&window.csr});
  std::vector<Vertex> rank(num_vertices(window.csr)), parent(num_vertices(window.csr));
  boost::disjoint_sets sets(rank.data(), parent.data());
  boost::initialize_incremental_components(people, sets);
  boost::incremental_components(people, sets);
  std::set<Vertex> circles;
  for (Vertex v = 0; v < num_vertices(window.csr); ++v) {
    if (window.csr[v].kind == VertexKind::actor) circles.insert(sets.find_set(v));
  }
  return circles.size();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  ReadOptions reading;
  reading.published = *parse_iso("2023-03-14");
  DocumentReader reader({argv[1]}, reading);
  const auto extractor = Extractor::load({});
  const auto store = GraphStore::in_memory();
  if (!extractor || !build(*store, reader, *extractor, {})) return 1;

  // A snapshot of March.
  WindowOptions march;
  march.window = {parse_iso("2023-03-01")->extent().begin, parse_iso("2023-04-01")->extent().begin};
  const auto window = load_window(*store, march);
  if (!window) return std::fputs(to_string(window.error()).c_str(), stderr), 1;
  std::printf("%zu events of %zu actors, who form %zu circles\n", window->events, window->actors,
              count_circles(*window));

  // How far from the union members everything else is, walked on the store itself.
  LazyOptions options;
  options.both_ways = true;  // from an actor to its events, and on to who else took part
  const LazyGraph graph(*store, options);
  const auto members = resolve_actors(*store, "union members");
  if (!members) return std::fputs(to_string(members.error()).c_str(), stderr), 1;
  const LazyVertex start = members->front().id;
  std::map<LazyVertex, int> distance{{start, 0}};
  std::map<LazyVertex, boost::default_color_type> colours;
  boost::queue<LazyVertex> queue;
  boost::breadth_first_visit(
      graph, start, queue,
      boost::make_bfs_visitor(boost::record_distances(boost::make_assoc_property_map(distance), boost::on_tree_edge())),
      boost::make_assoc_property_map(colours));
  if (!graph.status()) return std::fputs(to_string(graph.status().error()).c_str(), stderr), 1;
  for (const auto& [vertex, edges] : distance) {
    if (vertex.kind != VertexKind::actor || vertex == start) continue;
    const auto actor = store->find_actor(ActorId{vertex.id});
    // Two edges, to an event and on, are a step from actor to actor.
    if (actor && *actor)
      std::printf("%s is %d step%s from union members\n", (*actor)->name.c_str(), edges / 2, edges == 2 ? "" : "s");
  }
}
