// SPDX-License-Identifier: Apache-2.0
// Segments' bytes, both directions.
#include <algorithm>

#include "store/fields.h"
#include "store/packed_column.h"
#include "store/record_fields.h"
#include "store/segment.h"

namespace forewhen::store {

template <class Io, Is<Affiliation> T>
void fields(Io& io, T& v) {
  io(v.country, v.sectors, v.seen.begin, v.seen.end);
}

namespace {

constexpr char kVersion = 1;

// An actor as a segment's rows give it: with its affiliations, which records of texts have not.
template <class T>
struct Folded {
  T& actor;
};

template <class Io, class T>
void fields(Io& io, Folded<T>& v) {
  io(v.actor.id, v.actor.name, v.actor.kind, v.actor.country, v.actor.aliases, v.actor.affiliations);
}
template <class Io, class T>
void fields(Io& io, const Folded<T>& v) {
  io(v.actor.id, v.actor.name, v.actor.kind, v.actor.country, v.actor.aliases, v.actor.affiliations);
}

// A varint of 32 bits.
std::uint32_t small(ByteReader& in) {
  const std::uint64_t number = in.varint();
  if (number >> 32) in.fail();
  return static_cast<std::uint32_t>(number);
}

Error damaged(const char* what) {
  return {ErrorKind::corrupt, std::string("a ") + what + " of a segment does not decode", "", "see forewhen check"};
}

}  // namespace

void append_record_body(std::string& out, const Record& record) {
  Encoder encoder(out);
  record_fields(encoder, record);
}

Result<ImportedRecord> decode_imported(std::string_view bytes) {
  ByteReader in(bytes);
  ImportedRecord imported;
  imported.import = small(in);
  Decoder decoder(in.rest());
  record_fields(decoder, imported.record);
  if (!in.ok() || !decoder.done()) return damaged("row");
  identify(imported.record);
  return imported;
}

std::string encode_folded(const Actor& actor) {
  Encoder encoder;
  encoder(Folded<const Actor>{actor});
  return encoder.take();
}

Result<Actor> decode_folded(std::string_view bytes) {
  Decoder decoder(bytes);
  Actor actor;
  Folded<Actor> folded{actor};
  decoder(folded);
  if (!decoder.done()) return damaged("actor");
  return actor;
}

std::string encode(const SegmentInfo& info) {
  std::string out(1, kVersion);
  append_varint(out, info.number), append_varint(out, info.rows), append_varint(out, info.bytes);
  append_varint(out, info.imports.size());
  for (const std::uint32_t import : info.imports) append_varint(out, import);
  append_varint(out, info.starts.size());
  for (const Instant start : info.starts) append_varint(out, number_of(start));
  return out;
}

Result<SegmentInfo> decode_info(std::string_view bytes) {
  ByteReader in(bytes);
  SegmentInfo info;
  if (in.u8() != kVersion) in.fail();
  info.number = small(in);
  info.rows = in.varint();
  if (info.rows > kMostRowsOfSegment) in.fail();  // memory is taken for each
  info.bytes = in.varint();
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) info.imports.push_back(small(in));
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) info.starts.push_back(instant_of(in.varint()));
  if (!in.ok() || !in.at_end()) return damaged("description");
  return info;
}

std::string encode(const SegmentState& state) {
  std::string out(1, kVersion);
  for (const std::uint64_t n : {state.events, state.claims, state.undated, state.participations}) append_varint(out, n);
  std::uint64_t rows = 0;
  for (const SegmentState::Run& run : state.runs) rows += run.end - run.first;
  append_varint(out, rows);
  std::uint32_t last = 0;
  for (const SegmentState::Run& run : state.runs) {
    for (std::uint32_t row = run.first; row < run.end; last = row++) {
      append_varint(out, row - last);
      out += static_cast<char>(run.fate);
    }
  }
  return out;
}

