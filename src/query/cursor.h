// SPDX-License-Identifier: Apache-2.0
// Where a page of answers ended: the key of its last one in the order in which a limit keeps answers, so that the next
// page begins behind it whatever was added or taken back meanwhile.
#pragma once

#include <string>
#include <string_view>

#include "forewhen/query/before.h"

namespace forewhen {

struct PageCursor {
  Direction direction = Direction::before;
  Rank rank = Rank::recency;
  EventId subject;
  int score = 0;  // of Rank::relevance
  Instant earliest, latest;
  EventId event;

  // Whether an answer comes behind it.
  bool precedes(const Bounds& bounds, EventId id, int its_score) const;
  friend bool operator==(const PageCursor&, const PageCursor&) = default;
};

// Letters, digits and dots.
std::string to_string(const PageCursor& cursor);
// usage: no cursor, or one of another question (direction, rank, subject).
Result<PageCursor> parse_cursor(std::string_view text, Direction direction, Rank rank, EventId subject);

}  // namespace forewhen
