// SPDX-License-Identifier: Apache-2.0
// Rows of data sets, many at once: a segment is up to some hundred thousand rows with all their indexes, written in one
// batch and never changed. Rows are numbered in the order of the time lists (newest first, then by event), so a list of
// an actor is a list of small ascending numbers, and the list of all needs no bytes. What may change (which rows are
// overtaken by newer versions, taken back, or the mirror of another) stands beside it in one small record.
//
// Keys are 'G', the segment (4 bytes), a letter and:
//   records  a CHUNK   kNamesPerValue actors as this segment's rows give them, by number    p CHUNK  places
//   text     r CHUNK   kRowsPerBody rows whole (row_columns.h)
//   time     f CHUNK   kRowsPerCover covering rows (segment_cover.h) of all; A and P of the lists of actors and places
//            e CHUNK   kIdsPerValue event ids, by row
//   index    d         what is where (segment_directory.h)     b  which ids may be there (id_filter.h)
//            i CHUNK   rows by event id                        x LAST LAST-ID  rows by mirror number, reports by event
//            s w v     words (word_lists.h): stems with rows, words of names with numbers of actors, of places
// 'g' and the segment: SegmentInfo. 'h' and the segment: SegmentState. 'i' and the import: ImportInfo.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/model/event_source.h"
#include "forewhen/model/record.h"
#include "forewhen/store/record_import.h"
#include "store/id_filter.h"
#include "store/listed_rows.h"
#include "store/ordered_kv.h"
#include "store/row_columns.h"
#include "store/segment_cache.h"
#include "store/segment_cover.h"
#include "store/segment_directory.h"

namespace forewhen::store {

inline constexpr std::size_t kRowsPerBody = 64;  // some 15 KiB before packing
inline constexpr std::size_t kNamesPerValue = 32;
// Classes of duration (latest end less earliest start) at places: up to so many seconds, and a last one of all others.
inline constexpr std::int64_t kDurationClasses[] = {8 * 86400, 64 * 86400};
inline constexpr std::uint32_t kPlaceLists = 1 + sizeof kDurationClasses / sizeof *kDurationClasses;
std::uint32_t duration_class(const Bounds& bounds);
inline constexpr std::size_t kIdsPerValue = 2048;  // 16 KiB, one block
inline constexpr std::size_t kRowsPerIndex = 64;

inline constexpr std::size_t kMostRowsOfSegment = std::size_t{1} << 24;

struct SegmentInfo {
  std::uint32_t number = 0;
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;             // of the rows themselves, before packing
  std::vector<std::uint32_t> imports;  // whose rows these are; ascending
  std::vector<Instant> starts;         // of the first row of each value of covering rows, newest first

  friend bool operator==(const SegmentInfo&, const SegmentInfo&) = default;
};

// Why a row is no event of its own. On disk, never reuse a number.
enum class RowFate : std::uint8_t {
  event = 0,      // it is one; never stored
  overtaken = 1,  // a newer version of the same id holds
  deleted = 2,    // the row says only that its id was taken back
  mirror = 3,     // evidence of the event of the row that says the same the other way round
  report = 4,     // evidence of an event that another row gives, if that is known
  document = 5,   // a document that tells no event
};

struct SegmentState {
  std::uint64_t events = 0, claims = 0, undated = 0, participations = 0;  // of the rows that count
  // Rows that are no events. A segment of reports has hundreds of thousands of them beside each other.
  struct Run {
    std::uint32_t first = 0, end = 0;
    RowFate fate = RowFate::event;

    friend bool operator==(const Run&, const Run&) = default;
  };
  std::vector<Run> runs;  // ascending, as long as can be
  std::uint8_t seen = 0;  // their fates, a bit each

  RowFate fate(std::uint32_t row) const;
  // REQUIRES: no event, and greater than the rows that were added before.
  void add_fate(std::uint32_t row, RowFate fate);
  bool has(RowFate fate) const { return seen >> static_cast<unsigned>(fate) & 1; }
  std::uint64_t rows_of(RowFate fate) const;
  friend bool operator==(const SegmentState&, const SegmentState&) = default;
};

// What the index by id says of a row.
struct RowKey {
  EventId event;
  std::uint32_t row = 0;
  std::uint64_t content = 0;  // hash of the whole row, its upper 48 bits
  std::uint64_t version = 0;
  std::uint64_t mirror = 0;
  std::uint32_t import = 0;
  bool no_event = false;  // see fate()

