// SPDX-License-Identifier: Apache-2.0
#include "store/segment.h"

#include <algorithm>

#include "store/body.h"
#include "store/bytes.h"

namespace forewhen::store {

namespace {

std::string numbered(Table table, std::uint32_t number) {
  std::string key = prefix_of(table);
  append_be32(key, number);
  return key;
}

Error damaged(const Segment& segment, const char* what) {
  return {ErrorKind::corrupt,
          "segment " + std::to_string(segment.info().number) + ": " + what + " is missing or does not decode", "",
          "see forewhen check"};
}

}  // namespace

std::string segment_info_key(std::uint32_t segment) { return numbered(Table::segment_info, segment); }
std::string segment_state_key(std::uint32_t segment) { return numbered(Table::segment_state, segment); }
std::string import_key(std::uint32_t import) { return numbered(Table::import, import); }
std::string segment_prefix(std::uint32_t segment) { return numbered(Table::segment, segment); }
std::string segment_key(std::uint32_t segment, char letter) { return segment_prefix(segment) + letter; }

RowFate SegmentState::fate(std::uint32_t row) const {
  const auto at = std::lower_bound(fates.begin(), fates.end(), std::pair(row, std::uint8_t{0}));
  return at != fates.end() && at->first == row ? static_cast<RowFate>(at->second) : RowFate::event;
}

Result<std::vector<RowKey>> Segment::find(EventId event) const {
  std::vector<RowKey> found, keys;
  const std::string prefix = segment_key(info_.number, 'i');
  std::string target = prefix;
  append_be64(target, event.value);
  const auto rows = kv_.cursor(Space::index);
  for (rows->seek(target); rows->valid() && rows->key().starts_with(prefix); rows->next()) {
    if (!decode_keys(rows->value(), keys)) return damaged(*this, "the index by id");
    for (const RowKey& key : keys) {
      if (key.event == event) found.push_back(key);
    }
    if (keys.empty() || keys.back().event > event) return found;
  }
  if (const Status status = rows->status(); !rows->valid() && !status) return status.error();
  return found;
}

Result<Record> Segment::record(std::uint32_t row) const {
  std::string key = segment_key(info_.number, 'r');
  append_be32(key, static_cast<std::uint32_t>(row / kRowsPerBody));
  const auto chunk = kv_.get(Space::text, key);
  if (!chunk) return chunk.error();
  const auto bytes = *chunk ? unpack(**chunk, row % kRowsPerBody) : std::nullopt;
  if (!bytes) return damaged(*this, "a row");
  return decode_record_body(*bytes);
}

namespace {

Result<EventRow> read_facts(const Segment& segment, std::string_view chunk, std::uint32_t row) {
  const auto bytes = unpack(chunk, row % kRowsPerFacts);
  if (!bytes || bytes->size() < 16) return damaged(segment, "a covering row");
  ByteReader in(bytes->substr(0, 16));
  const EventId event{in.be64()};
  const Instant start(seconds(static_cast<std::int64_t>(in.be64())));
  return decode_row(event, start, bytes->substr(16));
}

std::string facts_key(std::uint32_t segment, std::uint32_t chunk) {
  std::string key = segment_key(segment, 'f');
  append_be32(key, chunk);
  return key;
}

}  // namespace

Result<std::shared_ptr<const CachedPiece>> Segment::chunk_of(std::uint32_t chunk) const {
  const SegmentCache::Key key{info_.number, 'f', chunk};
  if (auto known = cache_ ? cache_->find(key) : nullptr) return known;
  auto bytes = kv_.get(Space::time, facts_key(info_.number, chunk));
  if (!bytes) return bytes.error();
  CachedPiece piece{bytes->value_or(""), {}};
  return cache_ ? cache_->keep(key, std::move(piece)) : std::make_shared<const CachedPiece>(std::move(piece));
}

Result<EventRow> Segment::facts(std::uint32_t row) const {
  const auto chunk = static_cast<std::uint32_t>(row / kRowsPerFacts);
  if (chunk_ != chunk) {
    auto read = chunk_of(chunk);
    if (!read) return read.error();
    chunk_bytes_ = *std::move(read);
    chunk_ = chunk;
  }
  return read_facts(*this, chunk_bytes_->bytes, row);
}

Result<std::shared_ptr<const CachedPiece>> Segment::rows_of(char letter, std::uint64_t owner) const {
  const SegmentCache::Key key{info_.number, letter, owner};
  if (auto known = cache_ ? cache_->find(key) : nullptr) return known;
  std::string prefix = segment_key(info_.number, letter);
  append_be64(prefix, owner);
  CachedPiece piece;
  bool sound = true;
  const Status walked = walk(kv_, Space::time, prefix, [&](std::string_view, std::string_view value) {
    ByteReader in(value);
    std::uint32_t row = 0;
    while (in.ok() && !in.at_end()) piece.rows.push_back(row += static_cast<std::uint32_t>(in.varint()));
    return sound = in.ok();
  });
  if (!walked) return walked.error();
  if (!sound) return damaged(*this, "a list of rows");
  return cache_ ? cache_->keep(key, std::move(piece)) : std::make_shared<const CachedPiece>(std::move(piece));
}

Result<std::uint32_t> Segment::first_before(Instant before) const {
  // The first chunk whose first row starts early enough; the row sought is in it or in the one before.
  const auto later =
      std::partition_point(info_.starts.begin(), info_.starts.end(), [&](Instant start) { return start >= before; });
  if (later == info_.starts.begin()) return std::uint32_t{0};
  const auto chunk = static_cast<std::uint32_t>(later - info_.starts.begin() - 1);
  std::uint32_t low = chunk * kRowsPerFacts;
  std::uint32_t high = static_cast<std::uint32_t>(std::min<std::uint64_t>(low + kRowsPerFacts, info_.rows));
  const auto read = chunk_of(chunk);
  if (!read) return read.error();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const auto row = read_facts(*this, (*read)->bytes, middle);
    if (!row) return row.error();
    if (row->bounds.earliest_start >= before)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

Result<std::vector<MirrorKey>> Segment::mirrors(std::uint64_t mirror) const {
  std::vector<MirrorKey> found, keys;
  const std::string prefix = segment_key(info_.number, 'x');
  std::string target = prefix;
  append_be64(target, mirror);
  const auto rows = kv_.cursor(Space::index);
  for (rows->seek(target); rows->valid() && rows->key().starts_with(prefix); rows->next()) {
    if (!decode_mirrors(rows->value(), keys)) return damaged(*this, "the index of mirrors");
    for (const MirrorKey& key : keys) {
      if (key.mirror > mirror) return found;
      if (key.mirror == mirror) found.push_back(key);
    }
  }
  if (const Status status = rows->status(); !rows->valid() && !status) return status.error();
  return found;
}

Status Segment::each_key(const std::function<bool(const RowKey&)>& visit) const {
  std::vector<RowKey> keys;
  bool sound = true;
  const Status walked = walk(kv_, Space::index, segment_key(info_.number, 'i'), [&](auto, std::string_view value) {
    sound = decode_keys(value, keys);
    return sound && std::all_of(keys.begin(), keys.end(), visit);
  });
  if (!sound) return damaged(*this, "the index by id");
  return walked;
}

Status Segment::each_mirror(const std::function<bool(const MirrorKey&)>& visit) const {
  std::vector<MirrorKey> keys;
  bool sound = true;
  const Status walked = walk(kv_, Space::index, segment_key(info_.number, 'x'), [&](auto, std::string_view value) {
    sound = decode_mirrors(value, keys);
    return sound && std::all_of(keys.begin(), keys.end(), visit);
  });
  if (!sound) return damaged(*this, "the index of mirrors");
  return walked;
}

Result<std::vector<std::pair<std::uint32_t, int>>> Segment::rows_under(const std::string& stem) const {
  std::vector<std::pair<std::uint32_t, int>> found;
  std::string prefix = segment_key(info_.number, 's');
  append_closed(prefix, stem);
  bool sound = true;
  const Status walked = walk(kv_, Space::index, prefix, [&](auto, std::string_view value) {
    ByteReader in(value);
    std::uint32_t row = 0;
    while (in.ok() && !in.at_end()) {
      const std::uint64_t number = in.varint();  // distance * 2, and 1 for the lighter weight
      row += static_cast<std::uint32_t>(number >> 1);
      found.emplace_back(row, number & 1 ? 1 : 3);
    }
    return sound = in.ok();
  });
  if (!walked) return walked.error();
  if (!sound) return damaged(*this, "a list of a stem");
  return found;
}

Result<std::optional<Actor>> Segment::actor(ActorId id) const {
  std::string key = segment_key(info_.number, 'a');
  append_be64(key, id.value);
  const auto bytes = kv_.get(Space::records, key);
  if (!bytes) return bytes.error();
  if (!*bytes) return std::optional<Actor>();
  auto actor = decode_folded(**bytes);
  if (!actor) return actor.error();
  return std::optional(*std::move(actor));
}

Result<std::optional<Place>> Segment::place(PlaceId id) const {
  std::string key = segment_key(info_.number, 'p');
  append_be64(key, id.value);
  return find_record<Place>(kv_, key, "place " + to_string(id));
}

namespace {

Result<std::vector<std::uint64_t>> ids_under(const Segment& segment, Space space, const std::string& prefix) {
  std::vector<std::uint64_t> ids;
  bool sound = true;
  const Status walked = walk(segment.kv(), space, prefix, [&](std::string_view key, auto) {
    ByteReader in(key.substr(prefix.size()));
    ids.push_back(in.be64());
    return sound = in.ok() && in.at_end();
  });
  if (!walked) return walked.error();
  if (!sound) return damaged(segment, "a key");
  return ids;
}

}  // namespace

Result<std::vector<std::uint64_t>> Segment::ids_under_word(char letter, std::string_view word) const {
  std::string prefix = segment_key(info_.number, letter);
  append_closed(prefix, word);
  return ids_under(*this, Space::index, prefix);
}

Result<std::vector<std::uint64_t>> Segment::ids(char letter) const {
  return ids_under(*this, Space::records, segment_key(info_.number, letter));
}

Result<Catalog> read_catalog(const OrderedKv& kv) {
  Catalog catalog;
  std::optional<Error> wrong;
  const auto each = [&](Table table, auto take) -> Status {
    const Status walked = walk(kv, Space::records, prefix_of(table), [&](std::string_view, std::string_view value) {
      take(value);
      return !wrong;
    });
    if (wrong) return *wrong;
    return walked;
  };
  Status done = each(Table::segment_info, [&](std::string_view value) {
    auto info = decode_info(value);
    if (!info)
      wrong = info.error();
    else
      catalog.segments[info->number].info = *std::move(info);
  });
  if (!done) return done.error();
  for (auto& [number, entry] : catalog.segments) {
    const auto bytes = kv.get(Space::records, segment_state_key(number));
    if (!bytes) return bytes.error();
    auto state = decode_state(bytes->value_or(""));
    if (!state) return state.error();
    entry.state = *std::move(state);
  }
  done = each(Table::import, [&](std::string_view value) {
    auto info = decode_import(value);
    if (!info)
      wrong = info.error();
    else
      catalog.imports[info->number] = *std::move(info);
  });
  if (!done) return done.error();
  return catalog;
}

}  // namespace forewhen::store
