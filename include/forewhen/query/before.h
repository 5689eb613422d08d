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

// In which order a limit keeps answers.
enum class Rank {
  recency,    // the nearest to X in time; answers are told in the order of time
  relevance,  // the most relevant (relevance.h), the nearest of equal ones; told in that order. One hop only
};

struct BeforeOptions {
  std::size_t limit = 20;  // 0: all
  EventFilter filter;
  // Only events that may start no more than this before X's earliest start:
  // latest_start > X.earliest_start - within (after: earliest_start < X.latest_start + within).
  std::optional<seconds> within;
  CertaintyFilter certainty = CertaintyFilter::both;
  ActorMatch match = ActorMatch::none;
  // Also possible ones that the telling (tense, sequence) suggests to lie on the other side of X; else left out and
  // counted.
  bool unlikely = false;
  // More than 1: chains through time. Each step shares an actor or a place with the one before it or is linked to it,
  // and starts before it (after: after it); a chain is definite when every step is. `ties` are then those of the last
  // step.
  int hops = 1;
  bool quotes = false;  // read the sentences: for --explain
  Rank rank = Rank::recency;
  // Only events that have one of these actors (all that bear one name) in common with X, and chains in which two
  // neighbours have; empty: any.
  std::vector<ActorId> via;
  // Answer::next or AnswerItem::cursor of an earlier page of the same question: goes on behind it. What was added since
  // is told if it belongs behind; nothing is told twice unless its dates (or its relevance) changed meanwhile.
  std::string from;
};

// not_found: no such event. `x` may be an old id. usage: a cursor of another question; chains of the same dyad or by
// relevance.
Result<Answer> before(const EventSource& source, EventId x, const BeforeOptions& options = {});
// The same with time turned round: the earliest after X are kept, X precedes every answer.
Result<Answer> after(const EventSource& source, EventId x, const BeforeOptions& options = {});

}  // namespace forewhen
