// SPDX-License-Identifier: Apache-2.0
// Candidates for an answer, read from the index and decided: rows only, no event is read.
#pragma once

#include "forewhen/query/before.h"
#include "query/admission.h"
#include "query/precedence.h"

namespace forewhen {
struct PageCursor;  // query/cursor.h
}

namespace forewhen {

struct Candidate {
  EventRow row;
  Precedence decision;
};

struct Gathered {
  std::vector<Candidate> candidates;  // nearest first, at most the limit
  std::uint64_t more = 0;
  bool more_at_least = false;
  LeftOut left_out;
};

// Reads as little as the limit allows; the candidates are exactly the nearest that there are, behind `from` (null: at
// all).
Result<Gathered> gather(const EventSource& source, const Event& subject, LinkOrder& order, const BeforeOptions& options,
                        Direction direction, const PageCursor* from = nullptr);

// Whether dates that lie so far apart are wanted at all (BeforeOptions::within).
bool is_within(const Bounds& event, const Bounds& subject, const std::optional<seconds>& within, Direction direction);
bool is_wanted(Certainty certainty, CertaintyFilter filter);

// The order in which answers are printed: by earliest start, latest start, id; undated ones last.
bool prints_before(const Bounds& a, EventId a_id, const Bounds& b, EventId b_id);
// Rows as lists give them, newest first, into that order.
void sort_for_print(std::vector<EventRow>& rows);
// The same of whole events; those of data sets that have the same bounds by the ids of their rows.
bool prints_before(const Event& a, const Event& b);

// The order in which a limit keeps answers: those that start nearest to the subject; undated ones last.
bool is_nearer(const Bounds& a, EventId a_id, const Bounds& b, EventId b_id, Direction direction);

}  // namespace forewhen
