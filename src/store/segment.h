// SPDX-License-Identifier: Apache-2.0
// Rows of data sets, many at once: a segment is up to some hundred thousand rows with all their indexes, written in one
// batch and never changed. Rows are numbered in the order of the time lists (newest first, then by event), so a list of
// an actor is a list of small ascending numbers, and the list of all needs no bytes. What may change (which rows are
// overtaken by newer versions, taken back, or the mirror of another) stands beside it in one small record.
//
// Keys are 'G', the segment (4 bytes), a letter and:
//   records  a ID       actor as this segment's rows give it     p ID       place
//   text     r CHUNK    kRowsPerBody rows whole
//   time     f CHUNK    kRowsPerFacts covering rows              A ID LAST  rows of an actor up to row LAST; P of a
//   place index    i LAST     rows by event id up to id LAST           x LAST LAST-ID  rows by mirror number
//            s STEM 00 00 LAST  rows under a stem up to row LAST w WORD 00 00 ID  actors; v places
// 'g' and the segment: SegmentInfo. 'h' and the segment: SegmentState. 'i' and the import: ImportInfo.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/model/event_source.h"
#include "forewhen/model/record.h"
#include "forewhen/store/record_import.h"
#include "store/ordered_kv.h"
#include "store/segment_cache.h"

namespace forewhen::store {

inline constexpr std::size_t kRowsPerBody = 32;    // some 10 KiB, one block
inline constexpr std::size_t kRowsPerFacts = 128;  // some 5 KiB
inline constexpr std::size_t kRowsPerList = 1024;
inline constexpr std::size_t kRowsPerIndex = 128;

struct SegmentInfo {
  std::uint32_t number = 0;
  std::uint32_t import = 0;
  std::uint64_t rows = 0;
  std::vector<Instant> starts;  // of the first row of each chunk of facts, newest first

  friend bool operator==(const SegmentInfo&, const SegmentInfo&) = default;
};

// Why a row is no event of its own. On disk, never reuse a number.
enum class RowFate : std::uint8_t {
  event = 0,      // it is one; never stored
  overtaken = 1,  // a newer version of the same id holds
  deleted = 2,    // the row says only that its id was taken back
  mirror = 3,     // evidence of the event of the row that says the same the other way round
};

struct SegmentState {
  std::uint64_t events = 0, claims = 0, undated = 0, participations = 0;  // of the rows that count
  std::vector<std::pair<std::uint32_t, std::uint8_t>> fates;              // row, RowFate; sorted

  RowFate fate(std::uint32_t row) const;
  friend bool operator==(const SegmentState&, const SegmentState&) = default;
};

// What the index by id says of a row.
struct RowKey {
  EventId event;
  std::uint32_t row = 0;
  std::uint64_t content = 0;  // hash of the whole row
  std::uint64_t version = 0;
  std::uint64_t mirror = 0;
  bool deleted = false;

  friend bool operator==(const RowKey&, const RowKey&) = default;
};

struct MirrorKey {
  std::uint64_t mirror = 0;
  EventId event;
  std::uint32_t row = 0;
  bool forward = false;  // the doer has the smaller id

  friend bool operator==(const MirrorKey&, const MirrorKey&) = default;
};

std::string segment_info_key(std::uint32_t segment);
std::string segment_state_key(std::uint32_t segment);
std::string import_key(std::uint32_t import);
std::string segment_prefix(std::uint32_t segment);
std::string segment_key(std::uint32_t segment, char letter);

// The layout of a store with or without rows of data sets (layout.h), where that changes it.
Status note_layout(OrderedKv& kv, bool has_segments, std::vector<KvWrite>& writes);
// Takes all keys of a segment away, a piece at a time. REQUIRES: it is not (or no longer) known.
Status remove_segment_keys(OrderedKv& kv, std::uint32_t segment);

// Reads one segment. Cheap to make; for one thread.
class Segment {
 public:
  // What `cache` holds must be of this very segment.
  Segment(const OrderedKv& kv, const SegmentInfo& info, SegmentCache* cache = nullptr)
      : kv_(kv), info_(info), cache_(cache) {}

  // All rows of that id, oldest version first.
  Result<std::vector<RowKey>> find(EventId event) const;
  Result<Record> record(std::uint32_t row) const;
  Result<EventRow> facts(std::uint32_t row) const;
  // Rows of an actor ('A') or place ('P'), ascending.
  Result<std::shared_ptr<const CachedPiece>> rows_of(char letter, std::uint64_t owner) const;
  // The first row that starts before `before`; info.rows when none does.
  Result<std::uint32_t> first_before(Instant before) const;
  // All rows with that mirror number.
  Result<std::vector<MirrorKey>> mirrors(std::uint64_t mirror) const;
  // In ascending order; visit returns false to stop.
  Status each_key(const std::function<bool(const RowKey&)>& visit) const;
  Status each_mirror(const std::function<bool(const MirrorKey&)>& visit) const;
  Result<std::vector<std::pair<std::uint32_t, int>>> rows_under(const std::string& stem) const;
  Result<std::optional<Actor>> actor(ActorId id) const;
  Result<std::optional<Place>> place(PlaceId id) const;
  Result<std::vector<std::uint64_t>> ids_under_word(char letter, std::string_view word) const;
  // Ids of all actors ('a') or places ('p'), ascending.
  Result<std::vector<std::uint64_t>> ids(char letter) const;

  const SegmentInfo& info() const { return info_; }
  const OrderedKv& kv() const { return kv_; }

 private:
  const OrderedKv& kv_;
  const SegmentInfo& info_;
  Result<std::shared_ptr<const CachedPiece>> chunk_of(std::uint32_t chunk) const;
  SegmentCache* cache_;
  // The chunk of covering rows read last: lists ask for them in ascending order.
  mutable std::optional<std::uint32_t> chunk_;
  mutable std::shared_ptr<const CachedPiece> chunk_bytes_;
};

// All segments as they are at one moment.
struct Catalog {
  struct Entry {
    SegmentInfo info;
    SegmentState state;
  };
  std::shared_ptr<SegmentCache> cache = std::make_shared<SegmentCache>();
  std::map<std::uint32_t, Entry> segments;
  std::map<std::uint32_t, ImportInfo> imports;
};
Result<Catalog> read_catalog(const OrderedKv& kv);

// Bytes of what lies under segment keys, both directions; corrupt when they do not decode.
std::string encode(const SegmentInfo& info);
std::string encode(const SegmentState& state);
std::string encode(const ImportInfo& info);
std::string encode_record_body(const Record& record);
Result<Record> decode_record_body(std::string_view bytes);
std::string encode_folded(const Actor& actor);
std::string encode_keys(const RowKey* begin, const RowKey* end);
std::string encode_mirrors(const MirrorKey* begin, const MirrorKey* end);
Result<SegmentInfo> decode_info(std::string_view bytes);
Result<SegmentState> decode_state(std::string_view bytes);
Result<ImportInfo> decode_import(std::string_view bytes);
Result<Actor> decode_folded(std::string_view bytes);
// false: damaged
bool decode_keys(std::string_view bytes, std::vector<RowKey>& keys);
bool decode_mirrors(std::string_view bytes, std::vector<MirrorKey>& keys);

// A list of pieces with their places, so that one is found without reading the others.
std::string pack(const std::vector<std::string_view>& pieces);
std::optional<std::string_view> unpack(std::string_view packed, std::size_t index);

}  // namespace forewhen::store
