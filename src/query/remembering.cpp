// SPDX-License-Identifier: Apache-2.0
#include "query/remembering.h"

namespace forewhen {
namespace {

class RememberedRows : public EventCursor {
 public:
  RememberedRows(std::shared_ptr<const std::vector<EventRow>> rows, Instant before)
      : rows_(std::move(rows)), before_(before) {}
  Result<std::optional<EventRow>> next() override {
    while (at_ < rows_->size()) {
      const EventRow& row = (*rows_)[at_++];
      if (row.bounds.earliest_start < before_) return std::optional<EventRow>(row);
    }
    return std::optional<EventRow>();
  }

 private:
  std::shared_ptr<const std::vector<EventRow>> rows_;
  Instant before_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<EventCursor> RememberingSource::rows(Axis axis, std::uint64_t key, Instant before) const {
  if (axis != Axis::document) return source_.rows(axis, key, before);
  if (const auto at = rows_.find(key); at != rows_.end()) return std::make_unique<RememberedRows>(at->second, before);
  auto rows = std::make_shared<std::vector<EventRow>>();
  const auto cursor = source_.rows(axis, key, kOpenFuture);
  while (true) {
    Result<std::optional<EventRow>> row = cursor->next();
    // Whoever asks meets the same error at its own cursor.
    if (!row.ok()) return source_.rows(axis, key, before);
    if (!row->has_value()) break;
    rows->push_back(**std::move(row));
  }
  if (rows_.size() >= most_) rows_.clear();
  rows_.emplace(key, rows);
  return std::make_unique<RememberedRows>(std::move(rows), before);
}

}  // namespace forewhen
