// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "syntax/tagger.h"
#include "training.h"

namespace forewhen::training {
namespace {

constexpr std::size_t folds = 5;
constexpr int fold_epochs = 5;

std::size_t learn_sentence(const Example& example, LearningWeights& weights, std::vector<float>& scores,
                           syntax::FeatureList& features) {
  std::vector<std::uint8_t> guesses(example.tokens.size());
  std::size_t right = 0;
  for (std::size_t i = 0; i < example.tokens.size(); ++i) {
    syntax::tag_features(example.tokens, guesses, i, features);
    weights.score(features.view(), scores);
    guesses[i] = static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    weights.update(features.view(), example.tags[i], guesses[i]);
    right += guesses[i] == example.tags[i];
  }
  return right;
}

LearningWeights learn_tags(const std::vector<const Example*>& examples, std::size_t tag_count, int epochs,
                           const Settings& settings) {
  LearningWeights weights(tag_count, settings.least_updates);
  std::mt19937_64 random(settings.seed);
  std::vector<float> scores(tag_count);
  syntax::FeatureList features;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    std::size_t right = 0, all = 0;
    for (const std::size_t i : shuffled(examples.size(), random)) {
      right += learn_sentence(*examples[i], weights, scores, features);
      all += examples[i]->tokens.size();
    }
    fmt::print(stderr, "tagger epoch {}: {:.2f} % right\n", epoch + 1,
               100.0 * static_cast<double>(right) / static_cast<double>(all));
  }
  return weights;
}

}  // namespace

std::vector<std::size_t> shuffled(std::size_t count, std::mt19937_64& random) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

Features train_tagger(const std::vector<const Example*>& examples, std::size_t tag_count, int epochs,
                      const Settings& settings) {
  return learn_tags(examples, tag_count, epochs, settings).average();
}

void predict_tags(std::vector<Example>& examples, std::size_t tag_count, const Settings& settings) {
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Example*> others;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (i % folds != fold) others.push_back(&examples[i]);
    }
    const std::string bytes = syntax::pack_class_weights(train_tagger(others, tag_count, fold_epochs, settings), 32);
    syntax::ClassWeights weights;
    weights.map(bytes);
    for (std::size_t i = fold; i < examples.size(); i += folds) {
      examples[i].predicted = syntax::tag_tokens(examples[i].tokens, weights, tag_count);
    }
  }
}

}  // namespace forewhen::training
