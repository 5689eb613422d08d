// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "syntax/labeller.h"
#include "training.h"

namespace forewhen::training {
namespace {

struct Labelling {
  const syntax::Inventory& tags;
  const syntax::Inventory& relations;
  std::uint8_t root;
};

std::size_t learn_sentence(const Example& example, const Labelling& labelling, LearningWeights& weights) {
  const syntax::ParserInput input(example.tokens, example.predicted, labelling.tags);
  const syntax::TreeView tree(example.heads);
  std::vector<std::uint8_t> guesses(example.heads.size(), syntax::no_relation);
  std::vector<float> scores(labelling.relations.size());
  syntax::FeatureList features;
  std::size_t right = 0;
  for (const int word : tree.order()) {
    const auto at = static_cast<std::size_t>(word);
    guesses[at] = labelling.root;
    if (tree.head(word) < 0) continue;
    syntax::relation_features(tree, input, guesses, labelling.relations, word, features);
    weights.score(features.view(), scores);
    scores[labelling.root] = -1e9F;
    guesses[at] = static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    weights.update(features.view(), example.relations[at], guesses[at]);
    right += guesses[at] == example.relations[at];
  }
  return right;
}

}  // namespace

Features train_labeller(const std::vector<Example>& examples, const syntax::Inventory& tags,
                        const syntax::Inventory& relations, const Settings& settings) {
  LearningWeights weights(relations.size(), settings.least_updates);
  std::mt19937_64 random(settings.seed + 2);
  const Labelling labelling{tags, relations, relations.find("root").value_or(0)};
  for (int epoch = 0; epoch < settings.labeller_epochs; ++epoch) {
    std::size_t right = 0, all = 0;
    for (const std::size_t i : shuffled(examples.size(), random)) {
      right += learn_sentence(examples[i], labelling, weights);
      all += examples[i].heads.size() - 1;
    }
    fmt::print(stderr, "labeller epoch {}: {:.2f} % right\n", epoch + 1,
               100.0 * static_cast<double>(right) / static_cast<double>(all));
  }
  return weights.average();
}

}  // namespace forewhen::training
