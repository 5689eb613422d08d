// SPDX-License-Identifier: Apache-2.0
// Chains are found level by level, one step a level, in the manner of the hop-bounded walks of Wu et al. (2014), "Path
// Problems in Temporal Graphs". The label of an event at a level is its room: the least latest start of the chain so
// far, at its largest over all chains of that many steps. An event fits behind a chain when its earliest start lies
// before that room; a larger room never fits less, so one label an event and level is enough (two where a chain has to
// go through an actor: before and after it has).
#include "forewhen/graph/reachability.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace forewhen {
namespace {

constexpr Vertex kNone = std::numeric_limits<Vertex>::max();
constexpr std::size_t kMostTries = 100'000;  // of chains without a repeated event, for one event

// An event, and whether a step that led to it was one of those asked for (ChainOptions::via).
struct State {
  Vertex event = kNone;
  bool through = false;
  friend auto operator<=>(const State&, const State&) = default;
};

struct Label {
  State from;  // no event: not reached at this level
  Instant room = kOpenPast;
};
using Level = std::array<std::vector<Label>, 2>;  // by State::through and event vertex

enum class Steps { any, definite };

// What the links between two events say of `a` and `b`.
struct Stated {
  bool a_first = false, a_not_first = false;
};

// Time turned round: what starts after comes before.
Bounds mirrored(const Bounds& b) {
  const auto turned = [](Instant t) {
    if (is_open(t)) return t == kOpenPast ? kOpenFuture : kOpenPast;
    return Instant{-t.time_since_epoch()};
  };
  Bounds m;
  m.earliest_start = turned(b.latest_start), m.latest_start = turned(b.earliest_start);
  return m;
}

class ChainSearch {
 public:
  ChainSearch(const EventWindow& window, Vertex seed, const ChainOptions& options, Steps steps)
      : window_(window), seed_(seed), options_(options), steps_(steps) {
    for (Vertex event = 0; event < window.events; ++event) {
      const Bounds& b = window.csr[event].bounds;
      times_.push_back(options.forward ? mirrored(b) : b);
    }
  }

  void run() {
    add_level();
    label({seed_, options_.via.empty()}) = {{seed_, options_.via.empty()}, bounds(seed_).latest_start};
    for (int hop = 1; hop <= options_.hops; ++hop) {
      add_level();
      step();
    }
  }

  // The shortest chain to the event; empty when there is none.
  std::vector<Vertex> path_to(Vertex event) const {
    const int hops = hops_to(event);
    std::vector<Vertex> path;
    State at{event, true};
    for (int level = hops; level > 0; --level) {
      path.push_back(at.event);
      at = levels_[level][at.through][at.event].from;
    }
    std::reverse(path.begin(), path.end());
    // A walk that goes back and forth to get through what is asked for is no chain; perhaps another one is.
    if (is_simple(path)) return path;
    for (int length = hops; length <= options_.hops; ++length) {
      path = {seed_};
      std::size_t tries = 0;
      if (extend(path, {length, event}, bounds(seed_).latest_start, options_.via.empty(), tries))
        return {path.begin() + 1, path.end()};
    }
    return {};
  }

 private:
  const Bounds& bounds(Vertex event) const { return times_[event]; }
  const Label& previous(State state) const { return levels_[levels_.size() - 2][state.through][state.event]; }
  Label& label(State state) { return levels_.back()[state.through][state.event]; }
  bool is_reached(State state) const { return previous(state).from.event != kNone; }
  void add_level() { levels_.push_back({std::vector<Label>(window_.events), std::vector<Label>(window_.events)}); }

  // Steps of the shortest walk to the event; 0 when there is none.
  int hops_to(Vertex event) const {
    for (std::size_t level = 1; level < levels_.size(); ++level) {
      if (levels_[level][1][event].from.event != kNone) return static_cast<int>(level);
    }
    return 0;
  }

  static bool is_simple(std::vector<Vertex> path) {
    std::sort(path.begin(), path.end());
    return std::adjacent_find(path.begin(), path.end()) == path.end();
  }

  void step() {
    const auto vertices = static_cast<Vertex>(boost::num_vertices(window_.csr));
    const auto last = options_.actors_only ? static_cast<Vertex>(window_.events + window_.actors) : vertices;
    for (const bool through : {false, true}) {
      if (!through && options_.via.empty()) continue;
      for (Vertex hub = static_cast<Vertex>(window_.events); hub < last; ++hub) step_through(hub, through);
      for (Vertex event = 0; event < window_.events; ++event) {
        if (is_reached({event, through})) step_along_links({event, through});
      }
    }
  }

  bool is_via(Vertex hub) const {
    return std::find(options_.via.begin(), options_.via.end(), hub) != options_.via.end();
  }

  // All events of one actor or place at once: from those reached to those that may precede one of them.
  void step_through(Vertex hub, bool through) {
    reached_.clear();
    members_.clear();
    const auto edges = boost::in_edges(hub, window_.csr);
    for (auto edge = edges.first; edge != edges.second; ++edge) {
      const Vertex event = boost::source(*edge, window_.csr);
      members_.push_back(event);
      if (is_reached({event, through})) reached_.push_back(event);
    }
    if (reached_.empty()) return;
    const auto reach = [&](Vertex event) {
      return steps_ == Steps::any ? previous({event, through}).room : bounds(event).earliest_start;
    };
    // Whoever fits behind one fits behind those with more room, or with a later start, so the best is tried first.
    std::sort(reached_.begin(), reached_.end(), [&](Vertex a, Vertex b) {
      const Instant a_best = reach(a), b_best = reach(b);
      return a_best != b_best ? a_best > b_best : a < b;
    });
    const bool now_through = through || is_via(hub);
    for (const Vertex event : members_) {
      for (const Vertex from : reached_) {
        if (reach(from) < least_reach(event)) break;
        if (try_step({event, now_through}, {from, through})) break;
      }
    }
  }

