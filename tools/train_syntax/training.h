// SPDX-License-Identifier: Apache-2.0
// The three models of the syntax module, each learnt from a treebank. All are pure functions of their arguments.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "learning_weights.h"
#include "syntax/inventory.h"
#include "syntax/token_features.h"
#include "treebank.h"

namespace forewhen::training {

// A sentence with what all models need of it.
struct Example {
  std::vector<syntax::TokenFeatures> tokens;
  std::vector<std::uint8_t> tags;       // gold
  std::vector<std::uint8_t> predicted;  // by a tagger that did not see the sentence
  std::vector<int> heads;               // gold; -1 for the root
  std::vector<std::uint8_t> relations;
};

struct Settings {
  std::uint64_t seed = 1;
  int tagger_epochs = 8;
  int parser_epochs = 7;
  int labeller_epochs = 6;
  std::uint32_t least_updates = 3;
  // Models with different seeds whose weights are averaged: an ensemble at the price of one.
  int parser_runs = 3, labeller_runs = 2;
  // Features whose largest weight is below it are dropped.
  float least_parser_weight = 1.0F, least_labeller_weight = 0.8F;
};

using Features = std::vector<syntax::TrainedFeature>;

Features train_tagger(const std::vector<const Example*>& examples, std::size_t tag_count, int epochs,
                      const Settings& settings);
// Fills `predicted` of all examples by taggers that were trained on the others (five folds).
void predict_tags(std::vector<Example>& examples, std::size_t tag_count, const Settings& settings);

Features train_parser(const std::vector<Example>& examples, const syntax::Inventory& tags, const Settings& settings);
Features train_labeller(const std::vector<Example>& examples, const syntax::Inventory& tags,
                        const syntax::Inventory& relations, const Settings& settings);

// The mean weights of several models of the same kind. A linear model of mean weights decides as the models' votes
// would, weighted by how sure each is, and costs no more than one of them.
Features average_runs(const std::vector<Features>& runs, float least_weight);

// The numbers 0..count-1, shuffled in a way that does not depend on the standard library.
std::vector<std::size_t> shuffled(std::size_t count, std::mt19937_64& random);

}  // namespace forewhen::training
