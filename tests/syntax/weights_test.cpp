// SPDX-License-Identifier: Apache-2.0
// Packed tables against the plain sum of the weights they were made of.
#include "syntax/weights.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace forewhen::syntax {
namespace {

// Whole weights, so that a scale of 1 rounds nothing.
std::vector<TrainedFeature> features_of(std::size_t count, std::size_t classes, int largest, std::mt19937_64& random) {
  std::vector<TrainedFeature> features(count);
  for (TrainedFeature& feature : features) {
    feature.feature = random();
    const std::size_t most = 1 + random() % classes;
    for (std::size_t label = 0; label < classes; ++label) {
      const int weight = static_cast<int>(random() % static_cast<std::uint64_t>(2 * largest + 1)) - largest;
      if (random() % classes < most)
        feature.weights.emplace_back(static_cast<std::uint8_t>(label), static_cast<float>(weight));
    }
  }
  return features;
}

// Some features of the table and some of none, in a random order.
std::vector<std::uint64_t> query_of(const std::vector<TrainedFeature>& features, std::size_t size,
                                    std::mt19937_64& random) {
  std::vector<std::uint64_t> query;
  while (query.size() < size)
    query.push_back(random() % 3 == 0 ? random() : features[random() % features.size()].feature);
  return query;
}

std::vector<float> plain_sum(const std::vector<TrainedFeature>& features, std::span<const std::uint64_t> query,
                             std::size_t classes) {
  std::vector<float> sum(classes);
  for (const std::uint64_t wanted : query) {
    for (const TrainedFeature& feature : features) {
      if (feature.feature != wanted) continue;
      for (const auto& [label, weight] : feature.weights) sum[label] += weight;
    }
  }
  return sum;
}

// The bytes as a model file has them: aligned to eight.
std::vector<std::uint64_t> aligned(const std::string& bytes) {
  std::vector<std::uint64_t> copy((bytes.size() + 7) / 8);
  std::memcpy(copy.data(), bytes.data(), bytes.size());
  return copy;
}

TEST(Weights, ScoreOfClassesIsThePlainSum) {
  std::mt19937_64 random(5);
  for (const std::size_t classes : {1U, 11U, 13U, 64U}) {
    for (const std::size_t count : {1U, 7U, 300U}) {
      const auto features = features_of(count, classes, ClassWeights::largest, random);
      const std::string bytes = pack_class_weights(features, 1);
      const auto held = aligned(bytes);
      ClassWeights weights;
      ASSERT_TRUE(weights.map({reinterpret_cast<const char*>(held.data()), bytes.size()}));
      for (const std::size_t size : {0U, 1U, 40U, 224U}) {
        const auto query = query_of(features, size, random);
        std::vector<float> scores(classes);
        weights.score(query, scores);
        EXPECT_EQ(scores, plain_sum(features, query, classes)) << classes << " classes, " << count << " features";
      }
    }
  }
}

// Row sums of 16 bits are spilled in time: all weights the largest there are.
TEST(Weights, LargestWeightsDoNotOverflow) {
  TrainedFeature feature{12345, {}};
  for (std::uint8_t label = 0; label < 64; ++label) feature.weights.emplace_back(label, label % 2 == 0 ? 511 : -511);
  const std::string bytes = pack_class_weights({feature}, 1);
  const auto held = aligned(bytes);
  ClassWeights weights;
  ASSERT_TRUE(weights.map({reinterpret_cast<const char*>(held.data()), bytes.size()}));
  const std::vector<std::uint64_t> query(224, 12345);
  std::vector<float> scores(64);
  weights.score(query, scores);
  EXPECT_EQ(scores[0], 224 * 511);
  EXPECT_EQ(scores[63], -224 * 511);
}

TEST(Weights, ScoreOfActionsIsThePlainSum) {
  std::mt19937_64 random(6);
  for (const std::size_t count : {1U, 5U, 400U}) {
    auto features = features_of(count, 3, 600, random);
    for (TrainedFeature& feature : features) {  // the fourth weight makes the sum zero
      float sum = 0;
      for (const auto& each : feature.weights) sum += each.second;
      feature.weights.emplace_back(std::uint8_t{3}, -sum);
    }
    const auto held = aligned(pack_action_weights(features, 1));
    ActionWeights weights;
    ASSERT_TRUE(weights.map({reinterpret_cast<const char*>(held.data()), held.size() * 8}));
    for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 224U}) {
      const auto query = query_of(features, size, random);
      std::vector<float> scores(4);
      weights.score(query, scores);
      EXPECT_EQ(scores, plain_sum(features, query, 4)) << count << " features, " << size << " asked";
    }
  }
}

}  // namespace
}  // namespace forewhen::syntax
