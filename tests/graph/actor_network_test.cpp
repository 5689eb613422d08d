// SPDX-License-Identifier: Apache-2.0
// Measures of actors against dense arithmetic, Boost's own algorithms and trying all moves, on small random networks.
#include "forewhen/graph/actor_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "tests/query/random_world.h"

namespace forewhen {
namespace {

EventRow row(std::uint64_t event, std::vector<std::uint64_t> actors) {
  EventRow made;
  made.event = EventId{event};
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  for (const std::uint64_t actor : actors) made.actors.push_back(ActorId{actor});
  return made;
}

// Events of none to four actors out of a few, in groups that seldom meet.
std::vector<EventRow> random_rows(unsigned seed) {
  std::mt19937 random(seed);
  const unsigned actors = 1 + random() % 12, events = random() % 25, groups = 1 + random() % 3;
  std::vector<EventRow> rows;
  for (unsigned e = 0; e < events; ++e) {
    std::vector<std::uint64_t> there;
    const unsigned group = random() % groups, size = random() % 5;
    for (unsigned i = 0; i < size; ++i) {
      const unsigned actor = random() % actors;
      if (actor % groups == group || random() % 8 == 0) there.push_back(1000 + actor * 7);
    }
    rows.push_back(row(e + 1, there));
  }
  return rows;
}

std::vector<std::vector<double>> matrix_of(const std::vector<EventRow>& rows, const ActorNetwork& network) {
  std::vector<std::vector<double>> weights(network.size(), std::vector<double>(network.size(), 0));
  for (const EventRow& r : rows) {
    for (const ActorId a : r.actors) {
      for (const ActorId b : r.actors) {
        if (a != b) ++weights[*network.find(a)][*network.find(b)];
      }
    }
  }
  return weights;
}

TEST(ActorNetwork, has_each_pair_from_both_ends_with_its_events) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    std::vector<EventRow> rows = random_rows(seed);
    const ActorNetwork network = network_of(rows);
    const auto weights = matrix_of(rows, network);
    std::set<ActorId> all;
    for (const EventRow& r : rows) all.insert(r.actors.begin(), r.actors.end());
    ASSERT_EQ(network.size(), all.size());
    ASSERT_EQ(network.events, rows.size());
    std::size_t pairs = 0;
    for (std::uint32_t a = 0; a < network.size(); ++a) {
      const ActorId id = network.csr[a].actor;
      ASSERT_EQ(network.csr[a].events, std::count_if(rows.begin(), rows.end(), [&](const EventRow& r) {
                  return std::count(r.actors.begin(), r.actors.end(), id) > 0;
                }));
      std::vector<double> found(network.size(), 0);
      for (auto [e, end] = boost::out_edges(a, network.csr); e != end; ++e)
        found[boost::target(*e, network.csr)] += network.csr[*e].events;
      ASSERT_EQ(found, weights[a]) << seed;
      pairs += boost::out_degree(a, network.csr);
    }
    ASSERT_EQ(network.pairs * 2, pairs);
    ASSERT_FALSE(network.find(ActorId{3}));
  }
}

TEST(ActorNetwork, of_a_window_is_that_of_its_rows_in_any_order) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const testing::MemorySource w = testing::random_world(seed);
    std::vector<EventRow> rows;
    for (const auto& [id, event] : w.events) rows.push_back(testing::MemorySource::row_of(event));
    std::mt19937 random(seed);
    std::shuffle(rows.begin(), rows.end(), random);
    const ActorNetwork a = network_of(rows), b = network_of(load_window(w).value());
    ASSERT_EQ(a.size(), b.size());
    ASSERT_EQ(a.pairs, b.pairs);
    ASSERT_EQ(page_rank(a), page_rank(b));
    ASSERT_EQ(betweenness(a).values, betweenness(b).values);
    ASSERT_EQ(communities(a), communities(b));
  }
}

// The rank solves its own equation, to which there is one solution.
TEST(PageRank, is_where_the_walker_stays) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const std::vector<EventRow> rows = random_rows(seed);
    const ActorNetwork network = network_of(rows);
    const std::size_t n = network.size();
    const auto weights = matrix_of(rows, network);
    const std::vector<double> rank = page_rank(network, 0.85, 1e-13);
    double sum = 0;
    for (std::size_t to = 0; to < n; ++to) {
      double next = 0.15 / static_cast<double>(n);
      for (std::size_t from = 0; from < n; ++from) {
        double strength = 0;
        for (const double w : weights[from]) strength += w;
        next += 0.85 * rank[from] * (strength > 0 ? weights[from][to] / strength : 1 / static_cast<double>(n));
      }
      ASSERT_NEAR(rank[to], next, 1e-11) << seed;
      sum += rank[to];
    }
    if (n > 0) ASSERT_NEAR(sum, 1, 1e-11);
  }
}

TEST(PageRank, is_that_of_boost_where_all_edges_weigh_one) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::vector<EventRow> rows;
    std::set<std::vector<ActorId>> met;
    for (const EventRow& r : random_rows(seed)) {
      if (r.actors.size() == 2 && met.insert(r.actors).second) rows.push_back(r);
    }
    const ActorNetwork network = network_of(rows);
    std::vector<double> boosts(network.size()), other(network.size());
    if (boosts.empty()) continue;
    boost::graph::page_rank(network.csr, boosts.data(), boost::graph::n_iterations(300), 0.85,
                            static_cast<std::uint32_t>(network.size()), other.data());
    const std::vector<double> ours = page_rank(network, 0.85, 1e-13);
    for (std::size_t v = 0; v < ours.size(); ++v)
      ASSERT_NEAR(ours[v], boosts[v] / static_cast<double>(network.size()), 1e-10) << seed;
  }
}