Result<SegmentState> decode_state(std::string_view bytes) {
  ByteReader in(bytes);
  SegmentState state;
  if (in.u8() != kVersion) in.fail();
  for (std::uint64_t* n : {&state.events, &state.claims, &state.undated, &state.participations}) *n = in.varint();
  std::uint32_t row = 0;
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    row += small(in);
    const std::uint8_t fate = in.u8();
    if (fate == 0 || fate > 5 || row == kNoNumber || (!state.runs.empty() && row < state.runs.back().end)) in.fail();
    if (in.ok()) state.add_fate(row, static_cast<RowFate>(fate));
  }
  if (!in.ok() || !in.at_end()) return damaged("state");
  return state;
}

std::string encode(const ImportInfo& info) {
  std::string out(1, kVersion);
  append_varint(out, info.number), append_varint(out, number_of(info.recorded));
  append_text(out, info.set), append_text(out, info.format);
  append_varint(out, info.files.size());
  for (const std::string& file : info.files) append_text(out, file);
  for (const std::uint64_t n : {info.rows, info.added, info.updated, info.unchanged, info.outdated, info.deleted,
                                info.mirrored, info.refused}) {
    append_varint(out, n);
  }
  return out;
}

Result<ImportInfo> decode_import(std::string_view bytes) {
  ByteReader in(bytes);
  ImportInfo info;
  if (in.u8() != kVersion) in.fail();
  info.number = small(in);
  info.recorded = instant_of(in.varint());
  info.set = in.text(), info.format = in.text();
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) info.files.emplace_back(in.text());
  for (std::uint64_t* n : {&info.rows, &info.added, &info.updated, &info.unchanged, &info.outdated, &info.deleted,
                           &info.mirrored, &info.refused}) {
    *n = in.varint();
  }
  if (!in.ok() || !in.at_end()) return damaged("record of an import");
  return info;
}

// Ids first, so that an id is sought without decoding the rest. They are ascending.
std::string encode_keys(const RowKey* begin, const RowKey* end) {
  std::string out;
  std::vector<std::uint64_t> numbers;
  const auto put = [&](auto number_of) {
    numbers.clear();
    for (const RowKey* key = begin; key != end; ++key) numbers.push_back(number_of(*key));
    append_column(out, numbers);
  };
  append_varint(out, static_cast<std::uint64_t>(end - begin));
  std::uint64_t last = begin == end ? 0 : begin->event.value;
  append_be64(out, last);
  put([&](const RowKey& key) { return key.event.value - std::exchange(last, key.event.value); });
  put([](const RowKey& key) { return key.content; });
  put([](const RowKey& key) -> std::uint64_t { return key.row; });
  put([](const RowKey& key) { return key.version; });
  put([](const RowKey& key) { return key.mirror; });
  put([](const RowKey& key) { return std::uint64_t{key.import} << 1 | key.no_event; });
  return out;
}

namespace {

constexpr std::uint64_t kMostKeys = 1024;  // what one value may claim

std::uint64_t count_of_keys(ByteReader& in) {
  const std::uint64_t count = in.varint();
  if (count <= kMostKeys) return count;
  in.fail();
  return 0;
}
// take(i, id) for each of the ids behind it.
template <class Take>
void take_ids(ByteReader& in, std::uint64_t count, Take take) {
  std::uint64_t id = in.be64();
  take_column(in, count, [&](std::size_t i, std::uint64_t distance) { take(i, id += distance); });
}

}  // namespace

bool decode_keys(std::string_view bytes, std::vector<RowKey>& keys) {
  ByteReader in(bytes);
  keys.clear();
  const std::uint64_t count = count_of_keys(in);
  keys.resize(count);
  take_ids(in, count, [&](std::size_t i, std::uint64_t id) { keys[i].event.value = id; });
  take_column(in, count, [&](std::size_t i, std::uint64_t number) { keys[i].content = number; });
  take_column(in, count, [&](std::size_t i, std::uint64_t number) {
    if (number >> 32) in.fail();
    keys[i].row = static_cast<std::uint32_t>(number);
  });
  take_column(in, count, [&](std::size_t i, std::uint64_t number) { keys[i].version = number; });
  take_column(in, count, [&](std::size_t i, std::uint64_t number) { keys[i].mirror = number; });
  take_column(in, count, [&](std::size_t i, std::uint64_t number) {
    if (number >> 33) in.fail();
    keys[i].import = static_cast<std::uint32_t>(number >> 1);
    keys[i].no_event = number & 1;
  });
  return in.ok() && in.at_end();
}

