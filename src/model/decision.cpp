// SPDX-License-Identifier: Apache-2.0
#include "forewhen/model/decision.h"

#include <algorithm>

namespace forewhen {

std::string_view name_of(DecisionKind kind) { return kind == DecisionKind::merge ? "merge" : "split"; }

bool same_decision(const Decision& a, const Decision& b) {
  return a.kind == b.kind &&
         std::minmax(a.a.claim.value, a.b.claim.value) == std::minmax(b.a.claim.value, b.b.claim.value);
}

}  // namespace forewhen
