// SPDX-License-Identifier: Apache-2.0
#include "forewhen/graph/actor_network.h"

#include <algorithm>
#include <boost/graph/connected_components.hpp>

#include "graph/number_parts.h"

namespace forewhen {
namespace {

// Takes the actors of one event after the other.
class Gathering {
 public:
  explicit Gathering(std::vector<std::uint64_t> ids) : ids_(std::move(ids)) {
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
    actors_.reserve(ids_.size());
    for (const std::uint64_t id : ids_) actors_.push_back({ActorId{id}, 0});
    of_id_.reserve(ids_.size());
    for (std::uint32_t v = 0; v < ids_.size(); ++v) of_id_.emplace(ids_[v], v);
  }

  void add(std::span<const std::uint64_t> event) {
    ++events_;
    there_.clear();
    for (const std::uint64_t id : event) there_.push_back(of_id_.at(id));
    for (const std::uint32_t v : there_) ++actors_[v].events;
    for (const std::uint32_t a : there_) {
      for (const std::uint32_t b : there_) {
        if (a != b) pairs_.push_back(std::uint64_t{a} << 32 | b);
      }
    }
  }

  ActorNetwork network() {
    std::sort(pairs_.begin(), pairs_.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<NetworkEdge> edges;
    for (std::size_t at = 0; at < pairs_.size();) {
      const std::size_t first = at;
      while (at < pairs_.size() && pairs_[at] == pairs_[first]) ++at;
      ends.emplace_back(static_cast<std::uint32_t>(pairs_[first] >> 32), static_cast<std::uint32_t>(pairs_[first]));
      edges.push_back({static_cast<std::uint32_t>(at - first)});
    }
    ActorNetwork network;
    network.csr = NetworkCsr(boost::edges_are_sorted, ends.begin(), ends.end(), edges.begin(),
                             static_cast<std::uint32_t>(actors_.size()));
    for (std::uint32_t v = 0; v < actors_.size(); ++v) network.csr[v] = actors_[v];
    network.events = events_, network.pairs = ends.size() / 2;
    return network;
  }

 private:
  std::vector<std::uint64_t> ids_;
  std::vector<NetworkActor> actors_;
  std::unordered_map<std::uint64_t, std::uint32_t> of_id_;
  std::vector<std::uint64_t> pairs_;  // from, to
  std::vector<std::uint32_t> there_;
  std::size_t events_ = 0;
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
  std::vector<std::uint64_t> ids, event;
  for (const EventRow& row : rows) {
    for (const ActorId actor : row.actors) ids.push_back(actor.value);
  }
  Gathering gathering(std::move(ids));
  for (const EventRow& row : rows) {
    event.clear();
    for (const ActorId actor : row.actors) event.push_back(actor.value);
    gathering.add(event);
  }
  return gathering.network();
}

ActorNetwork network_of(const EventWindow& window) {
  std::vector<std::uint64_t> ids, event;
  const auto begin = static_cast<Vertex>(window.events);
  for (Vertex v = begin; v < begin + window.actors; ++v) ids.push_back(window.csr[v].id);
  Gathering gathering(std::move(ids));
  for (Vertex v = 0; v < window.events; ++v) {
    event.clear();
    for (auto [at, end] = boost::out_edges(v, window.csr); at != end; ++at) {
      if (window.csr[*at].kind == EdgeKind::participation)
        event.push_back(window.csr[boost::target(*at, window.csr)].id);
    }
    gathering.add(event);
  }
  return gathering.network();
}

std::vector<std::uint32_t> components(const ActorNetwork& network) {
  std::vector<std::uint32_t> parts(network.size());
  if (!parts.empty()) boost::connected_components(network.csr, parts.data());
  return number_parts(parts);
}

}  // namespace forewhen
