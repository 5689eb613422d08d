// SPDX-License-Identifier: Apache-2.0
// By repeated multiplication. boost::page_rank knows no weights, and does not divide its start by the number of
// vertices, so that it needs many more rounds for the same accuracy.
#include <cmath>

#include "forewhen/graph/actor_network.h"

namespace forewhen {

std::vector<double> page_rank(const ActorNetwork& network, double damping, double tolerance) {
  const NetworkCsr& csr = network.csr;
  const auto n = static_cast<std::uint32_t>(network.size());
  if (n == 0) return {};
  struct Partner {
    std::uint32_t actor;
    std::uint32_t events;
  };
  std::vector<Partner> partners;  // of all, one after the other: they are gone through a hundred times
  std::vector<std::size_t> ends;
  std::vector<double> per_event(n, 0);  // 1 / events shared with all others together; 0 for one who is alone
  for (std::uint32_t v = 0; v < n; ++v) {
    double shared = 0;
    for (auto [e, end] = boost::out_edges(v, csr); e != end; ++e) {
      partners.push_back({boost::target(*e, csr), csr[*e].events});
      shared += csr[*e].events;
    }
    ends.push_back(partners.size());
    if (shared > 0) per_event[v] = 1 / shared;
  }
  std::vector<double> rank(n, 1.0 / n), leaving(n);
  // The error falls by the factor `damping` a round at least.
  const int most = 10 + static_cast<int>(std::ceil(std::log(tolerance / 2) / std::log(damping)));
  for (int round = 0; round < most; ++round) {
    double alone = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
      leaving[v] = rank[v] * per_event[v];
      if (per_event[v] == 0) alone += rank[v];
    }
    const double everywhere = (1 - damping + damping * alone) / n;
    double change = 0;
    const Partner* partner = partners.data();
    for (std::uint32_t v = 0; v < n; ++v) {
      double arriving = 0;
      for (const Partner* end = partners.data() + ends[v]; partner != end; ++partner)
        arriving += partner->events * leaving[partner->actor];
      const double next = everywhere + damping * arriving;
      change += std::abs(next - rank[v]);
      rank[v] = next;
    }
    if (change < tolerance) break;
  }
  return rank;
}

}  // namespace forewhen
