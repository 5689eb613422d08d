// SPDX-License-Identifier: Apache-2.0
#include "query/merged_rows.h"

#include <algorithm>

#include "forewhen/graph/event_row.h"

namespace forewhen {
namespace {

class RowList : public EventCursor {
 public:
  explicit RowList(std::vector<EventRow> rows) : rows_(std::move(rows)) {}
  Result<std::optional<EventRow>> next() override {
    if (at_ == rows_.size()) return std::optional<EventRow>();
    return std::optional<EventRow>(std::move(rows_[at_++]));
  }

 private:
  std::vector<EventRow> rows_;
  std::size_t at_ = 0;
};

}  // namespace

void MergedRows::add(std::unique_ptr<EventCursor> cursor) { cursors_.push_back(std::move(cursor)); }

void MergedRows::add(std::vector<EventRow> rows) {
  std::sort(rows.begin(), rows.end(), is_newer);
  cursors_.push_back(std::make_unique<RowList>(std::move(rows)));
}

void MergedRows::may_skip_ended(Instant t) {
  for (const auto& cursor : cursors_) cursor->may_skip_ended(t);
}

Status MergedRows::advance(std::size_t cursor) {
  Result<std::optional<EventRow>> row = cursors_[cursor]->next();
  if (!row.ok()) return row.error();
  if (!row->has_value()) return Done{};
  heads_.push_back({std::move(**row), cursor});
  std::push_heap(heads_.begin(), heads_.end(), [](const Head& a, const Head& b) { return is_newer(b.row, a.row); });
  return Done{};
}

Result<std::optional<EventRow>> MergedRows::next() {
  if (cursors_.size() == 1) return cursors_.front()->next();  // a list has every event once
  if (!started_) {
    started_ = true;
    for (std::size_t i = 0; i < cursors_.size(); ++i) {
      if (Status status = advance(i); !status.ok()) return status.error();
    }
  }
  while (!heads_.empty()) {
    std::pop_heap(heads_.begin(), heads_.end(), [](const Head& a, const Head& b) { return is_newer(b.row, a.row); });
    Head head = std::move(heads_.back());
    heads_.pop_back();
    if (Status status = advance(head.cursor); !status.ok()) return status.error();
    if (head.row.event == last_) continue;  // the same event from another list
    last_ = head.row.event;
    return std::optional<EventRow>(std::move(head.row));
  }
  return std::optional<EventRow>();
}

}  // namespace forewhen