  // What an event must at least find to fit behind another. What only a link makes definite comes along the links.
  Instant least_reach(Vertex event) const {
    const Bounds& b = bounds(event);
    return steps_ == Steps::any ? shifted(b.earliest_start, seconds{1}) : b.latest_start;
  }

  // Events that a link ties to this one.
  template <class Visit>
  void for_linked(Vertex from, Visit visit) const {
    const auto out = boost::out_edges(from, window_.csr);
    for (auto edge = out.first; edge != out.second; ++edge) {
      if (window_.csr[*edge].kind == EdgeKind::link) visit(boost::target(*edge, window_.csr));
    }
    const auto in = boost::in_edges(from, window_.csr);
    for (auto edge = in.first; edge != in.second; ++edge) visit(boost::source(*edge, window_.csr));
  }

  void step_along_links(State from) {
    for_linked(from.event, [&](Vertex event) {
      if (options_.actors_only && !share_actor(event, from.event, false)) return;
      try_step({event, from.through || share_actor(event, from.event, true)}, from);
    });
  }

  // `via`: one of those asked for.
  bool share_actor(Vertex a, Vertex b, bool via) const {
    const auto takes_part = [&](Vertex event, Vertex actor) {
      const auto edges = boost::out_edges(event, window_.csr);
      return std::any_of(edges.first, edges.second,
                         [&](const auto& edge) { return boost::target(edge, window_.csr) == actor; });
    };
    const auto edges = boost::out_edges(a, window_.csr);
    return std::any_of(edges.first, edges.second, [&](const auto& edge) {
      const Vertex actor = boost::target(edge, window_.csr);
      return window_.csr[edge].kind == EdgeKind::participation && (!via || is_via(actor)) && takes_part(b, actor);
    });
  }

  // Whether `event` can stand behind `from` in a chain that has so much room.
  bool fits(Vertex event, Vertex from, Instant room) const {
    if (event == seed_ || event == from || bounds(event).earliest_start >= room) return false;
    const Certainty certainty = step_certainty(event, from);
    return certainty == Certainty::definite || (steps_ == Steps::any && certainty == Certainty::possible);
  }

  // Puts `event` behind `from` when its time and the links allow it and the label is better.
  bool try_step(State event, State from) {
    const Label& behind = previous(from);
    if (!fits(event.event, from.event, behind.room)) return false;
    const Label next{from, std::min(bounds(event.event).latest_start, behind.room)};
    Label& best = label(event);
    const bool better =
        best.from.event == kNone || next.room > best.room || (next.room == best.room && from < best.from);
    if (better) best = next;
    return true;
  }

  struct Goal {
    int length;
    Vertex event;
  };

  // Chains without a repeated event, tried one after the other; `path` begins with the seed.
  bool extend(std::vector<Vertex>& path, Goal goal, Instant room, bool through, std::size_t& tries) const {
    const Vertex from = path.back();
    if (static_cast<int>(path.size()) - 1 == goal.length) return through && from == goal.event;
    bool found = false;
    const auto visit = [&](Vertex event) {
      const bool last = static_cast<int>(path.size()) == goal.length;
      if (found || last != (event == goal.event) || ++tries > kMostTries) return;
      if (std::find(path.begin(), path.end(), event) != path.end() || !fits(event, from, room)) return;
      path.push_back(event);
      found = extend(path, goal, std::min(room, bounds(event).latest_start), through || share_actor(event, from, true),
                     tries);
      if (!found) path.pop_back();
    };
    const auto edges = boost::out_edges(from, window_.csr);
    for (auto edge = edges.first; edge != edges.second && !found; ++edge) {
      const EdgeKind kind = window_.csr[*edge].kind;
      if (kind == EdgeKind::link || (kind == EdgeKind::location && options_.actors_only)) continue;
      const auto members = boost::in_edges(boost::target(*edge, window_.csr), window_.csr);
      for (auto member = members.first; member != members.second && !found; ++member)
        visit(boost::source(*member, window_.csr));
    }
    for_linked(from, [&](Vertex event) {
      if (!options_.actors_only || share_actor(event, from, false)) visit(event);
    });
    return found;
  }

  // Whether `event` precedes `from`: dates first, then what is said of the two.
  Certainty step_certainty(Vertex event, Vertex from) const {
    const Certainty by_dates = precedes(bounds(event), bounds(from));
    if (by_dates != Certainty::possible) return by_dates;
    const Stated stated = options_.forward ? stated_order(from, event) : stated_order(event, from);
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
  std::vector<Bounds> times_;  // by event, as the search sees them
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

std::vector<Chain> find_chains(const EventWindow& window, Vertex seed, const ChainOptions& options) {
  assert(seed < window.events);
  ChainSearch definite(window, seed, options, Steps::definite), any(window, seed, options, Steps::any);
  definite.run();
  any.run();
  std::vector<Chain> chains;
  for (Vertex event = 0; event < window.events; ++event) {
    if (event == seed) continue;
    std::vector<Vertex> path = definite.path_to(event);
    const bool is_definite = !path.empty();
    if (!is_definite) path = any.path_to(event);
    if (!path.empty()) chains.push_back({event, is_definite, std::move(path)});
  }
  return chains;
}

}  // namespace forewhen
