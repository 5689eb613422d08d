// SPDX-License-Identifier: Apache-2.0
// Several lists of the index read as one: newest earliest_start first, then by id, every event once.
#pragma once

#include <memory>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

class MergedRows : public EventCursor {
 public:
  void add(std::unique_ptr<EventCursor> cursor);
  // Rows that no list holds; sorted here.
  void add(std::vector<EventRow> rows);

  Result<std::optional<EventRow>> next() override;
  // Of the lists added so far.
  void may_skip_ended(Instant t) override;

 private:
  struct Head {
    EventRow row;
    std::size_t cursor;
  };
  // Puts the cursor's next row among the heads.
  Status advance(std::size_t cursor);

  std::vector<std::unique_ptr<EventCursor>> cursors_;
  std::vector<Head> heads_;  // a heap, the newest on top
  EventId last_;
  bool started_ = false;
};

}  // namespace forewhen
