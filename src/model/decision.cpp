// SPDX-License-Identifier: Apache-2.0
#include "forewhen/model/decision.h"

#include <algorithm>

namespace forewhen {

std::string_view name_of(DecisionKind kind) { return kind == DecisionKind::merge ? "merge" : "split"; }

std::string_view name_of(DecisionSubject subject) { return subject == DecisionSubject::event ? "event" : "actor"; }

bool same_decision(const Decision& a, const Decision& b) {
  return a.kind == b.kind && a.about == b.about &&
         std::minmax(a.a.claim.value, a.b.claim.value) == std::minmax(b.a.claim.value, b.b.claim.value) &&
         std::minmax(a.a.actor.value, a.b.actor.value) == std::minmax(b.a.actor.value, b.b.actor.value);
}

}  // namespace forewhen
