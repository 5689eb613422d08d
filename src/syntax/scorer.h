// SPDX-License-Identifier: Apache-2.0
// The seam between decoding and weights: the program scores with tables mapped from the model file, the trainer with
// weights that still change.
#pragma once

#include <cstdint>
#include <span>

namespace forewhen::syntax {

class Scorer {
 public:
  virtual ~Scorer() = default;
  // Sets scores[c] to the sum of the features' weights for class c.
  virtual void score(std::span<const std::uint64_t> features, std::span<float> scores) const = 0;
};

}  // namespace forewhen::syntax
