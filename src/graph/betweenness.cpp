// SPDX-License-Identifier: Apache-2.0
// Brandes' accumulation, one source after the other. boost::brandes_betweenness_centrality takes all vertices for
// sources and keeps lists of predecessors; the levels of the walk say as much.
#include <algorithm>
#include <utility>

#include "forewhen/graph/actor_network.h"

namespace forewhen {
namespace {

class Accumulation {
 public:
  explicit Accumulation(const NetworkCsr& csr)
      : csr_(csr),
        values_(boost::num_vertices(csr), 0),
        level_(values_.size(), kUnseen),
        paths_(values_.size(), 0),
        share_(values_.size(), 0) {}

  std::vector<double> take() { return std::move(values_); }

  void add(std::uint32_t source) {
    walk(source);
    // Back from the farthest: what depends on a vertex is shared out among those before it.
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::uint32_t v = order_[i];
      const double part = (1 + share_[v]) / paths_[v];
      for (auto [u, end] = boost::adjacent_vertices(v, csr_); u != end; ++u) {
        if (level_[*u] + 1 == level_[v]) share_[*u] += paths_[*u] * part;
      }
      values_[v] += share_[v];
    }
    for (const std::uint32_t v : order_) level_[v] = kUnseen, paths_[v] = share_[v] = 0;
  }

 private:
  static constexpr std::uint32_t kUnseen = ~std::uint32_t{0} - 1;

  void walk(std::uint32_t source) {
    order_ = {source};
    level_[source] = 0, paths_[source] = 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t v = order_[i];
      for (auto [u, end] = boost::adjacent_vertices(v, csr_); u != end; ++u) {
        if (level_[*u] == kUnseen) {
          level_[*u] = level_[v] + 1;
          order_.push_back(*u);
        }
        if (level_[*u] == level_[v] + 1) paths_[*u] += paths_[v];
      }
    }
  }

  const NetworkCsr& csr_;
  std::vector<double> values_;
  std::vector<std::uint32_t> level_, order_;  // order_: as the walk met them
  std::vector<double> paths_, share_;         // shortest paths to a vertex; what depends on it
};

}  // namespace

Betweenness betweenness(const ActorNetwork& network, const BetweennessOptions& options) {
  const std::size_t n = network.size();
  const std::size_t sources = n <= options.exact_up_to ? n : std::min(n, std::max<std::size_t>(1, options.sources));
  Accumulation accumulation(network.csr);
  // Vertices stand in the order of ids, which are hashes of names: evenly among them is evenly among all.
  for (std::size_t i = 0; i < sources; ++i) accumulation.add(static_cast<std::uint32_t>(i * n / sources));
  Betweenness result{accumulation.take(), sources};
  if (n < 3) return result;
  const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
  const double scale = static_cast<double>(n) / static_cast<double>(sources) / pairs;
  for (double& value : result.values) value *= scale;
  return result;
}

}  // namespace forewhen
