// SPDX-License-Identifier: Apache-2.0
// What two events have in common.
#pragma once

#include <vector>

#include "forewhen/query/answer.h"

namespace forewhen {

// Shared actors, the shared place, documents that mention both, and the links between the two among `links`; sorted.
std::vector<Tie> ties_between(const Event& a, const Event& b, const std::vector<Link>& links);

// The same as yes or no, without links.
bool has_tie(const Event& a, const Event& b);

}  // namespace forewhen
