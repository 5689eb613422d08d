// SPDX-License-Identifier: Apache-2.0
// Each measure has a best value (a departure, an arrival or both); the path is then one of fewest contacts among those
// contacts that cannot spoil the value. Fewest contacts visit nobody twice.
#include "forewhen/graph/time_paths.h"

#include <queue>
#include <tuple>

#include "graph/time_labels.h"

namespace forewhen {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Step {
  std::uint32_t contact = kNone, before = kNone;
};

// Least labels by number of contacts, round by round, until `to` is reached or nothing changes any more.
class Rounds {
 public:
  Rounds(const ContactGraph& graph, std::uint32_t from, bool certain) : graph_(graph), certain_(certain) {
    at_.resize(graph.vertices);
    for (std::uint32_t i = 0; i < graph.contacts.size(); ++i)
      for (const std::uint32_t member : graph.contacts[i].members) at_[member].push_back(i);
    labels_.emplace_back(graph.vertices);
    labels_[0][from] = kOpenPast;
    changed_ = {from};
  }

  template <class Allowed>
  bool round(Allowed allowed) {
    const std::vector<std::optional<Instant>>& old = labels_.back();
    std::vector<std::optional<Instant>> fresh = old;
    std::vector<Step> steps(graph_.vertices);
    std::vector<std::uint32_t> contacts;
    for (const std::uint32_t vertex : changed_) contacts.insert(contacts.end(), at_[vertex].begin(), at_[vertex].end());
    std::sort(contacts.begin(), contacts.end());
    contacts.erase(std::unique(contacts.begin(), contacts.end()), contacts.end());
    std::vector<std::uint32_t> changed;
    for (const std::uint32_t i : contacts) {
      const Contact& contact = graph_.contacts[i];
      if (!allowed(contact)) continue;
      std::uint32_t best = kNone;
      for (const std::uint32_t member : contact.members) {
        if (old[member] && can_follow(*old[member], contact, certain_) && (best == kNone || *old[member] < *old[best]))
          best = member;
      }
      if (best == kNone) continue;
      const Instant label = label_after(*old[best], contact, certain_);
      for (const std::uint32_t member : contact.members) {
        if (fresh[member] && *fresh[member] <= label) continue;
        fresh[member] = label;
        steps[member] = {i, best};
        changed.push_back(member);
      }
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    changed_ = std::move(changed);
    labels_.push_back(std::move(fresh));
    steps_.push_back(std::move(steps));
    return !changed_.empty();
  }

  const std::optional<Instant>& label(std::uint32_t vertex) const { return labels_.back()[vertex]; }

  TimePath path_to(std::uint32_t to) const {
    TimePath path;
    path.vertices.push_back(to);
    for (std::size_t round = steps_.size(); round > 0; --round) {
      const Step& step = steps_[round - 1][path.vertices.back()];
      if (step.contact == kNone) continue;  // reached by fewer
      path.contacts.push_back(step.contact);
      path.vertices.push_back(step.before);
    }
    std::reverse(path.contacts.begin(), path.contacts.end());
    std::reverse(path.vertices.begin(), path.vertices.end());
    return path;
  }

 private:
  const ContactGraph& graph_;
  bool certain_;
  std::vector<std::vector<std::uint32_t>> at_;  // contacts of each vertex
  std::vector<std::vector<std::optional<Instant>>> labels_;
  std::vector<std::vector<Step>> steps_;
  std::vector<std::uint32_t> changed_;
};

template <class Allowed>
std::optional<TimePath> fewest(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, bool certain,
                               Allowed allowed) {
  Rounds rounds(graph, from, certain);
  while (rounds.round(allowed))
    if (rounds.label(to)) return rounds.path_to(to);
  return std::nullopt;
}

bool any(const Contact&) { return true; }

std::optional<Instant> earliest_arrival(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, bool certain) {
  Rounds rounds(graph, from, certain);
  while (rounds.round(any)) {
  }
  return rounds.label(to);
}

// How long between two instants, where an open end makes it endless.
seconds span_of(Instant from, Instant to) {
  if (to <= from) return seconds::zero();
  if (is_open(from) || is_open(to)) return seconds::max();
  return to - from;
}

// Departures and arrivals of which none is both later and earlier: sorted, departures rise with arrivals.
class Frontier {
 public:
  // The latest departure of those that arrive by then.
  std::optional<Instant> departure_by(Instant arrival) const {
    const auto at = std::upper_bound(times_.begin(), times_.end(), arrival,
                                     [](Instant t, const PathTimes& one) { return t < one.arrival; });
    return at == times_.begin() ? std::nullopt : std::optional(std::prev(at)->departure);
  }
  void add(const PathTimes& fresh) {
    const std::optional<Instant> known = departure_by(fresh.arrival);
    if (known && *known >= fresh.departure) return;
    const auto from = std::lower_bound(times_.begin(), times_.end(), fresh.arrival,
                                       [](const PathTimes& one, Instant t) { return one.arrival < t; });
    const auto to =
        std::find_if(from, times_.end(), [&](const PathTimes& one) { return one.departure > fresh.departure; });
    times_.insert(times_.erase(from, to), fresh);
  }
  const std::vector<PathTimes>& times() const { return times_; }

