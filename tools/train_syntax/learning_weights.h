// SPDX-License-Identifier: Apache-2.0
// Weights of an averaged perceptron while it learns (Freund and Schapire 1999; Collins 2002). A feature counts only
// once it took part in a number of updates (Goldberg and Elhadad 2011): most never do, which keeps the model small.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/scorer.h"
#include "syntax/weights.h"

namespace forewhen::training {

class LearningWeights : public syntax::Scorer {
 public:
  LearningWeights(std::size_t classes, std::uint32_t least_updates);

  void score(std::span<const std::uint64_t> features, std::span<float> scores) const override;
  // One step of learning: moves weight from class `guess` to class `truth`; nothing but the passing of time when equal.
  void update(std::span<const std::uint64_t> features, std::size_t truth, std::size_t guess);

  // The average of each weight over all steps, for features with enough updates, sorted by feature.
  std::vector<syntax::TrainedFeature> average() const;

 private:
  struct Slot {
    std::uint64_t feature = 0;
    std::uint32_t first = 0;  // its entries, a linked list; 0 is none
    std::uint32_t updates = 0;
  };
  struct Entry {
    float weight = 0;
    float total = 0;  // sum of step * change; average = weight - total / steps
    std::uint32_t next = 0;
    std::uint32_t label = 0;
  };

  const Slot* find(std::uint64_t feature) const;
  Slot& insert(std::uint64_t feature);
  void grow();
  std::uint32_t add_block();
  void add(Slot& slot, std::size_t label, float change);

  std::size_t classes_;
  std::uint32_t least_updates_;
  double steps_ = 1;
  std::size_t used_ = 0;
  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
};

}  // namespace forewhen::training
