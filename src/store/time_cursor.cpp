// SPDX-License-Identifier: Apache-2.0
// Lists of events in the order of time: one seek to the newest event that is early enough, then forward. The rows are
// covering, so no event is read.
#include "store/body.h"

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

}  // namespace

std::unique_ptr<EventCursor> GraphStore::rows(Axis axis, std::uint64_t key, Instant before) const {
  return std::make_unique<TimeCursor>(*body_->kv, axis, key, before);
}

}  // namespace forewhen