TEST(Betweenness, is_that_of_boost) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const ActorNetwork network = network_of(random_rows(seed));
    const std::size_t n = network.size();
    std::vector<double> boosts(n);
    if (n > 0)
      boost::brandes_betweenness_centrality(
          network.csr, boost::make_iterator_property_map(boosts.begin(), get(boost::vertex_index, network.csr)));
    const Betweenness ours = betweenness(network);
    EXPECT_EQ(ours.sources, n);
    for (std::size_t v = 0; v < n; ++v) {
      const double pairs = static_cast<double>(n - 1) * (static_cast<double>(n) - 2);
      ASSERT_NEAR(ours.values[v], n < 3 ? boosts[v] : boosts[v] / pairs, 1e-12) << seed;
    }
  }
}

TEST(Betweenness, is_estimated_from_some_sources_and_exact_from_all) {
  std::vector<EventRow> rows;
  for (std::uint64_t i = 1; i <= 60; ++i) rows.push_back(row(i, {i, 0}));  // all meet one
  const ActorNetwork network = network_of(rows);
  const Betweenness exact = betweenness(network), all = betweenness(network, {10, 61}),
                    some = betweenness(network, {10, 20});
  EXPECT_EQ(exact.values, all.values);
  EXPECT_EQ(some.sources, 20u);
  EXPECT_DOUBLE_EQ(exact.values[0], 1);
  EXPECT_NEAR(some.values[0], 1, 0.1);
  for (std::size_t v = 1; v < network.size(); ++v) EXPECT_EQ(some.values[v], 0);
}

TEST(Components, are_what_spreading_over_pairs_reaches) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const std::vector<EventRow> rows = random_rows(seed);
    const ActorNetwork network = network_of(rows);
    const auto weights = matrix_of(rows, network);
    std::vector<std::uint32_t> least(network.size());
    for (std::uint32_t v = 0; v < least.size(); ++v) least[v] = v;
    for (std::size_t round = 0; round < least.size(); ++round) {
      for (std::size_t a = 0; a < least.size(); ++a) {
        for (std::size_t b = 0; b < least.size(); ++b) {
          if (weights[a][b] > 0) least[a] = std::min(least[a], least[b]);
        }
      }
    }
    const std::vector<std::uint32_t> found = components(network);
    std::map<std::uint32_t, std::size_t> sizes;
    for (std::size_t a = 0; a < least.size(); ++a) {
      ++sizes[found[a]];
      for (std::size_t b = 0; b < least.size(); ++b) ASSERT_EQ(found[a] == found[b], least[a] == least[b]) << seed;
    }
    for (const auto& [number, size] : sizes) {
      ASSERT_LE(number, sizes.size());
      if (number > 1) ASSERT_LE(size, sizes.at(number - 1));
    }
  }
}

// No actor alone can move to advantage, and nobody shares a community with one who cannot be reached.
TEST(Communities, no_move_of_one_actor_makes_modularity_larger) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const ActorNetwork network = network_of(random_rows(seed));
    std::vector<std::uint32_t> found = communities(network);
    const std::vector<std::uint32_t> reach = components(network);
    const double reached = modularity(network, found);
    for (std::size_t v = 0; v < found.size(); ++v) {
      for (std::size_t u = 0; u < found.size(); ++u) {
        if (found[u] == found[v]) ASSERT_EQ(reach[u], reach[v]) << seed;
      }
      const std::uint32_t own = found[v];
      for (std::uint32_t c = 1; c <= found.size(); ++c) {
        found[v] = c;
        ASSERT_LE(modularity(network, found), reached + 1e-12) << seed << " actor " << v << " to " << c;
      }
      found[v] = own;
    }
  }
}

TEST(Communities, two_circles_joined_by_one_event_are_two) {
  std::vector<EventRow> rows;
  std::uint64_t event = 0;
  for (const std::uint64_t circle : {0, 10}) {
    for (std::uint64_t a = 1; a <= 5; ++a) {
      for (std::uint64_t b = a + 1; b <= 5; ++b) rows.push_back(row(++event, {circle + a, circle + b}));
    }
  }
  rows.push_back(row(++event, {5, 11}));
  rows.push_back(row(++event, {99}));
  const ActorNetwork network = network_of(rows);
  EXPECT_EQ(communities(network), (std::vector<std::uint32_t>{1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3}));
  EXPECT_EQ(components(network), (std::vector<std::uint32_t>{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2}));
  // 20 of 21 edges lie within: 20/21 - 2 (21/42)^2
  EXPECT_NEAR(modularity(network, communities(network)), 20.0 / 21 - 0.5, 1e-12);
  EXPECT_EQ(modularity(network_of(std::vector<EventRow>{}), {}), 0);
  EXPECT_TRUE(communities(network_of(std::vector<EventRow>{})).empty());
}

}  // namespace
}  // namespace forewhen
