// SPDX-License-Identifier: Apache-2.0
// Each measure has a best value (a departure, an arrival or both); the path is then one of fewest contacts among those
// contacts that cannot spoil the value. Fewest contacts visit nobody twice.
#include "forewhen/graph/time_paths.h"

#include <queue>
#include <span>
#include <tuple>

#include "forewhen/graph/time_labels.h"

namespace forewhen {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Step {
  std::uint32_t contact = kNone, before = kNone;
};

std::vector<const Contact*> by_earliest(const ContactGraph& graph) {
  std::vector<const Contact*> order;
  order.reserve(graph.contacts.size());
  for (const Contact& contact : graph.contacts) order.push_back(&contact);
  const auto comes_first = [](const Contact* a, const Contact* b) { return a->earliest < b->earliest; };
  if (!std::is_sorted(order.begin(), order.end(), comes_first))
    std::stable_sort(order.begin(), order.end(), comes_first);
  return order;
}

// The contacts of each vertex, by earliest start; with each the greatest latest start of those up to it.
class ContactsOfVertices {
 public:
  explicit ContactsOfVertices(const ContactGraph& graph) : contacts_(graph.contacts), first_(graph.vertices + 1) {
    for (const Contact& contact : contacts_)
      for (const std::uint32_t member : contact.members) ++first_[member + 1];
    for (std::size_t v = 0; v < graph.vertices; ++v) first_[v + 1] += first_[v];
    of_.resize(first_.back());
    latest_.resize(first_.back());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (const Contact* contact : by_earliest(graph)) {
      for (const std::uint32_t member : contact->members) {
        const std::size_t at = next[member]++;
        of_[at] = static_cast<std::uint32_t>(contact - contacts_.data());
        latest_[at] = at == first_[member] ? contact->latest : std::max(latest_[at - 1], contact->latest);
      }
    }
  }

  // Those that may start after `after` and whose earliest start is not after `until`, and perhaps some that end before.
  std::span<const std::uint32_t> between(std::uint32_t vertex, Instant after, Instant until) const {
    const auto latest = latest_.begin() + static_cast<std::ptrdiff_t>(first_[vertex]);
    const auto end = latest_.begin() + static_cast<std::ptrdiff_t>(first_[vertex + 1]);
    const auto from = static_cast<std::size_t>(std::upper_bound(latest, end, after) - latest_.begin());
    const auto begin = of_.begin() + static_cast<std::ptrdiff_t>(from);
    const auto to = std::upper_bound(begin, of_.begin() + static_cast<std::ptrdiff_t>(first_[vertex + 1]), until,
                                     [this](Instant t, std::uint32_t i) { return t < contacts_[i].earliest; });
    return {begin, to};
  }

