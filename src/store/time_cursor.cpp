// SPDX-License-Identifier: Apache-2.0
// Lists of events in the order of time: one seek to the newest event that is early enough, then forward. The rows are
// covering, so no event is read.
#include "store/body.h"
#include "store/records.h"
#include "store/rows.h"

namespace forewhen {
namespace {

class TimeCursor final : public EventCursor {
 public:
  TimeCursor(const store::OrderedKv& kv, Axis axis, std::uint64_t owner, Instant before)
      : prefix_(store::time_prefix(axis, owner)), first_(store::time_seek(axis, owner, before)) {
    if (first_) rows_ = kv.cursor(store::Space::time);
  }

  Result<std::optional<EventRow>> next() override {
    if (!rows_) return std::optional<EventRow>();
    advance();
    if (!rows_->valid()) {
      const Status status = rows_->status();
      if (!status) return status.error();
      return end();
    }
    if (!rows_->key().starts_with(prefix_)) return end();
    return read();
  }

 private:
  void advance() {
    if (!first_) return rows_->next();
    rows_->seek(*first_);
    first_.reset();
  }

  Result<std::optional<EventRow>> end() {
    rows_.reset();
    return std::optional<EventRow>();
  }

  Result<std::optional<EventRow>> read() const {
    const auto key = store::read_time_key(rows_->key());
    if (!key) return store::damaged_key("time", rows_->key());
    auto row = store::decode_row(key->event, key->earliest_start, rows_->value());
    if (!row) return store::about(row.error(), "row of event " + to_string(key->event));
    return std::optional(*std::move(row));
  }

  std::string prefix_;
  std::optional<std::string> first_;  // until the first seek
  std::unique_ptr<store::KvCursor> rows_;
};

class OneError final : public EventCursor {
 public:
  explicit OneError(Error error) : error_(std::move(error)) {}
  Result<std::optional<EventRow>> next() override { return error_; }

 private:
  Error error_;
};

// The list of a document that is a row of a data set: the event that it tells, if that is early enough.
class OneRecord final : public EventCursor {
 public:
  OneRecord(store::Records records, EventId row, Instant before)
      : records_(std::move(records)), row_(row), before_(before) {}
  Result<std::optional<EventRow>> next() override {
    if (std::exchange(done_, true)) return std::optional<EventRow>();
    const auto id = records_.event_of(row_);
    if (!id) return id.error();
    if (!*id) return std::optional<EventRow>();
    auto row = records_.facts(**id);
    if (!row) return row.error();
    return *row && (*row)->bounds.earliest_start < before_ ? *row : std::optional<EventRow>();
  }

 private:
  store::Records records_;
  EventId row_;
  Instant before_;
  bool done_ = false;
};

// Two lists in one order.
class BothLists final : public EventCursor {
 public:
  BothLists(std::unique_ptr<EventCursor> a, std::unique_ptr<EventCursor> b) : lists_{std::move(a), std::move(b)} {}
  Result<std::optional<EventRow>> next() override {
    for (int i = 0; i < 2; ++i) {
      if (!std::exchange(wanted_[i], false)) continue;
      auto row = lists_[i]->next();
      if (!row) return row.error();
      heads_[i] = *std::move(row);
    }
    const int first = !heads_[0] || (heads_[1] && comes_first(*heads_[1], *heads_[0])) ? 1 : 0;
    wanted_[first] = heads_[first].has_value();
    return std::move(heads_[first]);
  }

 private:
  static bool comes_first(const EventRow& a, const EventRow& b) {
    if (a.bounds.earliest_start != b.bounds.earliest_start) return a.bounds.earliest_start > b.bounds.earliest_start;
    return a.event < b.event;
  }

  std::unique_ptr<EventCursor> lists_[2];
  std::optional<EventRow> heads_[2];
  bool wanted_[2] = {true, true};
};

}  // namespace

std::unique_ptr<EventCursor> GraphStore::rows(Axis axis, std::uint64_t key, Instant before) const {
  auto records = store::records_of(*this);
  if (!records) return std::make_unique<OneError>(records.error());
  if (!records->catalog().has_texts && axis != Axis::document) return records->rows(axis, key, before);
  auto of_texts = std::make_unique<TimeCursor>(*body_->kv, axis, key, before);
  if (records->empty()) return of_texts;
  if (axis == Axis::document) {
    // An id of a document is one of a text or of a row, so one of the two lists is empty.
    auto row = std::make_unique<OneRecord>(*std::move(records), EventId{key}, before);
    return std::make_unique<BothLists>(std::move(of_texts), std::move(row));
  }
  return std::make_unique<BothLists>(std::move(of_texts), records->rows(axis, key, before));
}

Result<std::optional<EventRow>> GraphStore::find_row(EventId id) const {
  const auto records = store::records_of(*this);
  if (!records) return records.error();
  if (!records->empty()) {
    auto row = records->facts(id);
    if (!row || *row) return row;
  }
  const auto record = store::find_record<store::EventRecord>(*body_->kv, store::id_key(store::Table::event, id.value),
                                                             "event " + to_string(id));
  if (!record) return record.error();
  if (!*record) return std::optional<EventRow>();
  return std::optional(store::row_of((*record)->event));
}

}  // namespace forewhen
