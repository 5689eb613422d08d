// SPDX-License-Identifier: Apache-2.0
// "What preceded X?" and "what followed X?", explained.
//
// Looked at are events tied to X: by an actor, a place, a document that mentions both (story) or a link that a source
// states. A precedes X when A starts before X starts. The bounds decide (precedes()); what sources say about the order
// sharpens them: a chain of links from A to X with at least one "before" makes A definite, a chain from X to A takes A
// out of the answer. Where links contradict bounds, the bounds win and the answer says so.
#pragma once

#include <cstddef>
#include <optional>

#include "forewhen/query/answer.h"

namespace forewhen {

enum class CertaintyFilter { both, definite, possible };

// Which actors an answer must have in common with X.
enum class ActorMatch {
  none,         // any tie will do
  shared,       // --shared-actor: at least one, in any role
  same_dyad,    // --same-dyad: the actors and the recipients of X, in the same roles
  either_dyad,  // the same set of actors, whoever does it to whom
};

struct BeforeOptions {
  std::size_t limit = 20;  // 0: all. The ones nearest to X are kept
  EventFilter filter;
  // Only events that may start no more than this before X's earliest start:
  // latest_start > X.earliest_start - within (after: earliest_start < X.latest_start + within).
  std::optional<seconds> within;
  CertaintyFilter certainty = CertaintyFilter::both;
  ActorMatch match = ActorMatch::none;
  // Also possible ones that the telling (tense, sequence) suggests to lie on the other side of X; else left out and
  // counted.
  bool unlikely = false;
  // More than 1: chains back in time. Each step shares an actor or a place with the one before it or is linked to it,
  // and starts before it; a chain is definite when every step is. `ties` are then those of the last step.
  int hops = 1;
  bool quotes = false;  // read the sentences: for --explain
};

// not_found: no such event. `x` may be an old id.
Result<Answer> before(const EventSource& source, EventId x, const BeforeOptions& options = {});
// The same with time turned round: the earliest after X are kept, X precedes every answer.
Result<Answer> after(const EventSource& source, EventId x, const BeforeOptions& options = {});

}  // namespace forewhen
