// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "training.h"

namespace forewhen::training {
namespace {

using Weights = std::map<std::uint8_t, float>;

syntax::TrainedFeature mean_of(std::uint64_t feature, const Weights& sums, std::size_t runs) {
  syntax::TrainedFeature mean{feature, {}};
  for (const auto& [label, sum] : sums) mean.weights.emplace_back(label, sum / static_cast<float>(runs));
  return mean;
}

bool is_heavy(const syntax::TrainedFeature& feature, float least_weight) {
  return std::any_of(feature.weights.begin(), feature.weights.end(),
                     [&](const auto& weight) { return std::abs(weight.second) >= least_weight; });
}

}  // namespace

Features average_runs(const std::vector<Features>& runs, float least_weight) {
  // Each run is sorted by feature: walk through all at once.
  std::vector<std::size_t> at(runs.size());
  Features means;
  while (true) {
    std::uint64_t next = UINT64_MAX;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      if (at[r] < runs[r].size()) next = std::min(next, runs[r][at[r]].feature);
    }
    if (next == UINT64_MAX) return means;
    Weights sums;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      if (at[r] >= runs[r].size() || runs[r][at[r]].feature != next) continue;
      for (const auto& [label, weight] : runs[r][at[r]].weights) sums[label] += weight;
      ++at[r];
    }
    syntax::TrainedFeature mean = mean_of(next, sums, runs.size());
    if (is_heavy(mean, least_weight)) means.push_back(std::move(mean));
  }
}

}  // namespace forewhen::training