  // That of the row should it hold. What is no event has in place of a mirror number: nothing for a deletion, 1 for a
  // document, else the event that it is a report of.
  RowFate fate() const {
    if (!no_event) return RowFate::event;
    return mirror == 0 ? RowFate::deleted : mirror == kDocumentMirror ? RowFate::document : RowFate::report;
  }
  static constexpr std::uint64_t kDocumentMirror = 1;

  friend bool operator==(const RowKey&, const RowKey&) = default;
};

struct MirrorKey {
  std::uint64_t mirror = 0;
  EventId event;
  std::uint32_t row = 0;
  bool forward = false;  // the doer has the smaller id
  bool report = false;   // `mirror` is the event that it is a report of

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

// Of rows with one id the older ones come first.
bool comes_first(const RowKey& a, const RowKey& b);

// A row with the import that brought it.
struct ImportedRecord {
  Record record;
  std::uint32_t import = 0;
};

// What is read of a segment once and then stays in memory.
template <class T>
class ReadOnce {
 public:
  // `read` makes it, the first time only.
  template <class Read>
  Result<const T*> get(Read read) {
    if (const T* known = ready_.load(std::memory_order_acquire)) return known;
    const std::lock_guard lock(mutex_);
    if (!value_) {
      auto made = read();
      if (!made) return made.error();
      value_ = std::make_unique<const T>(*std::move(made));
      ready_.store(value_.get(), std::memory_order_release);
    }
    return value_.get();
  }
  const T* known() const { return ready_.load(std::memory_order_acquire); }  // null: not read yet

 private:
  std::mutex mutex_;
  std::unique_ptr<const T> value_;
  std::atomic<const T*> ready_ = nullptr;
};
struct SegmentMemory {
  ReadOnce<SegmentDirectory> directory;
  ReadOnce<IdFilter> filter;
  ReadOnce<std::optional<seconds>> vagueness;
  std::size_t bytes() const {
    return (directory.known() ? directory.known()->bytes() : 0) + (filter.known() ? filter.known()->size() : 0);
  }
};

// Reads one segment. Cheap to make; for one thread.
class Segment {
 public:
  // What `memory` and `caches` hold must be of this very segment; all outlive this.
  Segment(const OrderedKv& kv, const SegmentInfo& info, SegmentMemory& memory, SegmentCaches& caches)
      : kv_(kv), info_(info), memory_(memory), caches_(caches) {}

  // Which ids may be there.
  Result<const IdFilter*> filter() const;
  // All rows of that id, oldest version first.
  Result<std::vector<RowKey>> find(EventId event) const;
  Result<ImportedRecord> record(std::uint32_t row) const;
  Result<EventRow> facts(std::uint32_t row) const;
  // Of all rows, as EventSource says; all covering rows are looked through, once.
  Result<const std::optional<seconds>*> vagueness() const;
  Result<EventId> id_of(std::uint32_t row) const;
  // How many lists an actor or place has; together they are its rows.
  static std::uint32_t lists_of(Axis axis) { return axis == Axis::place ? kPlaceLists : 1; }
  // One list of rows of all, of an actor or of a place that start before `before`: positions in the values under a
  // letter.
  struct RowList {
    char letter = 'f';
    std::uint32_t at = 0, end = 0;
  };
  Result<RowList> list(Axis axis, std::uint64_t owner, std::uint32_t which, Instant before) const;
  // The value that a position lies in, at position % kRowsPerCover. Until the next call.
  Result<const CoverView*> cover_at(char letter, std::uint32_t position) const;
  // The row at a place of a value, where it says `cover`, into `row`.
  Status read_row(const CoverView& covers, std::size_t at, const CoverRow& cover, EventRow& row) const;
  Error damaged_cover() const;
  // All rows with that mirror number, and reports of the event of that number.
  Result<std::vector<MirrorKey>> mirrors(std::uint64_t mirror) const;
  // By number. corrupt: a row is missing or does not decode.
  Status each_record(const std::function<void(const ImportedRecord&)>& visit) const;
  // In ascending order; visit returns false to stop.
  Status each_key(const std::function<bool(const RowKey&)>& visit) const;
  Status each_mirror(const std::function<bool(const MirrorKey&)>& visit) const;
  Result<std::vector<std::pair<std::uint32_t, int>>> rows_under(const std::string& stem) const;
  Result<std::optional<Actor>> actor(ActorId id) const;
  Result<std::optional<Place>> place(PlaceId id) const;
  // All of them, by id.
  Status each_place(const std::function<void(Place)>& visit) const;
  // Ids of actors ('w') or places ('v'), ascending.
  Result<std::vector<std::uint64_t>> ids_under_word(char letter, std::string_view word) const;
  // Ids of all actors ('a') or places ('p'), ascending.
  Result<std::vector<std::uint64_t>> ids(char letter) const;

