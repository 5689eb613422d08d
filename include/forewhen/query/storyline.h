// SPDX-License-Identifier: Apache-2.0
// "How did it come to X?" The storyline that leads to X: a tree of events with X at its root, cut to what a reader can
// take in. An event leads to a later one when a source states a link between the two, or when an actor takes part in
// both, and it starts before that one; not when only tense and sequence of the text could tell, and tell the opposite.
//
// The tree grows from X by the strongest step, as a maximum spanning tree does (Prim 1957): of all steps from an event
// outside to one inside, the one of most points is taken, until the limit. Points are those of relevance.h without the
// sources; a step that is only possible counts half. Of equal steps the one from the event that starts last is taken,
// then the one to the event that was taken first. Starts can be chosen for all events of a chain down to X at once so
// that they follow one another. Of an actor the kMostRows latest events before a step's end are looked at.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/query/before.h"

namespace forewhen {

struct StorylineOptions {
  static constexpr std::size_t kMostRows = 200;

  EventFilter filter;             // undated events only by links, unless `filter.undated`
  std::optional<seconds> within;  // as of BeforeOptions, of X
  bool definite = false;          // only steps that definitely come before what they lead to
  std::size_t limit = 12;         // events besides X, more than 0
};

struct StorylineEvent {
  Event event;
  EventId leads_to;                           // X or another event of the storyline
  int depth = 1;                              // steps to X
  Certainty step = Certainty::possible;       // that it starts before what it leads to
  Certainty certainty = Certainty::possible;  // definite when every step to X is
  Relevance relevance;                        // of the step
  std::vector<Tie> ties;                      // with what it leads to: actors and links first
  std::vector<std::string> reasons;           // of the step; never empty
  std::vector<Quote> quotes;                  // the sentence that tells the event, and those of the step's links

  friend bool operator==(const StorylineEvent&, const StorylineEvent&) = default;
};

struct Storyline {
  Event subject;
  std::vector<StorylineEvent> events;  // in the order of time
  std::uint64_t more = 0;              // at least so many others lead to one of these
  LeftOut left_out;
};

// not_found: no such event. usage: no limit.
Result<Storyline> storyline(const EventSource& source, EventId x, const StorylineOptions& options = {});

}  // namespace forewhen
