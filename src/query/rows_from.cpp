// SPDX-License-Identifier: Apache-2.0
#include "query/rows_from.h"

#include <algorithm>
#include <tuple>

namespace forewhen {

Result<std::optional<EventRow>> RowsFrom::next() {
  while (rows_.empty() && !ended_) {
    if (Status status = read_span(); !status.ok()) return status.error();
  }
  if (rows_.empty()) return std::optional<EventRow>();
  std::optional<EventRow> row = std::move(rows_.back());
  rows_.pop_back();
  return row;
}

Status RowsFrom::find_newest() {
  const auto cursor = source_->rows(axis_, key_, kOpenFuture);
  const Result<std::optional<EventRow>> row = cursor->next();
  if (!row.ok()) return row.error();
  newest_ = row->has_value() ? (*row)->bounds.earliest_start : kOpenPast;
  return Done{};
}

Status RowsFrom::read_span() {
  const bool whole = begin_ == kOpenPast;
  const Instant end = whole ? kOpenFuture : shifted(begin_, span_);
  const auto cursor = source_->rows(axis_, key_, end);
  while (true) {
    Result<std::optional<EventRow>> row = cursor->next();
    if (!row.ok()) return row.error();
    if (!row->has_value() || (*row)->bounds.earliest_start < begin_) break;
    rows_.push_back(**std::move(row));
  }
  // The list has equal starts by id, and its end goes first here.
  std::sort(rows_.begin(), rows_.end(), [](const EventRow& a, const EventRow& b) {
    return std::tuple(a.bounds.earliest_start, a.event) > std::tuple(b.bounds.earliest_start, b.event);
  });
  begin_ = end, span_ *= 2;
  ended_ = end == kOpenFuture;
  if (!rows_.empty() || ended_) return Done{};
  if (!newest_) {
    if (Status status = find_newest(); !status.ok()) return status;
  }
  ended_ = *newest_ < begin_;
  return Done{};
}

}  // namespace forewhen
