// SPDX-License-Identifier: Apache-2.0
#include "oracle.h"

namespace forewhen::training {
namespace {

using syntax::Action;
using syntax::ArcEager;

int gold_head(const std::vector<int>& gold, int word) { return gold[static_cast<std::size_t>(word)]; }

struct OnStack {
  int dependents_of_next = 0;  // without a head yet
  bool head_of_next = false;   // below the top
};

OnStack look_at_stack(const ArcEager& state, const std::vector<int>& gold) {
  OnStack found;
  for (std::size_t depth = 0; depth < state.stack_size(); ++depth) {
    const int word = state.stack(depth);
    if (gold_head(gold, word) == state.next() && state.head(word) < 0) ++found.dependents_of_next;
    if (depth > 0 && state.next() < state.words() && gold_head(gold, state.next()) == word) found.head_of_next = true;
  }
  return found;
}

int dependents_in_buffer(const ArcEager& state, const std::vector<int>& gold, int head) {
  int count = 0;
  for (int word = state.next(); word < state.words(); ++word) count += gold_head(gold, word) == head;
  return count;
}

}  // namespace

std::array<int, syntax::action_count> action_costs(const ArcEager& state, const std::vector<int>& gold) {
  std::array<int, syntax::action_count> costs{};
  const auto cost = [&](Action action) -> int& { return costs[static_cast<std::size_t>(action)]; };
  const int top = state.stack(0), next = state.next();
  const OnStack stack = look_at_stack(state, gold);
  const bool more = next < state.words();
  const bool top_is_head = more && top >= 0 && gold_head(gold, next) == top;
  cost(Action::shift) = stack.dependents_of_next + (stack.head_of_next || top_is_head);
  if (top < 0) return costs;
  const int waiting = dependents_in_buffer(state, gold, top);
  cost(Action::reduce) = waiting;
  cost(Action::left) = waiting + (gold_head(gold, top) > next);
  if (more)
    cost(Action::right) =
        stack.dependents_of_next + (!top_is_head && (stack.head_of_next || gold_head(gold, next) > next));
  return costs;
}

}  // namespace forewhen::training
