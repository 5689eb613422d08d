// SPDX-License-Identifier: Apache-2.0
#include "forewhen/graph/actor_network.h"

#include <algorithm>
#include <boost/graph/connected_components.hpp>

#include "graph/number_parts.h"

namespace forewhen {
namespace {

// Takes the actors of one event after the other, numbered as they come; by id in the end.
class Gathering {
 public:
  void add(std::uint64_t id) {
    const auto [at, fresh] = number_of_.emplace(id, static_cast<std::uint32_t>(actors_.size()));
    if (fresh) actors_.push_back({ActorId{id}, 0});
    ++actors_[at->second].events;
    members_.push_back(at->second);
  }
  void end_event() { ends_.push_back(members_.size()); }

  ActorNetwork network() {
    sort_actors();
    list_pairs();
    // By the first of each pair, then each one's list by itself.
    std::vector<std::size_t> begin(actors_.size() + 1, 0);
    for (const auto& [from, to] : pairs_) ++begin[from + 1];
    for (std::size_t v = 0; v < actors_.size(); ++v) begin[v + 1] += begin[v];
    std::vector<std::uint32_t> others(pairs_.size());
    std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
    for (const auto& [from, to] : pairs_) others[next[from]++] = to;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<NetworkEdge> edges;
    for (std::uint32_t v = 0; v < actors_.size(); ++v) {
      std::sort(others.begin() + static_cast<std::ptrdiff_t>(begin[v]),
                others.begin() + static_cast<std::ptrdiff_t>(begin[v + 1]));
      for (std::size_t at = begin[v]; at < begin[v + 1]; ++at) {
        if (at == begin[v] || others[at] != others[at - 1]) {
          ends.emplace_back(v, others[at]);
          edges.push_back({0});
        }
        ++edges.back().events;
      }
    }
    ActorNetwork network;
    network.csr = NetworkCsr(boost::edges_are_sorted, ends.begin(), ends.end(), edges.begin(),
                             static_cast<std::uint32_t>(actors_.size()));
    for (std::uint32_t v = 0; v < actors_.size(); ++v) network.csr[v] = actors_[v];
    network.events = ends_.size(), network.pairs = ends.size() / 2;
    return network;
  }

 private:
  void sort_actors() {
    std::vector<std::uint32_t> order(actors_.size()), place(actors_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return actors_[a].actor < actors_[b].actor; });
    std::vector<NetworkActor> sorted;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      sorted.push_back(actors_[order[i]]);
    }
    actors_ = std::move(sorted);
    for (std::uint32_t& member : members_) member = place[member];
  }

  void list_pairs() {
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
      for (std::size_t a = begin; a < end; ++a) {
        for (std::size_t b = begin; b < end; ++b) {
          if (a != b) pairs_.emplace_back(members_[a], members_[b]);
        }
      }
      begin = end;
    }
  }

  std::vector<NetworkActor> actors_;
  std::unordered_map<std::uint64_t, std::uint32_t> number_of_;
  std::vector<std::uint32_t> members_;                          // of all events, one after the other
  std::vector<std::size_t> ends_;                               // of each event's
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // from, to; as often as they meet
};

}  // namespace

std::optional<std::uint32_t> ActorNetwork::find(ActorId actor) const {
  std::uint32_t low = 0, high = static_cast<std::uint32_t>(size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    (csr[middle].actor < actor ? low : high) = csr[middle].actor < actor ? middle + 1 : middle;
  }
  return low < size() && csr[low].actor == actor ? std::optional(low) : std::nullopt;
}

ActorNetwork network_of(std::span<const EventRow> rows) {
  Gathering gathering;
  for (const EventRow& row : rows) {
    for (const ActorId actor : row.actors) gathering.add(actor.value);
    gathering.end_event();
  }
  return gathering.network();
}

ActorNetwork network_of(const EventWindow& window) {
  Gathering gathering;
  for (Vertex v = 0; v < window.events; ++v) {
    for (auto [at, end] = boost::out_edges(v, window.csr); at != end; ++at) {
      if (window.csr[*at].kind == EdgeKind::participation) gathering.add(window.csr[boost::target(*at, window.csr)].id);
    }
    gathering.end_event();
  }
  return gathering.network();
}

std::vector<std::uint32_t> components(const ActorNetwork& network) {
  std::vector<std::uint32_t> parts(network.size());
  if (!parts.empty()) boost::connected_components(network.csr, parts.data());
  return number_parts(parts);
}

}  // namespace forewhen
