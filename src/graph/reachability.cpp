// SPDX-License-Identifier: Apache-2.0
// Chains are found level by level, one step a level, in the manner of the hop-bounded walks of Wu et al. (2014), "Path
// Problems in Temporal Graphs". The label of an event at a level is its room: the least latest start of the chain so
// far, at its largest over all chains of that many steps. An event fits behind a chain when its earliest start lies
// before that room; a larger room never fits less, so one label an event and level is enough.
#include "forewhen/graph/reachability.h"

#include <algorithm>
#include <cassert>
#include <deque>

namespace forewhen {
namespace {

constexpr Vertex kNone = std::numeric_limits<Vertex>::max();

struct Label {
  Vertex from = kNone;  // kNone: not reached at this level
  Instant room = kOpenPast;
};
using Level = std::vector<Label>;  // by event vertex

enum class Steps { any, definite };

// What the links between two events say of `a` and `b`.
struct Stated {
  bool a_first = false, a_not_first = false;
};

class ChainSearch {
 public:
  ChainSearch(const EventWindow& window, Vertex seed, const ChainOptions& options, Steps steps)
      : window_(window), seed_(seed), options_(options), steps_(steps) {}

  void run() {
    Level first(window_.events);
    first[seed_] = {seed_, bounds(seed_).latest_start};
    levels_.push_back(std::move(first));
    for (int hop = 1; hop <= options_.hops; ++hop) {
      levels_.emplace_back(window_.events);
      step();
    }
  }

  // Steps of the shortest chain to the event; 0 when there is none.
  int hops_to(Vertex event) const {
    for (std::size_t level = 1; level < levels_.size(); ++level) {
      if (levels_[level][event].from != kNone) return static_cast<int>(level);
    }
    return 0;
  }

