// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "timeline/same_event.h"

namespace forewhen {
namespace {

struct Pair {
  int score;
  std::size_t a, b;
};

// A part is what was joined by score; a whole is one part, or several that merges tie together.
class Clustering {
 public:
  Clustering(const std::vector<const LocalEvent*>& events, const DecisionIndex& decisions)
      : events_(events), decisions_(decisions), part_(events.size()), whole_(events.size()) {
    std::iota(part_.begin(), part_.end(), std::size_t{0});
    std::iota(whole_.begin(), whole_.end(), std::size_t{0});
    for (std::size_t i = 0; i < events.size(); ++i) {
      parts_.push_back({i});
      wholes_.push_back({{i}, {}});
      for (const Claim& claim : events[i]->claims) {
        if (const auto bundle = decisions.bundle(claim.id)) wholes_[i].bundles.insert(*bundle);
      }
    }
  }

  std::vector<std::vector<std::size_t>> run() {
    join_merged();
    for (const Pair& pair : scored_pairs()) join(pair);
    std::vector<std::vector<std::size_t>> out;
    for (Whole& whole : wholes_) {
      if (whole.members.empty()) continue;
      std::sort(whole.members.begin(), whole.members.end());
      out.push_back(std::move(whole.members));
    }
    return out;
  }

 private:
  struct Whole {
    std::vector<std::size_t> members;
    std::set<ClaimId> bundles;
  };

  void join_merged() {
    std::map<ClaimId, std::size_t> first;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      for (const Claim& claim : events_[i]->claims) {
        const auto bundle = decisions_.bundle(claim.id);
        if (bundle) unite_wholes(first.try_emplace(*bundle, i).first->second, i);
      }
    }
  }

  std::vector<Pair> scored_pairs() {
    const std::size_t n = events_.size();
    std::vector<Pair> pairs;
    same_.assign(n, std::vector<bool>(n, false));
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = a + 1; b < n; ++b) {
        const int score = same_event_score(*events_[a], *events_[b]);
        if (score > 0) pairs.push_back({score, a, b});
        same_[a][b] = same_[b][a] = score > 0;
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.score > y.score; });
    return pairs;
  }

  void join(const Pair& pair) {
    const std::size_t into = std::min(part_[pair.a], part_[pair.b]), from = std::max(part_[pair.a], part_[pair.b]);
    if (into == from) return;
    if (!fit(parts_[into], parts_[from]) || !may_meet(whole_[pair.a], whole_[pair.b])) return;
    for (std::size_t member : parts_[from]) part_[member] = into;
    parts_[into].insert(parts_[into].end(), parts_[from].begin(), parts_[from].end());
    parts_[from].clear();
    unite_wholes(pair.a, pair.b);
  }

  // At least half of the pairs across documents are the same by themselves, and no pair excludes each other: a report
  // that says little joins those that agree, and near matches do not chain.
  bool fit(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) const {
    std::size_t same = 0, pairs = 0;
    for (std::size_t x : a) {
      for (std::size_t y : b) {
        if (events_[x]->key.document == events_[y]->key.document) continue;
        ++pairs;
        same += same_[x][y] ? 1 : 0;
      }
    }
    if (2 * same < pairs) return false;
    return std::none_of(a.begin(), a.end(), [&](std::size_t x) {
      return std::any_of(b.begin(), b.end(),
                         [&](std::size_t y) { return !same_[x][y] && exclude_each_other(*events_[x], *events_[y]); });
    });
  }

  bool may_meet(std::size_t a, std::size_t b) const {
    return a == b || !decisions_.any_apart(wholes_[a].bundles, wholes_[b].bundles);
  }

  void unite_wholes(std::size_t a, std::size_t b) {
    const std::size_t into = std::min(whole_[a], whole_[b]), from = std::max(whole_[a], whole_[b]);
    if (into == from) return;
    Whole &to = wholes_[into], &old = wholes_[from];
    for (std::size_t member : old.members) whole_[member] = into;
    to.members.insert(to.members.end(), old.members.begin(), old.members.end());
    to.bundles.merge(old.bundles);
    old = {};
  }

  const std::vector<const LocalEvent*>& events_;
  const DecisionIndex& decisions_;
  std::vector<std::size_t> part_, whole_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<Whole> wholes_;
  std::vector<std::vector<bool>> same_;
};

}  // namespace

std::vector<std::vector<std::size_t>> cluster(const std::vector<const LocalEvent*>& events,
                                              const DecisionIndex& decisions) {
  return Clustering(events, decisions).run();
}

}  // namespace forewhen
