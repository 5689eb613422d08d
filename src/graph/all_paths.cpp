// SPDX-License-Identifier: Apache-2.0
// All paths, by number of contacts: a search in depth that goes only where the rest of the way can be gone in time.
#include <span>

#include "forewhen/graph/time_labels.h"

namespace forewhen {
namespace {

class Enumeration {
 public:
  Enumeration(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, bool certain, std::size_t limit,
              std::size_t most_steps)
      : graph_(graph), to_(to), certain_(certain), limit_(limit), steps_left_(most_steps) {
    on_path_.assign(graph.vertices, false);
    used_.assign(graph.contacts.size(), false);
    path_.vertices.push_back(from);
    on_path_[from] = true;
    rests_.emplace_back(graph.vertices);
    rests_.back().put(to, kOpenPast);
  }

  PathList run(std::size_t most_contacts) {
    for (std::size_t length = 1; length <= std::min(most_contacts, graph_.contacts.size()); ++length) {
      add_rest();
      if (rests_.back().is_empty) break;
      if (!rests_.back().find(path_.vertices.front())) continue;  // no way of exactly so many contacts
      if (at_.empty()) list_contacts();
      walk(kOpenPast, length);
      if (done()) break;
    }
    return std::move(list_);
  }

 private:
  // Of each vertex: the least label, in turned time, of a way of exactly so many contacts to the end.
  struct Rest {
    std::vector<Instant> labels;  // by vertex
    std::vector<char> has;
    bool is_empty = true;

    explicit Rest(std::size_t vertices) : labels(vertices), has(vertices, 0) {}
    const Instant* find(std::uint32_t vertex) const { return has[vertex] ? &labels[vertex] : nullptr; }
    void put(std::uint32_t vertex, Instant label) {
      if (!has[vertex] || label < labels[vertex]) labels[vertex] = label;
      has[vertex] = 1, is_empty = false;
    }
  };

  // Of each vertex, one list after the other.
  void list_contacts() {
    begins_.assign(graph_.vertices + 1, 0);
    for (const Contact& contact : graph_.contacts)
      for (const std::uint32_t member : contact.members) ++begins_[member + 1];
    for (std::size_t v = 0; v < graph_.vertices; ++v) begins_[v + 1] += begins_[v];
    at_.resize(begins_.back());
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (std::uint32_t i = 0; i < graph_.contacts.size(); ++i)
      for (const std::uint32_t member : graph_.contacts[i].members) at_[next[member]++] = i;
  }
  std::span<const std::uint32_t> contacts_at(std::uint32_t vertex) const {
    return std::span(at_).subspan(begins_[vertex], begins_[vertex + 1] - begins_[vertex]);
  }

  void add_rest() {
    const Rest& last = rests_.back();
    Rest next(graph_.vertices);
    for (const Contact& contact : graph_.contacts) {
      const Contact turned{mirrored(contact.latest), mirrored(contact.earliest), {}};
      // The least label of somebody else counts: nobody goes from itself to itself.
      const Instant *best = nullptr, *second = nullptr;
      std::uint32_t of_best = 0;
      for (const std::uint32_t member : contact.members) {
        const Instant* label = last.find(member);
        if (label == nullptr || !can_follow(*label, turned, certain_)) continue;
        if (best == nullptr || *label < *best) {
          second = best, best = label, of_best = member;
        } else if (second == nullptr || *label < *second) {
          second = label;
        }
      }
      if (best == nullptr) continue;
      for (const std::uint32_t member : contact.members) {
        const Instant* by = member == of_best ? second : best;
        if (by != nullptr && member != to_) next.put(member, label_after(*by, turned, certain_));
      }
    }
    rests_.push_back(std::move(next));
  }

  bool done() const { return list_.cut || (limit_ != 0 && list_.paths.size() >= limit_); }

  // Whether a way whose label in turned time is `rest` can follow one that has `label`.
  bool fits(Instant label, Instant rest) const {
    const Instant until = mirrored(rest);
    if (rest == kOpenPast) return true;  // at the end already
    return certain_ ? label <= until : label < until;
  }

  void walk(Instant label, std::size_t left) {
    if (left == 0) {
      list_.paths.push_back(path_);
      return;
    }
    const Rest& rest = rests_[left - 1];
    for (const std::uint32_t i : contacts_at(path_.vertices.back())) {
      const Contact& contact = graph_.contacts[i];
      if (used_[i] || !can_follow(label, contact, certain_)) continue;
      const Instant next = label_after(label, contact, certain_);
      for (const std::uint32_t member : contact.members) {
        if (done()) return;
        const Instant* at = rest.find(member);
        if (on_path_[member] || at == nullptr || !fits(next, *at)) continue;
        if (steps_left_ == 0) {
          list_.cut = true;
          return;
        }
        --steps_left_;
        used_[i] = on_path_[member] = true;
        path_.contacts.push_back(i), path_.vertices.push_back(member);
        walk(next, left - 1);
        path_.contacts.pop_back(), path_.vertices.pop_back();
        used_[i] = on_path_[member] = false;
      }
    }
  }

  const ContactGraph& graph_;
  std::uint32_t to_;
  bool certain_;
  std::size_t limit_, steps_left_;
  std::vector<std::uint32_t> at_;    // list_contacts()
  std::vector<std::size_t> begins_;  // of each vertex in it, and one more
  std::vector<Rest> rests_;
  std::vector<bool> on_path_, used_;
  TimePath path_;
  PathList list_;
};

}  // namespace

PathList all_paths(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, bool certain, std::size_t limit,
                   std::size_t most_contacts, std::size_t most_steps) {
  return Enumeration(graph, from, to, certain, limit, most_steps).run(most_contacts);
}

}  // namespace forewhen