  std::vector<Vertex> path_to(Vertex event) const {
    std::vector<Vertex> path;
    for (int level = hops_to(event); level > 0; --level) {
      path.push_back(event);
      event = levels_[level][event].from;
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  const Bounds& bounds(Vertex event) const { return window_.csr[event].bounds; }
  const Level& previous() const { return levels_[levels_.size() - 2]; }

  void step() {
    const auto vertices = static_cast<Vertex>(boost::num_vertices(window_.csr));
    const auto last = options_.actors_only ? static_cast<Vertex>(window_.events + window_.actors) : vertices;
    for (Vertex hub = static_cast<Vertex>(window_.events); hub < last; ++hub) step_through(hub);
    for (Vertex event = 0; event < window_.events; ++event) {
      if (previous()[event].from != kNone) step_along_links(event);
    }
  }

  // All events of one actor or place at once: from those reached to those that may precede one of them.
  void step_through(Vertex hub) {
    reached_.clear();
    members_.clear();
    const auto edges = boost::in_edges(hub, window_.csr);
    for (auto edge = edges.first; edge != edges.second; ++edge) {
      const Vertex event = boost::source(*edge, window_.csr);
      members_.push_back(event);
      if (previous()[event].from != kNone) reached_.push_back(event);
    }
    if (reached_.empty()) return;
    // Whoever fits behind one fits behind those with more room, or with a later start, so the best is tried first.
    std::sort(reached_.begin(), reached_.end(), [this](Vertex a, Vertex b) {
      const Instant a_best = reach(a), b_best = reach(b);
      return a_best != b_best ? a_best > b_best : a < b;
    });
    for (const Vertex event : members_) {
      for (const Vertex from : reached_) {
        if (reach(from) < least_reach(event)) break;
        if (try_step(event, from)) break;
      }
    }
  }

  Instant reach(Vertex event) const {
    return steps_ == Steps::any ? previous()[event].room : bounds(event).earliest_start;
  }

  // What an event must at least find to fit behind another. What only a link makes definite comes along the links.
  Instant least_reach(Vertex event) const {
    const Bounds& b = bounds(event);
    return steps_ == Steps::any ? shifted(b.earliest_start, seconds{1}) : b.latest_start;
  }

  void step_along_links(Vertex from) {
    const auto visit = [&](Vertex event) {
      if (!options_.actors_only || share_actor(event, from)) try_step(event, from);
    };
    const auto out = boost::out_edges(from, window_.csr);
    for (auto edge = out.first; edge != out.second; ++edge) {
      if (window_.csr[*edge].kind == EdgeKind::link) visit(boost::target(*edge, window_.csr));
    }
    const auto in = boost::in_edges(from, window_.csr);
    for (auto edge = in.first; edge != in.second; ++edge) visit(boost::source(*edge, window_.csr));
  }

  bool share_actor(Vertex a, Vertex b) const {
    const auto takes_part = [&](Vertex event, Vertex actor) {
      const auto edges = boost::out_edges(event, window_.csr);
      return std::any_of(edges.first, edges.second,
                         [&](const auto& edge) { return boost::target(edge, window_.csr) == actor; });
    };
    const auto edges = boost::out_edges(a, window_.csr);
    return std::any_of(edges.first, edges.second, [&](const auto& edge) {
      return window_.csr[edge].kind == EdgeKind::participation && takes_part(b, boost::target(edge, window_.csr));
    });
  }

  // Puts `event` behind `from` when its time and the links allow it and the label is better.
  bool try_step(Vertex event, Vertex from) {
    const Label& behind = previous()[from];
    if (event == seed_ || event == from || bounds(event).earliest_start >= behind.room) return false;
    const Certainty certainty = step_certainty(event, from);
    if (certainty == Certainty::no || (steps_ == Steps::definite && certainty != Certainty::definite)) return false;
    const Label label{from, std::min(bounds(event).latest_start, behind.room)};
    Label& best = levels_.back()[event];
    const bool better = best.from == kNone || label.room > best.room || (label.room == best.room && from < best.from);
    if (better) best = label;
    return true;
  }

  // Whether `event` precedes `from`: dates first, then what is said of the two.
  Certainty step_certainty(Vertex event, Vertex from) const {
    const Certainty by_dates = precedes(bounds(event), bounds(from));
    if (by_dates != Certainty::possible) return by_dates;
    const Stated stated = stated_order(event, from);
    if (stated.a_first && stated.a_not_first) return by_dates;  // a contradiction: only the dates are heard
    if (stated.a_first) return Certainty::definite;
    return stated.a_not_first ? Certainty::no : by_dates;
  }

  Stated stated_order(Vertex a, Vertex b) const {
    Stated stated;
    const auto hear = [&](Vertex from, Vertex to) {
      const auto edges = boost::out_edges(from, window_.csr);
      for (auto edge = edges.first; edge != edges.second; ++edge) {
        const GraphEdge& link = window_.csr[*edge];
        if (link.kind != EdgeKind::link || boost::target(*edge, window_.csr) != to) continue;
        if (link.relation == Relation::before && from == a) stated.a_first = true;
        if (from == b || link.relation == Relation::simultaneous) stated.a_not_first = true;
      }
    };
    hear(a, b);
    hear(b, a);
    return stated;
  }

  const EventWindow& window_;
  Vertex seed_;
  const ChainOptions& options_;
  Steps steps_;
  std::vector<Level> levels_;
  std::vector<Vertex> reached_, members_;
};

}  // namespace

std::vector<NearVertex> neighbourhood(const EventWindow& window, Vertex seed, int depth) {
  std::vector<int> distance(boost::num_vertices(window.csr), -1);
  std::vector<NearVertex> near{{seed, 0}};
  distance[seed] = 0;
  for (std::size_t at = 0; at < near.size(); ++at) {
    const NearVertex from = near[at];
    if (from.distance == depth) break;
    const auto visit = [&](Vertex next) {
      if (distance[next] >= 0) return;
      distance[next] = from.distance + 1;
      near.push_back({next, from.distance + 1});
    };
    const auto out = boost::out_edges(from.vertex, window.csr);
    for (auto edge = out.first; edge != out.second; ++edge) visit(boost::target(*edge, window.csr));
    const auto in = boost::in_edges(from.vertex, window.csr);
    for (auto edge = in.first; edge != in.second; ++edge) visit(boost::source(*edge, window.csr));
  }
  std::stable_sort(near.begin(), near.end(), [](const NearVertex& a, const NearVertex& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.vertex < b.vertex;
  });
  return near;
}

std::vector<Chain> chains_back(const EventWindow& window, Vertex seed, const ChainOptions& options) {
  assert(seed < window.events);
  ChainSearch definite(window, seed, options, Steps::definite), any(window, seed, options, Steps::any);
  definite.run();
  any.run();
  std::vector<Chain> chains;
  for (Vertex event = 0; event < window.events; ++event) {
    if (event == seed) continue;
    const bool is_definite = definite.hops_to(event) > 0;
    if (!is_definite && any.hops_to(event) == 0) continue;
    chains.push_back({event, is_definite, is_definite ? definite.path_to(event) : any.path_to(event)});
  }
  return chains;
}

}  // namespace forewhen