 private:
  const std::vector<Contact>& contacts_;
  std::vector<std::size_t> first_;  // of each vertex
  std::vector<std::uint32_t> of_;
  std::vector<Instant> latest_;
};

// Least labels by number of contacts, round by round, until `to` is reached or nothing changes any more.
class Rounds {
 public:
  Rounds(const ContactGraph& graph, std::uint32_t from, bool certain) : graph_(graph), certain_(certain), at_(graph) {
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
    for (const std::uint32_t vertex : changed_) {
      for (const std::uint32_t i : at_.between(vertex, *old[vertex], kOpenFuture)) {
        if (allowed(graph_.contacts[i]) && can_follow(*old[vertex], graph_.contacts[i], certain_))
          contacts.push_back(i);
      }
    }
    std::sort(contacts.begin(), contacts.end());
    contacts.erase(std::unique(contacts.begin(), contacts.end()), contacts.end());
    std::vector<std::uint32_t> changed;
    for (const std::uint32_t i : contacts) {
      const Contact& contact = graph_.contacts[i];
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
  ContactsOfVertices at_;
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

// In the order of time a contact is reached when one of its members is (Wu et al., section 4.1).
std::optional<Instant> earliest_certain(const ContactGraph& graph, std::uint32_t from, std::uint32_t to) {
  std::vector<std::optional<Instant>> labels(graph.vertices);
  labels[from] = kOpenPast;
  for (const Contact* contact : by_earliest(graph)) {
    if (labels[to] && *labels[to] <= contact->earliest) break;
    const auto reached = [&](std::uint32_t member) { return labels[member] && *labels[member] <= contact->earliest; };
    if (std::none_of(contact->members.begin(), contact->members.end(), reached)) continue;
    for (const std::uint32_t member : contact->members) {
      if (!labels[member] || *labels[member] > contact->latest) labels[member] = contact->latest;
    }
  }
  return labels[to];
}

// The vertex of the least label is reached for good (E. W. Dijkstra): labels only grow along a path.
std::optional<Instant> earliest_possible(const ContactGraph& graph, std::uint32_t from, std::uint32_t to) {
  using Label = std::pair<Instant, std::uint32_t>;
  const ContactsOfVertices at(graph);
  std::vector<std::optional<Instant>> labels(graph.vertices);
  std::priority_queue<Label, std::vector<Label>, std::greater<>> queue;
  labels[from] = kOpenPast;
  queue.emplace(kOpenPast, from);
  while (!queue.empty()) {
    const auto [label, vertex] = queue.top();
    queue.pop();
    if (vertex == to) return label;
    if (label > *labels[vertex]) continue;
    for (const std::uint32_t i : at.between(vertex, label, kOpenFuture)) {
      const Contact& contact = graph.contacts[i];
      if (!can_follow(label, contact, false)) continue;
      const Instant next = label_after(label, contact, false);
      if (labels[to] && *labels[to] <= next) break;  // and so are those that start later
      for (const std::uint32_t member : contact.members) {
        if (labels[member] && *labels[member] <= next) continue;
        labels[member] = next;
        queue.emplace(next, member);
      }
    }
  }
  return std::nullopt;
}

std::optional<Instant> earliest_arrival(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, bool certain) {
  return certain ? earliest_certain(graph, from, to) : earliest_possible(graph, from, to);
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
  std::vector<Frontier> known(graph.vertices);
  for (const Contact* contact : by_earliest(graph)) {
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
// keeps what no other beats in both. A path only ever takes longer, so one that already takes as long as the best known
// leads nowhere; to begin with that is the fastest certain one, which is possible as well.
std::optional<PathTimes> fastest_possible(const ContactGraph& graph, std::uint32_t from, std::uint32_t to) {
  struct Label {
    Instant arrival, departure;
    std::uint32_t vertex;
  };
  const auto later = [](const Label& a, const Label& b) {
    return std::tuple(a.arrival, b.departure, a.vertex) > std::tuple(b.arrival, a.departure, b.vertex);
  };
  const std::optional<PathTimes> certain = fastest_certain(graph, from, to);
  const seconds most = certain ? span_of(certain->departure, certain->arrival) : seconds::max();
  const ContactsOfVertices at(graph);
  std::priority_queue<Label, std::vector<Label>, decltype(later)> queue(later);
  queue.push({kOpenPast, kOpenFuture, from});
  std::vector<std::optional<Instant>> departures(graph.vertices);
  std::optional<PathTimes> best;
  seconds quickest = seconds::max();
  const auto too_long = [&](Instant departure, Instant arrival) {
    const seconds span = span_of(departure, arrival);
    return span > most || (best && span >= quickest);
  };
  while (!queue.empty()) {
    const Label label = queue.top();
    queue.pop();
    if (departures[label.vertex] && *departures[label.vertex] >= label.departure) continue;
    departures[label.vertex] = label.departure;
    if (too_long(label.departure, label.arrival) && label.vertex != from) continue;
    if (label.vertex == to) {
      best = PathTimes{label.departure, label.arrival};
      quickest = span_of(label.departure, label.arrival);
      continue;
    }
    const seconds left = best ? quickest : most;
    const bool endless = is_open(label.departure) || left == seconds::max();
    const Instant until = endless ? kOpenFuture : shifted(label.departure, left);
    for (const std::uint32_t i : at.between(label.vertex, label.arrival, until)) {
      const Contact& contact = graph.contacts[i];
      if (!can_follow(label.arrival, contact, false)) continue;
      const Instant arrival = std::max(label.arrival, contact.earliest);
      const Instant departure = std::min(label.departure, contact.latest);
      if (too_long(departure, arrival)) continue;
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
