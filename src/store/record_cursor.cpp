// SPDX-License-Identifier: Apache-2.0
// The rows of data sets in the order of time: in a segment they are numbered in that order, so each segment gives an
// ascending list of numbers, and the segments are merged as they come due.
#include <algorithm>

#include "store/body.h"
#include "store/records.h"

namespace forewhen::store {
namespace {

class SegmentCursor {
 public:
  // Ends before rows that start before `oldest`.
  SegmentCursor(Segment segment, const SegmentState& state, Segment::RowList list, Instant oldest)
      : state_(state), segment_(std::move(segment)), list_(list), oldest_(oldest) {}

  // The next one whose latest end is after `ended`, into `row`. false: there is none
  Result<bool> next(Instant ended, EventRow& row) {
    while (list_.at < list_.end) {
      if (list_.at >= covers_end_) {
        const auto covers = segment_.cover_at(list_.letter, list_.at);
        if (!covers) return covers.error();
        covers_ = *covers;
        covers_begin_ = list_.at - static_cast<std::uint32_t>(list_.at % kRowsPerCover);
        covers_end_ = covers_begin_ + static_cast<std::uint32_t>(covers_->size());
      }
      const std::uint32_t at = list_.at++ - covers_begin_;
      if (!covers_->row(segment_.info().starts, at, here_)) return segment_.damaged_cover();
      if (here_.bounds.earliest_start < oldest_) break;
      if (here_.bounds.latest_end <= ended || state_.fate(here_.row) != RowFate::event) continue;
      if (Status read = segment_.read_row(*covers_, at, here_, row); !read) return read.error();
      return true;
    }
    list_.at = list_.end;
    return false;
  }
  // Of the row given last.
  std::uint32_t segment() const { return segment_.info().number; }
  std::uint32_t row() const { return here_.row; }

 private:
  const SegmentState& state_;
  Segment segment_;
  Segment::RowList list_;
  Instant oldest_;
  const CoverView* covers_ = nullptr;  // the value that is being read, and which positions it has
  std::uint32_t covers_begin_ = 0, covers_end_ = 0;
  CoverRow here_;
};

bool comes_first(const EventRow& a, const EventRow& b) {
  if (a.bounds.earliest_start != b.bounds.earliest_start) return a.bounds.earliest_start > b.bounds.earliest_start;
  return a.event < b.event;
}

class RecordCursor final : public EventCursor {
 public:
  RecordCursor(const OrderedKv& kv, std::shared_ptr<const Catalog> catalog, Axis axis, std::uint64_t key,
               Instant before)
      : kv_(kv), catalog_(std::move(catalog)), axis_(axis), key_(key), before_(before) {
    for (const auto& [number, entry] : catalog_->segments) waiting_.push_back(entry.get());
    std::stable_sort(waiting_.begin(), waiting_.end(),
                     [](const auto* a, const auto* b) { return newest(*a) > newest(*b); });
  }

  void may_skip_ended(Instant t) override { ended_ = t; }

  Result<std::optional<EventRow>> next() override {
    // Segments that may hold what comes next are opened; the others wait.
    while (opened_ < waiting_.size() && (heads_.empty() || std::min(newest(*waiting_[opened_]), before_) >=
                                                               heads_.front().row.bounds.earliest_start)) {
      if (Status open = open_next(); !open) return open.error();
    }
    if (heads_.empty()) return std::optional<EventRow>();
    std::pop_heap(heads_.begin(), heads_.end(), is_later);
    Head& head = heads_.back();
    EventRow row = std::move(head.row);
    catalog_->listed->note(row.event, head.cursor->segment(), head.cursor->row());
    const auto more = head.cursor->next(ended_, head.row);
    if (!more) return more.error();
    if (*more)
      std::push_heap(heads_.begin(), heads_.end(), is_later);
    else
      heads_.pop_back();
    return std::optional(std::move(row));
  }

 private:
  struct Head {
    EventRow row;
    std::unique_ptr<SegmentCursor> cursor;
  };
  // Nothing of it starts later than this.
  static Instant newest(const Catalog::Entry& entry) {
    return entry.info.starts.empty() ? kOpenPast : entry.info.starts.front();
  }
  static bool is_later(const Head& a, const Head& b) { return comes_first(b.row, a.row); }

  Status open_next() {
    const Catalog::Entry& entry = *waiting_[opened_++];
    for (std::uint32_t which = 0; which < Segment::lists_of(axis_); ++which) {
      Segment segment(kv_, entry.info, *entry.memory, *catalog_->caches);
      const auto list = segment.list(axis_, key_, which, before_);
      if (!list) return list.error();
      if (list->at == list->end) continue;
      Instant oldest = kOpenPast;  // what starts earlier has ended
      if (axis_ == Axis::place && which + 1 < kPlaceLists && ended_ != kOpenPast)
        oldest = ended_ - seconds(kDurationClasses[which]);
      Head head{{}, std::make_unique<SegmentCursor>(std::move(segment), *entry.state, *list, oldest)};
      const auto more = head.cursor->next(ended_, head.row);
      if (!more) return more.error();
      if (!*more) continue;
      heads_.push_back(std::move(head));
      std::push_heap(heads_.begin(), heads_.end(), is_later);
    }
    return Done{};
  }

  const OrderedKv& kv_;
  std::shared_ptr<const Catalog> catalog_;
  Axis axis_;
  std::uint64_t key_;
  Instant before_;
  Instant ended_ = kOpenPast;
  std::vector<const Catalog::Entry*> waiting_;  // newest first
  std::size_t opened_ = 0;
  std::vector<Head> heads_;
};

}  // namespace

Result<std::optional<seconds>> Records::vagueness() const {
  std::optional<seconds> most = seconds::zero();
  for (const auto& [number, entry] : catalog_->segments) {
    const auto here = segment(number).vagueness();
    if (!here) return here.error();
    most = most && **here ? std::optional(std::max(*most, ***here)) : std::nullopt;
  }
  return most;
}

std::unique_ptr<EventCursor> Records::rows(Axis axis, std::uint64_t key, Instant before) const {
  return std::make_unique<RecordCursor>(kv_, catalog_, axis, key, before);
}

}  // namespace forewhen::store
