// SPDX-License-Identifier: Apache-2.0
// Reads the values of a segment from front to back, one letter at a time, item by item: what merges segments and what
// checks them reads so. Bounded memory, one value at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/bytes.h"
#include "store/segment.h"

namespace forewhen::store {

Space space_of(char letter);  // of a segment's keys (segment.h)
Error damaged_segment(const SegmentInfo& info, char letter);

// What a value holds, by letter. decode() returns false for damage.
struct CoverValue {  // f A P
  CoverChunk chunk;
  bool decode(std::string_view bytes, const SegmentInfo& info) { return store::decode(bytes, info.starts, chunk); }
  std::size_t size() const { return chunk.rows.size(); }
};
struct IdValue {  // e
  std::vector<std::uint64_t> ids;
  bool decode(std::string_view bytes, const SegmentInfo&) { return decode_ids(bytes, ids); }
  std::size_t size() const { return ids.size(); }
};
struct RowValue {  // r
  RowsOfColumns rows;
  bool decode(std::string_view bytes, const SegmentInfo&) { return rows.decode(bytes); }
  std::size_t size() const { return rows.size(); }
};
struct KeyValue {  // i
  std::vector<RowKey> keys;
  bool decode(std::string_view bytes, const SegmentInfo&) { return decode_keys(bytes, keys); }
  std::size_t size() const { return keys.size(); }
};
struct MirrorValue {  // x
  std::vector<MirrorKey> keys;
  bool decode(std::string_view bytes, const SegmentInfo&) { return decode_mirrors(bytes, keys); }
  std::size_t size() const { return keys.size(); }
};
struct NameValue {  // a p
  std::string bytes;
  std::size_t pieces = 0;
  bool decode(std::string_view packed, const SegmentInfo&);
  std::size_t size() const { return pieces; }
  std::string_view piece(std::size_t i) const { return *unpack(bytes, i); }
};
struct WordValue {  // s w v
  struct Part {
    std::string word;
    std::vector<std::uint64_t> numbers;
  };
  std::vector<Part> parts;
  bool decode(std::string_view bytes, const SegmentInfo&);
  std::size_t size() const { return parts.size(); }
};

template <class Value>
class SegmentReader {
 public:
  SegmentReader(const OrderedKv& kv, const SegmentInfo& info, char letter)
      : info_(info), letter_(letter), prefix_(segment_key(info.number, letter)), rows_(kv.cursor(space_of(letter))) {
    rows_->seek(prefix_);
  }

  // To the first or the next item; false at the end.
  Result<bool> next() {
    for (++at_; at_ >= value_.size();) {
      if (begun_) rows_->next();
      begun_ = true;
      if (!rows_->valid() || !rows_->key().starts_with(prefix_)) {
        if (const Status status = rows_->status(); !rows_->valid() && !status) return status.error();
        return false;
      }
      if (!value_.decode(rows_->value(), info_)) return damaged_segment(info_, letter_);
      at_ = 0;
    }
    return true;
  }
  // Until the next call.
  const Value& value() const { return value_; }
  std::size_t at() const { return at_; }
  std::string_view bytes() const { return rows_->value(); }  // of the value
  std::string_view key() const { return rows_->key(); }

 private:
  const SegmentInfo& info_;
  char letter_;
  std::string prefix_;
  std::unique_ptr<KvCursor> rows_;
  Value value_;
  std::size_t at_ = ~std::size_t{0};  // in value_
  bool begun_ = false;
};

}  // namespace forewhen::store
