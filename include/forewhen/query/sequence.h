// SPDX-License-Identifier: Apache-2.0
// "Where did a threat lead to mobilisation and then to an assault?" Sequences of events of given kinds, one after the
// other, between the same two or with one actor in common.
//
// Every start lies somewhere in [earliest_start, latest_start). A sequence is
//   certain:  each event definitely starts before the next (by their dates, or a source says so), and the last starts
//             within the span after the first whatever the starts are: last.latest_start <= first.earliest_start +
//             within
//   possible: starts can be chosen for all its events at once so that they follow one another within the span; with
//             half-open bounds that is: earliest_start < latest_start of each later event, and the greatest earliest
//             start lies before the least latest start + within. No source says otherwise of two neighbours.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/query/before.h"

namespace forewhen {

// What the events of a sequence have in common.
enum class SequenceTie {
  same_dyad,     // the same actor does it to the same recipient; a party counts as either
  either_dyad,   // the same two, whoever does it to whom
  shared_actor,  // one actor takes part in all of them, in any role
};

struct SequenceOptions {
  EventFilter filter;             // undated events only when `filter.undated`; `filter.types` is not looked at
  std::optional<seconds> within;  // from the start of the first to that of the last, more than 0
  SequenceTie tie = SequenceTie::same_dyad;
  CertaintyFilter certainty = CertaintyFilter::both;
  // Otherwise an event ends one sequence between the same actors: a certain one if there is one, with the latest event
  // before it that one can be made with, then the latest before that, and so on.
  bool every = false;
  std::size_t limit = 20;  // 0: all; else the latest that many are kept
};

struct SequenceParties {
  ActorId actor, recipient;  // no recipient for SequenceTie::shared_actor
  std::string actor_name, recipient_name;

  friend bool operator==(const SequenceParties&, const SequenceParties&) = default;
};

struct SequenceStep {
  Event event;
  std::string term;    // of the question
  std::string reason;  // how it stands to the step before; for the first, what they all share
  std::optional<Quote> quote;
};

struct SequenceMatch {
  Certainty certainty = Certainty::possible;
  std::vector<SequenceParties> parties;  // of actors that it holds for, by id; never empty
  std::vector<SequenceStep> steps;
};

struct SequenceAnswer {
  std::vector<SequenceMatch> matches;  // by their last event in the order of time, then by the one before it ...
  std::uint64_t more = 0;              // that the limit kept back
  bool cut = false;                    // so many ways to choose events that not all were tried: there may be more
  std::uint64_t looked_at = 0;         // events that fit a term
  LeftOut left_out;                    // of those
};

// Terms are PLOVER types in any case, or words that events are called by ("bombing"; other words for the same kind of
// event count). Reads the lists of the filter's first actor; without one every row of the graph.
// usage: fewer than 2 or more than 8 terms, a term without content, `within` not positive.
// not_found: no event is called by the words of a term.
Result<SequenceAnswer> find_sequences(const EventSource& source, const std::vector<std::string>& terms,
                                      const SequenceOptions& options = {});

}  // namespace forewhen
