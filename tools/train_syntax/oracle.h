// SPDX-License-Identifier: Apache-2.0
// The dynamic oracle of the arc-eager system (Goldberg and Nivre 2013): what each action costs from any state, in gold
// arcs that can no longer be reached.
#pragma once

#include <array>
#include <vector>

#include "syntax/arc_eager.h"

namespace forewhen::training {

// Gold heads with the root as the number of words. Costs of actions that are not allowed mean nothing.
std::array<int, syntax::action_count> action_costs(const syntax::ArcEager& state, const std::vector<int>& gold);

}  // namespace forewhen::training
