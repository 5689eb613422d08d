// SPDX-License-Identifier: Apache-2.0
// A list in the order of time from some time on. Lists are kept newest first, so the time to come is read in spans,
// each twice as long as the one before.
#pragma once

#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

class RowsFrom {
 public:
  // Rows that start at `begin` or later at the earliest; all of the list when that is kOpenPast, undated ones first.
  RowsFrom(const EventSource& source, Axis axis, std::uint64_t key, Instant begin)
      : source_(&source), axis_(axis), key_(key), begin_(begin) {}

  // The next one, oldest first, equal ones by event id; nothing at the end. corrupt: as EventCursor::next.
  Result<std::optional<EventRow>> next();

 private:
  static constexpr seconds kDay = std::chrono::hours{24};

  Status read_span();
  Status find_newest();

  const EventSource* source_;
  Axis axis_;
  std::uint64_t key_;
  Instant begin_;                  // what starts earlier has been read
  seconds span_ = kDay;            // short: of those of whom there is much, the first few rows are wanted
  std::optional<Instant> newest_;  // of the list
  std::vector<EventRow> rows_;     // of the span, the next one last
  bool ended_ = false;
};

}  // namespace forewhen