bool find_keys(std::string_view bytes, EventId event, std::vector<RowKey>& found) {
  ByteReader in(bytes);
  const std::uint64_t count = count_of_keys(in);
  std::size_t begin = 0, end = 0;  // those of that id stand together
  take_ids(in, count, [&](std::size_t i, std::uint64_t id) {
    begin += id < event.value;
    if (id <= event.value) end = i + 1;
  });
  if (!in.ok() || begin >= end) return in.ok();
  PackedColumn columns[5];
  for (PackedColumn& column : columns) column.read(in, bytes, count);
  if (!in.ok() || !in.at_end()) return false;
  for (std::size_t i = begin; i < end; ++i) {
    RowKey& key = found.emplace_back();
    key.event = event;
    key.content = columns[0].at(bytes, i);
    const std::uint64_t row = columns[1].at(bytes, i), import = columns[4].at(bytes, i);
    if (row >> 32 || import >> 33) return false;
    key.row = static_cast<std::uint32_t>(row);
    key.version = columns[2].at(bytes, i);
    key.mirror = columns[3].at(bytes, i);
    key.import = static_cast<std::uint32_t>(import >> 1);
    key.no_event = import & 1;
  }
  return true;
}

bool decode_ids(std::string_view bytes, std::vector<std::uint64_t>& ids) {
  ByteReader in(bytes);
  ids.clear();
  while (in.ok() && !in.at_end()) ids.push_back(in.be64());
  return in.ok();
}

std::string encode_mirrors(const MirrorKey* begin, const MirrorKey* end) {
  std::string out;
  for (const MirrorKey* key = begin; key != end; ++key) {
    append_be64(out, key->mirror), append_be64(out, key->event.value), append_be32(out, key->row);
    out += key->report ? '\2' : key->forward ? '\1' : '\0';
  }
  return out;
}

bool decode_mirrors(std::string_view bytes, std::vector<MirrorKey>& keys) {
  ByteReader in(bytes);
  keys.clear();
  while (in.ok() && !in.at_end()) {
    MirrorKey key;
    key.mirror = in.be64(), key.event.value = in.be64(), key.row = in.be32();
    const std::uint8_t direction = in.u8();
    if (direction > 2) in.fail();
    key.forward = direction == 1, key.report = direction == 2;
    keys.push_back(key);
  }
  return in.ok();
}

std::string pack(const std::vector<std::string_view>& pieces) {
  std::string out;
  std::size_t size = 4 * (pieces.size() + 1);
  for (const std::string_view piece : pieces) size += piece.size();
  out.reserve(size);
  append_be32(out, static_cast<std::uint32_t>(pieces.size()));
  std::uint32_t end = 0;
  for (const std::string_view piece : pieces) append_be32(out, end += static_cast<std::uint32_t>(piece.size()));
  for (const std::string_view piece : pieces) out += piece;
  return out;
}

std::optional<std::string_view> unpack(std::string_view packed, std::size_t index) {
  const std::size_t count = ByteReader(packed).be32();
  if (index >= count || packed.size() < 4 * (count + 1)) return std::nullopt;
  const auto end_of = [&](std::size_t i) -> std::size_t {
    return i == 0 ? 0 : ByteReader(packed.substr(4 * i, 4)).be32();
  };
  const std::string_view bytes = packed.substr(4 * (count + 1));
  const std::size_t begin = end_of(index), end = end_of(index + 1);
  if (begin > end || end > bytes.size()) return std::nullopt;
  return bytes.substr(begin, end - begin);
}

}  // namespace forewhen::store
