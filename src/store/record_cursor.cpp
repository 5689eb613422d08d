// SPDX-License-Identifier: Apache-2.0
// The rows of data sets in the order of time: in a segment they are numbered in that order, so each segment gives an
// ascending list of numbers, and the segments are merged as they come due.
#include <algorithm>

#include "store/body.h"
#include "store/bytes.h"
#include "store/records.h"

namespace forewhen::store {
namespace {

// Numbers of the rows of one owner (or all), from a row on.
class RowNumbers {
 public:
  virtual ~RowNumbers() = default;
  virtual Result<std::optional<std::uint32_t>> next() = 0;
};

class AllRows final : public RowNumbers {
 public:
  AllRows(std::uint32_t first, std::uint64_t end) : at_(first), end_(end) {}
  Result<std::optional<std::uint32_t>> next() override {
    if (at_ >= end_) return std::optional<std::uint32_t>();
    return std::optional(at_++);
  }

 private:
  std::uint32_t at_;
  std::uint64_t end_;
};

class ListedRows final : public RowNumbers {
 public:
  ListedRows(std::shared_ptr<const CachedPiece> list, std::uint32_t first)
      : list_(std::move(list)), at_(std::lower_bound(list_->rows.begin(), list_->rows.end(), first)) {}
  Result<std::optional<std::uint32_t>> next() override {
    if (at_ == list_->rows.end()) return std::optional<std::uint32_t>();
    return std::optional(*at_++);
  }

 private:
  std::shared_ptr<const CachedPiece> list_;
  std::vector<std::uint32_t>::const_iterator at_;
};

class SegmentCursor {
 public:
  SegmentCursor(const OrderedKv& kv, const Catalog::Entry& entry, SegmentCache* cache)
      : entry_(entry), segment_(kv, entry.info, cache) {}

  // Nothing of it starts later than this.
  Instant newest() const { return entry_.info.starts.empty() ? kOpenPast : entry_.info.starts.front(); }

  Status open(Axis axis, std::uint64_t key, Instant before) {
    const auto first = segment_.first_before(before);
    if (!first) return first.error();
    if (axis == Axis::all) {
      numbers_ = std::make_unique<AllRows>(*first, entry_.info.rows);
      return Done{};
    }
    auto list = segment_.rows_of(axis == Axis::actor ? 'A' : 'P', key);
    if (!list) return list.error();
    numbers_ = std::make_unique<ListedRows>(*std::move(list), *first);
    return Done{};
  }

  Result<std::optional<EventRow>> next() {
    while (true) {
      const auto row = numbers_->next();
      if (!row) return row.error();
      if (!*row) return std::optional<EventRow>();
      if (entry_.state.fate(**row) != RowFate::event) continue;
      auto facts = segment_.facts(**row);
      if (!facts) return facts.error();
      return std::optional(*std::move(facts));
    }
  }

 private:
  const Catalog::Entry& entry_;
  Segment segment_;
  std::unique_ptr<RowNumbers> numbers_;
};

bool comes_first(const EventRow& a, const EventRow& b) {
  if (a.bounds.earliest_start != b.bounds.earliest_start) return a.bounds.earliest_start > b.bounds.earliest_start;
  return a.event < b.event;
}

class RecordCursor final : public EventCursor {
 public:
  RecordCursor(const OrderedKv& kv, std::shared_ptr<const Catalog> catalog, Axis axis, std::uint64_t key,
               Instant before)
      : catalog_(std::move(catalog)), axis_(axis), key_(key), before_(before) {
    for (const auto& [number, entry] : catalog_->segments) {
      waiting_.push_back(std::make_unique<SegmentCursor>(kv, entry, catalog_->cache.get()));
    }
    std::stable_sort(waiting_.begin(), waiting_.end(),
                     [](const auto& a, const auto& b) { return a->newest() > b->newest(); });
  }

  Result<std::optional<EventRow>> next() override {
    // Segments that may hold what comes next are opened; the others wait.
    while (opened_ < waiting_.size() && (heads_.empty() || std::min(waiting_[opened_]->newest(), before_) >=
                                                               heads_.front().row.bounds.earliest_start)) {
      if (Status open = waiting_[opened_]->open(axis_, key_, before_); !open) return open.error();
      if (Status moved = advance(opened_++); !moved) return moved.error();
    }
    if (heads_.empty()) return std::optional<EventRow>();
    std::pop_heap(heads_.begin(), heads_.end(), is_later);
    Head head = std::move(heads_.back());
    heads_.pop_back();
    if (Status moved = advance(head.cursor); !moved) return moved.error();
    return std::optional(std::move(head.row));
  }

 private:
  struct Head {
    EventRow row;
    std::size_t cursor;
  };
  static bool is_later(const Head& a, const Head& b) { return comes_first(b.row, a.row); }

  Status advance(std::size_t cursor) {
    auto row = waiting_[cursor]->next();
    if (!row) return row.error();
    if (!*row) return Done{};
    heads_.push_back({**std::move(row), cursor});
    std::push_heap(heads_.begin(), heads_.end(), is_later);
    return Done{};
  }

  std::shared_ptr<const Catalog> catalog_;
  Axis axis_;
  std::uint64_t key_;
  Instant before_;
  std::vector<std::unique_ptr<SegmentCursor>> waiting_;  // newest first
  std::size_t opened_ = 0;
  std::vector<Head> heads_;
};

}  // namespace

std::unique_ptr<EventCursor> Records::rows(Axis axis, std::uint64_t key, Instant before) const {
  return std::make_unique<RecordCursor>(kv_, catalog_, axis, key, before);
}

}  // namespace forewhen::store