  const SegmentInfo& info() const { return info_; }
  const OrderedKv& kv() const { return kv_; }

 private:
  using Piece = SegmentCache::Piece;
  // Moves on to the first row that starts early enough.
  Result<RowList> begin_before(RowList list, Instant before) const;
  Result<Piece> piece(Space space, char letter, std::uint32_t chunk) const;
  Result<const SegmentDirectory*> directory() const;
  template <class T, class Decode>
  Result<const T*> whole(ReadOnce<T>& once, char letter, Decode decode) const;
  Result<std::optional<std::string>> packed(char letter, std::uint32_t number) const;

  const OrderedKv& kv_;
  const SegmentInfo& info_;
  SegmentMemory& memory_;
  SegmentCaches& caches_;
  // What was read last: lists ask for it again.
  mutable Piece cover_, ids_, bodies_;
  mutable std::pair<char, std::uint32_t> cover_is_, ids_is_;
  mutable std::uint32_t bodies_are_ = kNoNumber;
};

// All segments as they are at one moment.
struct Catalog {
  struct Entry {
    SegmentInfo info;
    std::shared_ptr<const SegmentState> state;
    std::shared_ptr<SegmentMemory> memory = std::make_shared<SegmentMemory>();
  };
  std::shared_ptr<SegmentCaches> caches;
  std::shared_ptr<ListedRows> listed = std::make_shared<ListedRows>();
  std::map<std::uint32_t, std::shared_ptr<const Entry>> segments;
  std::map<std::uint32_t, ImportInfo> imports;
  bool has_texts = false;  // events of texts besides; where there are none, lists need not look for them

  Segment segment(std::uint32_t number, const OrderedKv& kv) const {
    const Entry& entry = *segments.at(number);
    return Segment(kv, entry.info, *entry.memory, *caches);
  }
};
// `memory`: StoreOptions
Result<Catalog> read_catalog(const OrderedKv& kv, std::size_t memory);

// Bytes of what lies under segment keys, both directions; corrupt when they do not decode.
std::string encode(const SegmentInfo& info);
std::string encode(const SegmentState& state);
std::string encode(const ImportInfo& info);
// The row itself, which its content hash is of; stored behind the number of its import.
void append_record_body(std::string& out, const Record& record);
Result<ImportedRecord> decode_imported(std::string_view bytes);
std::string encode_folded(const Actor& actor);
std::string encode_keys(const RowKey* begin, const RowKey* end);
std::string encode_mirrors(const MirrorKey* begin, const MirrorKey* end);
Result<SegmentInfo> decode_info(std::string_view bytes);
Result<SegmentState> decode_state(std::string_view bytes);
Result<ImportInfo> decode_import(std::string_view bytes);
Result<Actor> decode_folded(std::string_view bytes);
// false: damaged
bool decode_keys(std::string_view bytes, std::vector<RowKey>& keys);
// Appends those of that id, decoding no others.
bool find_keys(std::string_view bytes, EventId event, std::vector<RowKey>& found);
bool decode_ids(std::string_view bytes, std::vector<std::uint64_t>& ids);
bool decode_mirrors(std::string_view bytes, std::vector<MirrorKey>& keys);

// A list of pieces with their places, so that one is found without reading the others.
std::string pack(const std::vector<std::string_view>& pieces);
std::optional<std::string_view> unpack(std::string_view packed, std::size_t index);

}  // namespace forewhen::store
