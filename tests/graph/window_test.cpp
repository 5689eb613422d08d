// SPDX-License-Identifier: Apache-2.0
// The window as a Boost graph: what is in it, Boost's own algorithms on it. The concepts are asserted in window.cpp.
#include "forewhen/graph/window.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <set>

#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;
using testing::World;

World port() {
  World w;
  w.add({.name = "theft", .when = "2031-01-01", .actors = {"Ana"}, .document = "a"});
  w.add({.name = "sale", .when = "2031-01-02", .actors = {"Ana", "Bor"}, .place = "Velmora", .document = "b"});
  w.add({.name = "trip", .when = "2031-01-03", .actors = {"Bor"}, .document = "c"});
  w.add({.name = "storm", .when = "2031-01-04", .place = "Velmora", .document = "e", .modality = Modality::planned});
  w.add({.name = "rumour", .document = "f"});
  return w;
}

EventId named(const World& w, const std::string& phrase) {
  for (const auto& [id, e] : w.events) {
    if (e.phrase == phrase) return id;
  }
  return {};
}

TEST(Window, all_of_a_store_becomes_vertices_and_edges) {
  World w = port();
  w.link(named(w, "theft"), Relation::before, named(w, "rumour"));
  const Result<EventWindow> window = load_window(w);
  ASSERT_TRUE(window.ok());
  EXPECT_EQ(window->events, 5u);
  EXPECT_EQ(window->actors, 2u);
  EXPECT_EQ(window->places, 1u);
  EXPECT_EQ(boost::num_vertices(window->csr), 8u);
  EXPECT_EQ(boost::num_edges(window->csr), 4u + 2u + 1u);
  const Vertex sale = *window->find(named(w, "sale")), bor = *window->find(actor_id("Bor"));
  EXPECT_EQ(boost::out_degree(sale, window->csr), 3u);
  EXPECT_EQ(boost::in_degree(bor, window->csr), 2u);
  EXPECT_EQ(boost::edge(sale, bor, window->csr).second, true);
  EXPECT_EQ(window->csr[0].id, named(w, "storm").value);   // the newest
  EXPECT_EQ(window->csr[4].id, named(w, "rumour").value);  // undated ones last
  EXPECT_FALSE(window->find(EventId{1}));
}

TEST(Window, dates_modality_and_a_limit_narrow_it) {
  const World w = port();
  WindowOptions options;
  options.window = {testing::day("2031-01-02"), testing::day("2031-01-04")};
  EXPECT_EQ(load_window(w, options)->events, 3u);  // the undated rumour may lie in it
  options.undated = false;
  EXPECT_EQ(load_window(w, options)->events, 2u);
  options = {};
  options.all_modalities = false;
  EXPECT_EQ(load_window(w, options)->events, 4u);
  options = {};
  options.limit = 5;
  EXPECT_FALSE(load_window(w, options)->cut);
  options.limit = 2;
  EXPECT_EQ(load_window(w, options)->events, 2u);
  EXPECT_TRUE(load_window(w, options)->cut);
}

TEST(Window, around_a_seed_it_grows_by_hops) {
  const World w = port();
  WindowOptions options;
  options.seed = named(w, "trip");
  EXPECT_EQ(load_window(w, options)->events, 2u);
  options.hops = 2;
  EXPECT_EQ(load_window(w, options)->events, 4u);
  options.back_only = true;
  EXPECT_EQ(load_window(w, options)->events, 3u);
  options.seed = EventId{1};
  EXPECT_EQ(load_window(w, options).error().kind, ErrorKind::not_found);
}

TEST(Window, boost_algorithms_run_on_it) {
  const World w = port();
  const EventWindow window = load_window(w).value();
  std::vector<std::size_t> distance(boost::num_vertices(window.csr), 0);
  boost::breadth_first_search(
      window.csr, *window.find(named(w, "sale")),
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  EXPECT_EQ(distance[*window.find(actor_id("Bor"))], 1u);
  struct OnlyParticipation {
    const EventCsr* csr = nullptr;
    bool operator()(const boost::graph_traits<EventCsr>::edge_descriptor& e) const {
      return (*csr)[e].kind == EdgeKind::participation;
    }
  };
  const boost::filtered_graph<EventCsr, OnlyParticipation> people(window.csr, OnlyParticipation{&window.csr});
  EXPECT_EQ(std::distance(boost::edges(people).first, boost::edges(people).second), 4);
}

// The events within so many hops by looking at all pairs.
std::set<EventId> brute_neighbours(const MemorySource& w, EventId seed, int hops) {
  const auto meet = [&](const Event& a, const Event& b) {
    for (const EventParticipant& p : a.participants) {
      for (const EventParticipant& q : b.participants) {
        if (p.actor == q.actor) return true;
      }
    }
    if (a.place && b.place && a.place->place == b.place->place) return true;
    return std::any_of(w.links.begin(), w.links.end(), [&](const Link& l) {
      return (l.from == a.id && l.to == b.id) || (l.from == b.id && l.to == a.id);
    });
  };
  std::set<EventId> reached{seed};
  for (int hop = 0; hop < hops; ++hop) {
    const std::set<EventId> before = reached;
    for (const EventId from : before) {
      for (const auto& [id, e] : w.events) {
        if (meet(w.events.at(from), e)) reached.insert(id);
      }
    }
  }
  return reached;
}

TEST(Window, hops_reach_what_brute_force_reaches_on_random_graphs) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    WindowOptions options;
    options.seed = w.events.begin()->first;
    options.hops = static_cast<int>(seed % 4);
    const EventWindow window = load_window(w, options).value();
    std::set<EventId> reached;
    for (Vertex v = 0; v < window.events; ++v) reached.insert(EventId{window.csr[v].id});
    ASSERT_EQ(reached, brute_neighbours(w, *options.seed, options.hops)) << seed;
    const auto links = std::set<Link>(w.links.begin(), w.links.end());
    const auto inside = std::count_if(
        links.begin(), links.end(), [&](const Link& l) { return reached.contains(l.from) && reached.contains(l.to); });
    std::size_t edges = 0;
    for (auto [e, end] = boost::edges(window.csr); e != end; ++e) edges += window.csr[*e].kind == EdgeKind::link;
    ASSERT_EQ(edges, static_cast<std::size_t>(inside)) << seed;
  }
}

}  // namespace
}  // namespace forewhen
