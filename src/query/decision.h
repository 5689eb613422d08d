// SPDX-License-Identifier: Apache-2.0
// Whether one event precedes another: dates and stated order weighed against each other, and the reasons in words.
#pragma once

#include <string>
#include <vector>

#include "forewhen/query/answer.h"
#include "query/link_order.h"

namespace forewhen {

struct Decision {
  Certainty certainty = Certainty::no;
  bool by_link = false;        // links made it definite
  bool conflict = false;       // links say otherwise; the dates decided
  bool contradictory = false;  // links say both; only the dates were heard
};

// Does `event` precede the subject (or follow it)? `standing` may be null: no link says anything.
Decision decide(const Bounds& event, const Bounds& subject, const LinkStanding* standing, Direction direction);

// Why `event` is an answer, for people; never empty.
std::vector<std::string> reasons_for(const Event& event, const Event& subject, const Decision& decision,
                                     const LinkStanding* standing, Direction direction);

}  // namespace forewhen
