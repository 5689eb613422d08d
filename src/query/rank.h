// SPDX-License-Identifier: Apache-2.0
// Answers by relevance rather than by nearness in time.
#pragma once

#include "query/cursor.h"
#include "query/gather.h"

namespace forewhen {

struct RankedCandidate {
  Candidate candidate;
  Relevance relevance;
};

struct RankedPage {
  std::vector<RankedCandidate> candidates;  // most relevant first, equal ones nearest first
  std::uint64_t more = 0;
};

// The best `limit` (0: all) of those behind `from` (null: of all). Events are read only where their sources may matter.
Result<RankedPage> rank_by_relevance(const EventSource& source, const Event& subject, const LinkOrder& order,
                                     Direction direction, std::vector<Candidate> candidates, std::size_t limit,
                                     const PageCursor* from);

}  // namespace forewhen
