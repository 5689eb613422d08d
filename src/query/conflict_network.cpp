// SPDX-License-Identifier: Apache-2.0
#include "query/conflict_network.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace forewhen {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

struct Edge {
  std::size_t to;
  std::size_t statement;
  bool strict;
};

// Past the last start that the date allows: its own, and its end, since something ends after it starts.
Instant start_before(const NetworkDate& date) { return std::min(date.bounds.latest_start, date.bounds.latest_end); }

class Search {
 public:
  Search(const StatementNetwork& network, std::size_t most_steps)
      : network_(network),
        steps_left_(most_steps),
        edges_(network.events),
        dates_(network.events),
        on_path_(network.events, false) {
    for (std::size_t i = 0; i < network.dates.size(); ++i) dates_[network.dates[i].event].push_back(i);
    for (std::size_t i = 0; i < network.links.size(); ++i) {
      const NetworkLink& link = network.links[i];
      edges_[link.from].push_back({link.to, network.dates.size() + i, link.strict});
      if (link.both && link.from != link.to) edges_[link.to].push_back({link.from, network.dates.size() + i, false});
    }
  }

  MinimalSets run() {
    find_reach();
    for (std::size_t event = 0; event < network_.events; ++event) {
      compare_ends(event);
      if (dates_[event].empty()) continue;
      latest_ = kOpenPast;
      for (const std::size_t date : dates_[event])
        latest_ = std::max(latest_, network_.dates[date].bounds.earliest_start);
      if (latest_ == kOpenPast) continue;
      first_ = event;
      walk_from(event);
    }
    find_components();
    for (first_ = 0; first_ < network_.events; ++first_) {
      if (has_strict_[component_[first_]]) circle_from(first_, false);
    }
    return minimal();
  }

 private:
  bool step() {
    if (steps_left_ == 0) return at_least_ = true, false;
    --steps_left_;
    return true;
  }

  // The earliest "starts before" of any event that links lead to, for each event.
  void find_reach() {
    reach_.assign(network_.events, kOpenFuture);
    std::vector<std::vector<std::size_t>> back(network_.events);
    for (std::size_t event = 0; event < network_.events; ++event)
      for (const Edge& edge : edges_[event]) back[edge.to].push_back(event);
    std::vector<std::pair<Instant, std::size_t>> order;
    for (const NetworkDate& date : network_.dates) order.push_back({start_before(date), date.event});
    std::sort(order.begin(), order.end());
    std::vector<bool> known(network_.events, false);
    for (const auto& [time, event] : order) {
      std::vector<std::size_t> queue{event};
      while (!queue.empty()) {
        const std::size_t at = queue.back();
        queue.pop_back();
        if (known[at]) continue;
        known[at] = true;
        reach_[at] = time;
        queue.insert(queue.end(), back[at].begin(), back[at].end());
      }
    }
  }

  void compare_ends(std::size_t event) {
    for (const std::size_t a : dates_[event]) {
      for (const std::size_t b : dates_[event]) {
        const Bounds& x = network_.dates[a].bounds;
        const Bounds& y = network_.dates[b].bounds;
        if (!is_open(x.earliest_end) && x.earliest_end >= y.latest_end && step()) keep(a, b);
      }
    }
  }

  // Dates of the first event against those here, `path_` being the links between them.
  void compare_starts(std::size_t here) {
    for (const std::size_t a : dates_[first_]) {
      const Instant earliest = network_.dates[a].bounds.earliest_start;
      for (const std::size_t b : dates_[here]) {
        if (!is_open(earliest) && earliest >= start_before(network_.dates[b]) && step()) keep(a, b);
      }
    }
  }

  void walk_from(std::size_t here) {
    if (reach_[here] > latest_ || !step()) return;
    compare_starts(here);
    on_path_[here] = true;
    for (const Edge& edge : edges_[here]) {
      if (on_path_[edge.to]) continue;
      path_.push_back(edge.statement);
      walk_from(edge.to);
      path_.pop_back();
    }
    on_path_[here] = false;
  }

