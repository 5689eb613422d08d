// SPDX-License-Identifier: Apache-2.0
// All paths, by number of contacts: a search in depth that goes only where the rest of the way can be gone in time.
#include <map>

#include "forewhen/graph/time_labels.h"

namespace forewhen {
namespace {

class Enumeration {
 public:
  Enumeration(const ContactGraph& graph, std::uint32_t from, std::uint32_t to, bool certain, std::size_t limit,
              std::size_t most_steps)
      : graph_(graph), back_(mirrored(graph)), to_(to), certain_(certain), limit_(limit), steps_left_(most_steps) {
    at_.resize(graph.vertices);
    for (std::uint32_t i = 0; i < graph.contacts.size(); ++i)
      for (const std::uint32_t member : graph.contacts[i].members) at_[member].push_back(i);
    on_path_.assign(graph.vertices, false);
    used_.assign(graph.contacts.size(), false);
    path_.vertices.push_back(from);
    on_path_[from] = true;
    rests_.push_back({{to, kOpenPast}});
  }

  PathList run(std::size_t most_contacts) {
    for (std::size_t length = 1; length <= std::min(most_contacts, graph_.contacts.size()); ++length) {
      add_rest();
      if (rests_.back().empty()) break;
      walk(kOpenPast, length);
      if (done()) break;
    }
    return std::move(list_);
  }

 private:
  // Of each vertex: the least label, in turned time, of a way of exactly so many contacts to the end.
  using Rest = std::map<std::uint32_t, Instant>;

  void add_rest() {
    const Rest& last = rests_.back();
    Rest next;
    for (const Contact& contact : back_.contacts) {
      // The least label of somebody else counts: nobody goes from itself to itself.
      std::optional<Instant> best, second;
      std::uint32_t of_best = 0;
      for (const std::uint32_t member : contact.members) {
        const auto at = last.find(member);
        if (at == last.end() || !can_follow(at->second, contact, certain_)) continue;
        if (!best || at->second < *best) {
          second = best, best = at->second, of_best = member;
        } else if (!second || at->second < *second) {
          second = at->second;
        }
      }
      if (!best) continue;
      for (const std::uint32_t member : contact.members) {
        const std::optional<Instant>& by = member == of_best ? second : best;
        if (!by || member == to_) continue;
        const Instant label = label_after(*by, contact, certain_);
        const auto [at, fresh] = next.try_emplace(member, label);
        if (!fresh) at->second = std::min(at->second, label);
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
    for (const std::uint32_t i : at_[path_.vertices.back()]) {
      const Contact& contact = graph_.contacts[i];
      if (used_[i] || !can_follow(label, contact, certain_)) continue;
      const Instant next = label_after(label, contact, certain_);
      for (const std::uint32_t member : contact.members) {
        if (done()) return;
        const auto at = rest.find(member);
        if (on_path_[member] || at == rest.end() || !fits(next, at->second)) continue;
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
  const ContactGraph back_;
  std::uint32_t to_;
  bool certain_;
  std::size_t limit_, steps_left_;
  std::vector<std::vector<std::uint32_t>> at_;
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
