// SPDX-License-Identifier: Apache-2.0
// What a person decided about two mentions: that they tell the same event, or that they never do; or about two names:
// that they are one actor, or that they never are. Decisions are kept beside the claims; events and actors are a
// function of the claims and the decisions.
#pragma once

#include <string>
#include <vector>

#include "forewhen/model/event.h"

namespace forewhen {

// A mention as it was when somebody decided about it. It is known by its claim, that is by its document and bytes; the
// words are for people, who may look at a decision whose document is gone.
struct DecidedMention {
  ClaimId claim;
  std::string document;
  Span trigger;
  std::string text;
  // About actors: the actor that the name in `text` is by itself. There is no claim then, no document and no trigger.
  ActorId actor = {};

  friend bool operator==(const DecidedMention&, const DecidedMention&) = default;
};

// On disk, never reuse a number.
enum class DecisionKind : std::uint8_t {
  merge = 1,  // always the same
  split = 2,  // never the same
};
enum class DecisionSubject : std::uint8_t { event = 1, actor = 2 };
std::string_view name_of(DecisionKind kind);

struct Decision {
  std::uint64_t number = 0;  // from 1; free again when the decision is undone
  DecisionKind kind = DecisionKind::merge;
  DecidedMention a, b;
  Instant made;     // in seconds, UTC
  std::string who;  // empty where nobody said
  std::string why;  // likewise
  DecisionSubject about = DecisionSubject::event;

  friend bool operator==(const Decision&, const Decision&) = default;
};

std::string_view name_of(DecisionSubject subject);

// The same kind about the same two claims or actors, in either order.
bool same_decision(const Decision& a, const Decision& b);

}  // namespace forewhen