 private:
  std::vector<PathTimes> times_;
};

// For certain paths, contacts in the order of time (Wu et al., section 4.3).
std::optional<PathTimes> fastest_certain(const ContactGraph& graph, std::uint32_t from, std::uint32_t to) {
  std::vector<const Contact*> order;
  for (const Contact& contact : graph.contacts) order.push_back(&contact);
  std::stable_sort(order.begin(), order.end(),
                   [](const Contact* a, const Contact* b) { return a->earliest < b->earliest; });
  std::vector<Frontier> known(graph.vertices);
  for (const Contact* contact : order) {
    std::optional<Instant> departure;
    for (const std::uint32_t member : contact->members) {
      const std::optional<Instant> by =
          member == from ? std::optional(contact->earliest) : known[member].departure_by(contact->earliest);
      if (by) departure = std::max(departure.value_or(kOpenPast), *by);
    }
    if (!departure) continue;
    for (const std::uint32_t member : contact->members) {
      if (member != from) known[member].add({*departure, contact->latest});
    }
  }
  std::optional<PathTimes> best;
  for (const PathTimes& times : known[to].times()) {
    if (!best || std::tuple(span_of(times.departure, times.arrival), times.arrival) <
                     std::tuple(span_of(best->departure, best->arrival), best->arrival))
      best = times;
  }
  return best;
}

// For possible paths: (greatest earliest start, least latest start), taken in the order of the first; each vertex
// keeps what no other beats in both.
std::optional<PathTimes> fastest_possible(const ContactGraph& graph, std::uint32_t from, std::uint32_t to) {
  struct Label {
    Instant arrival, departure;
    std::uint32_t vertex;
  };
  const auto later = [](const Label& a, const Label& b) {
    return std::tuple(a.arrival, b.departure, a.vertex) > std::tuple(b.arrival, a.departure, b.vertex);
  };
  std::vector<std::vector<std::uint32_t>> at(graph.vertices);
  for (std::uint32_t i = 0; i < graph.contacts.size(); ++i)
    for (const std::uint32_t member : graph.contacts[i].members) at[member].push_back(i);
  std::priority_queue<Label, std::vector<Label>, decltype(later)> queue(later);
  queue.push({kOpenPast, kOpenFuture, from});
  std::vector<std::optional<Instant>> departures(graph.vertices);
  std::optional<PathTimes> best;
  while (!queue.empty()) {
    const Label label = queue.top();
    queue.pop();
    if (departures[label.vertex] && *departures[label.vertex] >= label.departure) continue;
    departures[label.vertex] = label.departure;
    if (label.vertex == to) {
      if (!best || span_of(label.departure, label.arrival) < span_of(best->departure, best->arrival))
        best = PathTimes{label.departure, label.arrival};
      continue;
    }
    for (const std::uint32_t i : at[label.vertex]) {
      const Contact& contact = graph.contacts[i];
      if (!can_follow(label.arrival, contact, false)) continue;
      const Instant arrival = std::max(label.arrival, contact.earliest);
      const Instant departure = std::min(label.departure, contact.latest);
      for (const std::uint32_t member : contact.members) {
        if (!departures[member] || *departures[member] < departure) queue.push({arrival, departure, member});
      }
    }
  }
  return best;
}

}  // namespace

PathTimes times_of(const ContactGraph& graph, const TimePath& path, bool certain) {
  if (certain) return {graph.contacts[path.contacts.front()].earliest, graph.contacts[path.contacts.back()].latest};
  PathTimes times{kOpenFuture, kOpenPast};
  for (const std::uint32_t contact : path.contacts) {
    times.arrival = std::max(times.arrival, graph.contacts[contact].earliest);
    times.departure = std::min(times.departure, graph.contacts[contact].latest);
  }
  return times;
}

std::optional<TimePath> best_path(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, PathMeasure measure,
                                  bool certain) {
  if (measure == PathMeasure::shortest) return fewest(graph, from, to, certain, any);
  std::optional<Instant> departure, arrival;
  if (measure == PathMeasure::earliest) {
    arrival = earliest_arrival(graph, from, to, certain);
    if (!arrival) return std::nullopt;
  } else if (measure == PathMeasure::latest) {
    const std::optional<Instant> back = earliest_arrival(mirrored(graph), to, from, certain);
    if (!back) return std::nullopt;
    departure = mirrored(*back);
  } else {
    const std::optional<PathTimes> times =
        certain ? fastest_certain(graph, from, to) : fastest_possible(graph, from, to);
    if (!times) return std::nullopt;
    departure = times->departure, arrival = times->arrival;
  }
  return fewest(graph, from, to, certain, [&](const Contact& contact) {
    if (arrival && (certain ? contact.latest : contact.earliest) > *arrival) return false;
    return !departure || (certain ? contact.earliest : contact.latest) >= *departure;
  });
}

}  // namespace forewhen
