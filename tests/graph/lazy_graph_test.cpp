// SPDX-License-Identifier: Apache-2.0
// The graph that reads what is asked for against the snapshot that has read all. The concepts are asserted in
// lazy_graph.cpp.
#include "forewhen/graph/lazy_graph.h"

#include <gtest/gtest.h>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <map>
#include <set>

#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;
using testing::World;

LazyVertex lazy(const GraphVertex& v) { return {v.kind, v.id}; }

using Triple = std::tuple<LazyVertex, LazyVertex, int>;

// Edges out of (into) a vertex of the snapshot.
std::multiset<Triple> edges_of(const EventCsr& csr, Vertex v, bool out) {
  std::multiset<Triple> found;
  for (const auto& e : boost::make_iterator_range(boost::edges(csr))) {
    const Vertex from = boost::source(e, csr), to = boost::target(e, csr);
    if ((out ? from : to) == v) found.insert({lazy(csr[from]), lazy(csr[to]), static_cast<int>(csr[e].kind)});
  }
  return found;
}

std::multiset<Triple> triples(const std::vector<LazyEdge>& edges, bool turned = false) {
  std::multiset<Triple> found;
  for (const LazyEdge& e : edges)
    found.insert({turned ? e.to : e.from, turned ? e.from : e.to, static_cast<int>(e.edge.kind)});
  return found;
}

TEST(LazyGraph, has_the_edges_of_the_snapshot_on_random_graphs) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    WindowOptions wanted;
    LazyOptions options;
    if (seed % 3 == 0) wanted.window = options.window = {Instant{seconds{20}}, Instant{seconds{80}}};
    wanted.all_modalities = options.all_modalities = seed % 2 == 0;
    wanted.undated = options.undated = seed % 5 != 0;
    const EventCsr csr = load_window(w, wanted).value().csr;
    const LazyGraph graph(w, options);
    options.both_ways = true;
    const LazyGraph both(w, options);
    for (Vertex v = 0; v < boost::num_vertices(csr); ++v) {
      const LazyVertex at = lazy(csr[v]);
      const auto out = edges_of(csr, v, true), in = edges_of(csr, v, false);
      ASSERT_EQ(triples(*graph.out_edges_of(at)), out) << seed;
      ASSERT_EQ(triples(*graph.in_edges_of(at)), in) << seed;
      ASSERT_EQ(out_degree(at, graph) + in_degree(at, graph), boost::out_degree(v, csr) + boost::in_degree(v, csr));
      std::vector<LazyEdge> forward, turned;
      const LazyGraph::Edges edges = both.out_edges_of(at);
      for (const LazyEdge& e : *edges) (e.reversed ? turned : forward).push_back(e);
      ASSERT_EQ(triples(forward), out) << seed;
      ASSERT_EQ(triples(turned, true), in) << seed;
      ASSERT_TRUE(std::all_of(turned.begin(), turned.end(), [&](const LazyEdge& e) { return e.from == at; }));
      ASSERT_EQ(both.in_edges_of(at)->size(), out.size() + in.size());
    }
    ASSERT_TRUE(graph.status());
  }
}

// Distances over edges that lead both ways are those of a walk over all edges of the snapshot.
TEST(LazyGraph, breadth_first_visit_reaches_what_the_snapshot_does) {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const EventCsr csr = load_window(w).value().csr;
    std::map<LazyVertex, std::size_t> expected{{lazy(csr[0]), 0}};
    for (bool grown = true; grown;) {
      grown = false;
      for (const auto& e : boost::make_iterator_range(boost::edges(csr))) {
        const LazyVertex ends[] = {lazy(csr[boost::source(e, csr)]), lazy(csr[boost::target(e, csr)])};
        for (const int i : {0, 1}) {
          const auto from = expected.find(ends[i]);
          if (from == expected.end()) continue;
          const auto [to, fresh] = expected.emplace(ends[1 - i], from->second + 1);
          grown = grown || fresh || to->second > from->second + 1;
          to->second = std::min(to->second, from->second + 1);
        }
      }
    }
    LazyOptions options;
    options.both_ways = true;
    const LazyGraph graph(w, options);
    std::map<LazyVertex, boost::default_color_type> colours;
    std::map<LazyVertex, std::size_t> distances{{lazy(csr[0]), 0}};
    boost::queue<LazyVertex> queue;
    boost::breadth_first_visit(graph, lazy(csr[0]), queue,
                               boost::make_bfs_visitor(boost::record_distances(
                                   boost::make_assoc_property_map(distances), boost::on_tree_edge())),
                               boost::make_assoc_property_map(colours));
    ASSERT_EQ(distances, expected) << seed;
  }
}

TEST(LazyGraph, what_is_not_there_has_no_edges_and_an_error_is_kept) {
  World w;
  w.add({.name = "sale", .when = "2031-01-02", .actors = {"Ana", "Bor"}, .place = "Velmora", .document = "b"});
  const LazyGraph graph(w);
  EXPECT_EQ(out_degree(EventId{1}, graph), 0u);
  EXPECT_EQ(in_degree(ActorId{1}, graph), 0u);
  EXPECT_TRUE(graph.status());
  std::vector<LazyVertex> met;
  for (auto [at, end] = adjacent_vertices(w.events.begin()->first, graph); at != end; ++at) met.push_back(*at);
  EXPECT_EQ(met.size(), 3u);
  EXPECT_EQ(met.back().kind, VertexKind::place);

  struct Broken : MemorySource {
    Result<std::optional<Event>> find_event(EventId) const override {
      return Error{ErrorKind::corrupt, "torn", "", ""};
    }
  };
  const Broken broken;
  const LazyGraph torn(broken);
  EXPECT_EQ(out_degree(EventId{1}, torn), 0u);
  ASSERT_FALSE(torn.status());
  EXPECT_EQ(torn.status().error().what, "torn");
}

}  // namespace
}  // namespace forewhen
