// SPDX-License-Identifier: Apache-2.0
// The order of two events: their dates first, then what links between just these two say.
#pragma once

#include <optional>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

struct StepOrder {
  Certainty certainty = Certainty::no;  // that the first starts before the second
  std::optional<Link> link;             // set when it, not the dates, makes that definite
};

// `links`: of one of the two at least. Where links contradict each other or the dates, the dates are heard.
StepOrder order_of(EventId a, const Bounds& a_bounds, EventId b, const Bounds& b_bounds,
                   const std::vector<Link>& links);

}  // namespace forewhen
