// SPDX-License-Identifier: Apache-2.0
// What a question gives back: events in the order of time, each with what it rests on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forewhen/query/corroboration.h"
#include "forewhen/query/filter.h"
#include "forewhen/query/relevance.h"

namespace forewhen {

// About what sources disagree (query/conflicts.h).
enum class ConflictKind { date, order, occurrence };
std::string_view name_of(ConflictKind kind);  // "date", "order", "occurrence"
// "sources disagree about the date and about whether it happened; see 'forewhen conflicts'"; empty for none.
std::string describe_disputes(const std::vector<ConflictKind>& disputes);

enum class TieKind { actor, place, story, link };
std::string_view name_of(TieKind kind);

// What connects an answer with the event asked about (or, further back, with the next event of its chain).
struct Tie {
  TieKind kind = TieKind::actor;
  std::string id;    // of the actor, place or linked event; of the document for a story
  std::string name;  // for people; the rule for a link

  friend auto operator<=>(const Tie&, const Tie&) = default;
};
// "actor Lena Moravec", "story d1", "link 'after'".
std::string to_string(const Tie& tie);

// A sentence that says so.
struct Quote {
  std::string document;
  Span span;         // of the sentence
  std::string text;  // its bytes; control characters and all, writers make them harmless
  Span trigger;      // the word within it that names the event; empty for the evidence of a link

  friend auto operator<=>(const Quote&, const Quote&) = default;
};

struct AnswerItem {
  Event event;
  Certainty certainty = Certainty::possible;
  Standing standing = Standing::unknown;  // of the earlier event of the two at the start of the later one
  std::vector<Tie> ties;                  // sorted by kind, then name
  int hop = 1;
  std::vector<EventId> path;         // from the event asked about (not included) to this one (included)
  std::vector<std::string> reasons;  // readable; never empty
  Corroboration told;
  std::vector<ConflictKind> disputes;  // sorted, unique
  std::vector<Quote> quotes;           // only when asked for
  std::optional<Relevance> relevance;  // only when ranked by it
  std::string cursor;                  // BeforeOptions::from that goes on behind this one; empty without a limit

  bool undated() const { return event.bounds.earliest_start == kOpenPast; }
  friend bool operator==(const AnswerItem&, const AnswerItem&) = default;
};

enum class Direction { before, after };

struct Answer {
  Event subject;
  Direction direction = Direction::before;
  // By earliest start, latest start, id; oldest first, definite and possible in one row of time. Those of which no
  // earliest start is known stand at the end. Ranked by relevance: the most relevant first.
  std::vector<AnswerItem> items;
  std::uint64_t more = 0;          // that the limit kept back; the farthest from the subject or the least relevant
  bool more_at_least = false;      // `more` is a lower bound: reading stopped there
  std::string next;                // BeforeOptions::from of the next page; empty when there is none
  LeftOut left_out;                // of a page by recency: from its cursor on
  std::vector<std::string> notes;  // what the reader must know: the subject has no date, sources contradict each other

  friend bool operator==(const Answer&, const Answer&) = default;
};

// A list of events without a subject: timeline, between, events.
struct Listing {
  std::vector<Event> events;  // in the same order
  // Of a timeline, one an event: the number goes up where an event certainly starts after one of those that bear the
  // number before; between events of one number no order is stated. 0 for an event without bounds on both sides. Empty
  // for other lists.
  std::vector<std::uint32_t> ranks;
  std::vector<Corroboration> told;                  // of each event
  std::vector<std::vector<ConflictKind>> disputes;  // of each event
  std::uint64_t more = 0;
  bool more_at_least = false;
  LeftOut left_out;

  friend bool operator==(const Listing&, const Listing&) = default;
};

}  // namespace forewhen
