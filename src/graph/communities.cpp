// SPDX-License-Identifier: Apache-2.0
// Louvain's method in whole numbers: the gain of a move times the weight of all edges is one, so that no rounding
// decides and equal gains are equal. Vertices are looked at in their order; of equal gains the lower community wins.
#include <algorithm>

#include "forewhen/graph/actor_network.h"
#include "graph/number_parts.h"

namespace forewhen {
namespace {

struct Neighbour {
  std::uint32_t to;
  std::int64_t weight;
};

// A graph whose vertices are communities of the one below; what lies within one is a loop, counted from both ends.
struct Level {
  std::vector<std::vector<Neighbour>> neighbours;  // without loops
  std::vector<std::int64_t> strength;              // of all edges at the vertex, loops twice
  std::int64_t total = 0;                          // of all strengths

  std::uint32_t size() const { return static_cast<std::uint32_t>(strength.size()); }
};

Level level_of(const NetworkCsr& csr) {
  Level level;
  level.neighbours.resize(boost::num_vertices(csr));
  level.strength.assign(level.neighbours.size(), 0);
  for (std::uint32_t v = 0; v < level.size(); ++v) {
    for (auto [e, end] = boost::out_edges(v, csr); e != end; ++e) {
      level.neighbours[v].push_back({boost::target(*e, csr), csr[*e].events});
      level.strength[v] += csr[*e].events;
    }
    level.total += level.strength[v];
  }
  return level;
}

// Moves vertices one by one as long as that makes modularity larger. False: nothing moved.
bool move_vertices(const Level& level, std::vector<std::uint32_t>& community) {
  std::vector<std::int64_t> strength(level.size(), 0), towards(level.size(), 0);
  for (std::uint32_t v = 0; v < level.size(); ++v) strength[community[v]] += level.strength[v];
  std::vector<std::uint32_t> met;
  bool any = false;
  for (bool moved = true; moved;) {
    moved = false;
    for (std::uint32_t v = 0; v < level.size(); ++v) {
      const std::uint32_t old = community[v];
      met = {old};
      for (const Neighbour& other : level.neighbours[v]) {
        const std::uint32_t c = community[other.to];
        if (towards[c] == 0 && c != old) met.push_back(c);
        towards[c] += other.weight;
      }
      strength[old] -= level.strength[v];
      const auto gain = [&](std::uint32_t c) { return level.total * towards[c] - level.strength[v] * strength[c]; };
      std::uint32_t best = old;
      std::int64_t most = gain(old);
      for (const std::uint32_t c : met) {
        const std::int64_t one = gain(c);
        if (one > most || (one == most && best != old && c < best)) best = c, most = one;
      }
      strength[best] += level.strength[v];
      for (const std::uint32_t c : met) towards[c] = 0;
      if (best == old) continue;
      community[v] = best;
      moved = any = true;
    }
  }
  return any;
}

// Numbers communities from 0 on, in the order of their first vertices; how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& community) {
  std::vector<std::uint32_t> number(community.size(), ~std::uint32_t{0});
  std::uint32_t next = 0;
  for (std::uint32_t& c : community) {
    if (number[c] == ~std::uint32_t{0}) number[c] = next++;
    c = number[c];
  }
  return next;
}

Level merge(const Level& level, const std::vector<std::uint32_t>& community, std::uint32_t communities) {
  Level merged;
  merged.neighbours.resize(communities);
  merged.strength.assign(communities, 0);
  merged.total = level.total;
  for (std::uint32_t v = 0; v < level.size(); ++v) {
    const std::uint32_t c = community[v];
    merged.strength[c] += level.strength[v];
    for (const Neighbour& other : level.neighbours[v]) {
      if (community[other.to] != c) merged.neighbours[c].push_back({community[other.to], other.weight});
    }
  }
  for (std::vector<Neighbour>& list : merged.neighbours) {
    std::sort(list.begin(), list.end(), [](const Neighbour& a, const Neighbour& b) { return a.to < b.to; });
    std::vector<Neighbour> sums;
    for (const Neighbour& one : list) {
      if (sums.empty() || sums.back().to != one.to)
        sums.push_back(one);
      else
        sums.back().weight += one.weight;
    }
    list = std::move(sums);
  }
  return merged;
}

}  // namespace

std::vector<std::uint32_t> communities(const ActorNetwork& network) {
  const Level actors = level_of(network.csr);
  std::vector<std::uint32_t> community(actors.size());
  for (std::uint32_t v = 0; v < actors.size(); ++v) community[v] = v;
  // Actors, then whole communities up to the top, and actors again, until these stay where they are.
  while (move_vertices(actors, community)) {
    Level level = merge(actors, community, renumber(community));
    while (true) {
      std::vector<std::uint32_t> above(level.size());
      for (std::uint32_t v = 0; v < level.size(); ++v) above[v] = v;
      if (!move_vertices(level, above)) break;
      const std::uint32_t left = renumber(above);
      for (std::uint32_t& c : community) c = above[c];
      level = merge(level, above, left);
    }
  }
  return number_parts(community);
}

double modularity(const ActorNetwork& network, const std::vector<std::uint32_t>& parts) {
  const Level level = level_of(network.csr);
  if (level.total == 0) return 0;
  std::vector<std::int64_t> strength(level.size() + 1, 0);  // parts are numbered from 1 on
  std::int64_t within = 0;
  for (std::uint32_t v = 0; v < level.size(); ++v) {
    strength[parts[v]] += level.strength[v];
    for (const Neighbour& other : level.neighbours[v]) within += parts[other.to] == parts[v] ? other.weight : 0;
  }
  const auto total = static_cast<double>(level.total);
  double expected = 0;
  for (const std::int64_t one : strength)
    expected += static_cast<double>(one) / total * static_cast<double>(one) / total;
  return static_cast<double>(within) / total - expected;
}

}  // namespace forewhen
