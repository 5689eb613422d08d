// SPDX-License-Identifier: Apache-2.0
// Actors joined by the events in which both take part, as a Boost graph in compressed rows, and measures of them.
// Each pair stands in it twice, once from each end, so that algorithms for undirected graphs work on it as it is. All
// results depend on the events alone, not on their order.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "forewhen/graph/window.h"
#include "forewhen/model/event_source.h"

namespace forewhen {

struct NetworkActor {
  ActorId actor;
  std::uint32_t events = 0;  // it takes part in
};
struct NetworkEdge {
  std::uint32_t events = 0;  // both take part in
};
using NetworkCsr = boost::compressed_sparse_row_graph<boost::directedS, NetworkActor, NetworkEdge, boost::no_property,
                                                      std::uint32_t, std::uint32_t>;

struct ActorNetwork {
  NetworkCsr csr;  // vertices by the actor's id, edges of each by the other's
  std::size_t events = 0;
  std::size_t pairs = 0;  // num_edges / 2

  std::size_t size() const { return boost::num_vertices(csr); }
  std::optional<std::uint32_t> find(ActorId actor) const;
};

// Rows of one event may be given once only.
ActorNetwork network_of(std::span<const EventRow> rows);
// The actors and events of a window.
ActorNetwork network_of(const EventWindow& window);

// The share of its time that a walker is at each actor who goes on to another by a random event of the two, and with
// probability 1 - damping, or from one who is alone, to anybody (S. Brin and L. Page 1998, edges weighted by events).
// Sums to 1. Repeated until the values change by less than `tolerance` in all.
std::vector<double> page_rank(const ActorNetwork& network, double damping = 0.85, double tolerance = 1e-9);

// The share of the pairs of others whose shortest paths lead through the actor, each of several shortest ones counted
// by its part (L. Freeman 1977; U. Brandes, "A faster algorithm for betweenness centrality", 2001). 0 to 1.
struct BetweennessOptions {
  std::size_t exact_up_to = 2000;  // actors; of larger networks it is estimated
  std::size_t sources = 500;       // from the paths of so many actors, spread evenly (Brandes and Pich 2007)
};
struct Betweenness {
  std::vector<double> values;
  std::size_t sources = 0;  // as many as actors when it is exact
};
Betweenness betweenness(const ActorNetwork& network, const BetweennessOptions& options = {});

// For each actor the number of its part, from 1 on: the one with most actors first, equal ones by their first actor.
// components: joined by any number of steps. communities: joined more closely than chance would have it; modularity
// made large by moving actors one by one and then whole communities (V. Blondel et al., "Fast unfolding of communities
// in large networks", 2008), until no actor alone could move to advantage.
std::vector<std::uint32_t> components(const ActorNetwork& network);
std::vector<std::uint32_t> communities(const ActorNetwork& network);
// The modularity of such parts (M. Newman and M. Girvan 2004), -0.5 to 1; 0 of a network without edges.
double modularity(const ActorNetwork& network, const std::vector<std::uint32_t>& parts);

}  // namespace forewhen