  // Circles of which the first event has the least number, so that each is walked once.
  void circle_from(std::size_t here, bool strict) {
    if (!step()) return;
    on_path_[here] = true;
    for (const Edge& edge : edges_[here]) {
      if (edge.to < first_ || component_[edge.to] != component_[first_]) continue;
      if (edge.to != first_ && on_path_[edge.to]) continue;
      path_.push_back(edge.statement);
      if (edge.to == first_) {
        if (strict || edge.strict) found_.push_back(path_);
      } else {
        circle_from(edge.to, strict || edge.strict);
      }
      path_.pop_back();
    }
    on_path_[here] = false;
  }

  // Strongly connected components, after Tarjan (1972), without recursion.
  void find_components() {
    component_.assign(network_.events, kNone);
    std::vector<std::size_t> number(network_.events, kNone), low(network_.events, 0), stack;
    std::size_t next = 0;
    struct Frame {
      std::size_t event, edge;
    };
    for (std::size_t root = 0; root < network_.events; ++root) {
      if (number[root] != kNone) continue;
      std::vector<Frame> frames{{root, 0}};
      while (!frames.empty()) {
        Frame& frame = frames.back();
        const std::size_t at = frame.event;
        if (frame.edge == 0) {
          number[at] = low[at] = next++;
          stack.push_back(at);
        }
        bool descended = false;
        while (frame.edge < edges_[at].size()) {
          const std::size_t to = edges_[at][frame.edge++].to;
          if (number[to] == kNone) {
            frames.push_back({to, 0});
            descended = true;
            break;
          }
          if (component_[to] == kNone) low[at] = std::min(low[at], number[to]);
        }
        if (descended) continue;
        if (low[at] == number[at]) {
          std::size_t member = kNone;
          do {
            member = stack.back();
            stack.pop_back();
            component_[member] = components_;
          } while (member != at);
          ++components_;
        }
        frames.pop_back();
        if (!frames.empty()) low[frames.back().event] = std::min(low[frames.back().event], low[at]);
      }
    }
    has_strict_.assign(components_, false);
    for (std::size_t event = 0; event < network_.events; ++event)
      for (const Edge& edge : edges_[event])
        if (edge.strict && component_[edge.to] == component_[event]) has_strict_[component_[event]] = true;
  }

  void keep(std::size_t earlier, std::size_t later) {
    std::vector<std::size_t> set{earlier};
    set.insert(set.end(), path_.begin(), path_.end());
    if (later != earlier) set.push_back(later);
    found_.push_back(std::move(set));
  }

  MinimalSets minimal() {
    struct Candidate {
      std::vector<std::size_t> sorted, set;
    };
    std::vector<Candidate> candidates;
    for (std::vector<std::size_t>& set : found_) {
      std::vector<std::size_t> sorted = set;
      std::sort(sorted.begin(), sorted.end());
      sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
      candidates.push_back({std::move(sorted), std::move(set)});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tuple(a.sorted.size(), a.sorted, a.set) < std::tuple(b.sorted.size(), b.sorted, b.set);
    });
    MinimalSets out;
    out.at_least = at_least_;
    std::map<std::size_t, std::vector<const std::vector<std::size_t>*>> kept;  // by their least statement
    for (Candidate& candidate : candidates) {
      const bool larger = std::any_of(candidate.sorted.begin(), candidate.sorted.end(), [&](std::size_t statement) {
        const auto at = kept.find(statement);
        return at != kept.end() && std::any_of(at->second.begin(), at->second.end(), [&](const auto* less) {
                 return std::includes(candidate.sorted.begin(), candidate.sorted.end(), less->begin(), less->end());
               });
      });
      if (larger) continue;
      kept[candidate.sorted.front()].push_back(&candidate.sorted);
      out.sets.push_back(std::move(candidate.set));
    }
    return out;
  }

  const StatementNetwork& network_;
  std::size_t steps_left_;
  bool at_least_ = false;
  std::vector<std::vector<Edge>> edges_;
  std::vector<std::vector<std::size_t>> dates_;  // of each event
  std::vector<Instant> reach_;
  std::vector<std::size_t> component_;
  std::vector<bool> has_strict_;
  std::size_t components_ = 0;

  std::size_t first_ = 0;
  Instant latest_ = kOpenPast;  // of the earliest starts of the first event
  std::vector<bool> on_path_;
  std::vector<std::size_t> path_;
  std::vector<std::vector<std::size_t>> found_;
};

}  // namespace

MinimalSets minimal_conflicts(const StatementNetwork& network, std::size_t most_steps) {
  return Search(network, most_steps).run();
}

}  // namespace forewhen
