// SPDX-License-Identifier: Apache-2.0
// Whether one event precedes another: dates and stated order weighed against each other, and the reasons in words.
#pragma once

#include <string>
#include <vector>

#include "forewhen/query/answer.h"
#include "query/discourse.h"
#include "query/link_order.h"

namespace forewhen {

struct Precedence {
  Certainty certainty = Certainty::no;
  bool by_link = false;                  // links made it definite
  bool conflict = false;                 // links say otherwise; the dates decided
  bool contradictory = false;            // links say both; only the dates were heard
  std::optional<Suggestion> suggestion;  // of the telling, where nothing else settles the order
  NarrowedBounds bounds;                 // of the event, as far as links narrowed them
};

// Does the event precede the subject (or follow it)? Its own bounds are asked first; where they leave it open, those
// that links narrow.
Result<Precedence> decide(EventId id, const Bounds& bounds, LinkOrder& order, Direction direction);
// The same with the bounds as they are. `standing` may be null: no link says anything.
Precedence decide_by(const NarrowedBounds& bounds, const Bounds& subject, const LinkStanding* standing,
                     Direction direction);

// Whether the telling suggests the opposite order.
bool is_unlikely(const Precedence& decision, Direction direction);

// Why the event is an answer, for people; never empty.
std::vector<std::string> reasons_for(const Event& event, const Precedence& decision, const LinkOrder& order,
                                     Direction direction);

}  // namespace forewhen
