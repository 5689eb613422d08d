// SPDX-License-Identifier: Apache-2.0
// EventSource::best_events by its definition, over events in a map.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

template <class Map, class EventOf>
BestEvents best_of(const Map& events, const std::vector<SoughtWord>& words, std::size_t limit, EventOf event_of) {
  std::map<std::string, double> having;
  for (const auto& [id, each] : events) {
    for (const auto& [term, weight] : event_of(each).terms) having[term] += 1;
  }
  const auto rarity = [&](const std::string& stem) {
    return std::log(1 + static_cast<double>(events.size()) / having[stem]);
  };
  BestEvents found;
  for (const SoughtWord& word : words) {
    for (const std::string& stem : word.stems) {
      if (having.contains(stem)) found.rarity[stem] = rarity(stem);
    }
  }
  std::vector<std::tuple<bool, double, EventId>> ranked;  // the best is the least
  for (const auto& [id, each] : events) {
    double score = 0;
    std::size_t fitting = 0;
    for (const SoughtWord& word : words) {
      double most = 0;
      for (const auto& [term, weight] : event_of(each).terms) {
        if (std::count(word.stems.begin(), word.stems.end(), term) > 0)
          most = std::max(most, weight * rarity(term) * word.factor);
      }
      score += most;
      fitting += most > 0;
    }
    if (fitting > 0) ranked.emplace_back(fitting < words.size(), -score, id);
  }
  std::sort(ranked.begin(), ranked.end());
  found.in_all = ranked.size();
  for (const auto& [lacking, score, id] : ranked) {
    if (found.best.size() < limit) found.best.push_back({id, -score});
  }
  return found;
}

}  // namespace forewhen
