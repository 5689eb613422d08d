// SPDX-License-Identifier: Apache-2.0
// Training with exploration: after the first epoch the parser mostly follows its own choices, right or wrong, so that
// it learns to go on from its mistakes.
#include <fmt/format.h>

#include "oracle.h"
#include "syntax/transition_parser.h"
#include "training.h"

namespace forewhen::training {
namespace {

using syntax::Action;
using syntax::action_count;
using syntax::ArcEager;

constexpr std::uint64_t exploration = 90;  // per cent

struct Choice {
  std::size_t guess = action_count;  // best score of all allowed actions
  std::size_t truth = action_count;  // best score of those that cost least
  bool right = false;
};

Choice choose(const ArcEager& state, const std::array<float, action_count>& scores,
              const std::array<int, action_count>& costs) {
  Choice choice;
  int least = 1 << 30;
  for (std::size_t i = 0; i < action_count; ++i) {
    if (state.allows(static_cast<Action>(i))) least = std::min(least, costs[i]);
  }
  for (std::size_t i = 0; i < action_count; ++i) {
    if (!state.allows(static_cast<Action>(i))) continue;
    if (choice.guess == action_count || scores[i] > scores[choice.guess]) choice.guess = i;
    if (costs[i] == least && (choice.truth == action_count || scores[i] > scores[choice.truth])) choice.truth = i;
  }
  choice.right = costs[choice.guess] == least;
  return choice;
}

bool is_forced(const ArcEager& state) { return state.stack_size() == 0 || state.next() == state.words(); }

void apply_forced(ArcEager& state) {
  if (state.stack_size() == 0) return state.apply(Action::shift);
  state.apply(state.allows(Action::left) ? Action::left : Action::reduce);
}

struct Progress {
  std::size_t right = 0, all = 0;
};

void learn_sentence(const Example& example, const syntax::Inventory& tags, bool explore, LearningWeights& weights,
                    std::mt19937_64& random, Progress& progress) {
  const syntax::ParserInput input(example.tokens, example.predicted, tags);
  std::vector<int> gold = example.heads;
  for (int& head : gold) head = head < 0 ? input.size() : head;
  ArcEager state(input.roles());
  syntax::FeatureList features;
  std::array<float, action_count> scores{};
  while (!state.finished()) {
    if (is_forced(state)) {
      apply_forced(state);
      continue;
    }
    syntax::action_features(state, input, features);
    weights.score(features.view(), scores);
    const Choice choice = choose(state, scores, action_costs(state, gold));
    weights.update(features.view(), choice.truth, choice.guess);
    progress.right += choice.right;
    ++progress.all;
    const bool follow = choice.right || (explore && random() % 100 < exploration);
    state.apply(static_cast<Action>(follow ? choice.guess : choice.truth));
  }
}

}  // namespace

Features train_parser(const std::vector<Example>& examples, const syntax::Inventory& tags, const Settings& settings) {
  LearningWeights weights(action_count, settings.least_updates);
  std::mt19937_64 random(settings.seed + 1);
  for (int epoch = 0; epoch < settings.parser_epochs; ++epoch) {
    Progress progress;
    for (const std::size_t i : shuffled(examples.size(), random))
      learn_sentence(examples[i], tags, epoch > 0, weights, random, progress);
    fmt::print(stderr, "parser epoch {}: {:.2f} % right\n", epoch + 1,
               100.0 * static_cast<double>(progress.right) / static_cast<double>(progress.all));
  }
  return weights.average();
}

}  // namespace forewhen::training
