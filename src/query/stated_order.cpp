// SPDX-License-Identifier: Apache-2.0
#include "query/stated_order.h"

namespace forewhen {

StepOrder order_of(EventId a, const Bounds& a_bounds, EventId b, const Bounds& b_bounds,
                   const std::vector<Link>& links) {
  StepOrder order{precedes(a_bounds, b_bounds), {}};
  if (order.certainty != Certainty::possible) return order;
  const Link* first = nullptr;
  bool not_first = false;
  for (const Link& link : links) {
    const bool forward = link.from == a && link.to == b, backward = link.from == b && link.to == a;
    if (forward && link.relation == Relation::before && first == nullptr) first = &link;
    not_first |= backward || (forward && link.relation == Relation::simultaneous);
  }
  if (first != nullptr && !not_first) return {Certainty::definite, *first};
  if (first == nullptr && not_first) order.certainty = Certainty::no;
  return order;
}

}  // namespace forewhen
