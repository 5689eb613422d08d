// SPDX-License-Identifier: Apache-2.0
#include "store/codec.h"

#include <fmt/format.h>

#include "store/fields.h"

namespace forewhen::store {
namespace {

constexpr char kRecordVersion = 1;
constexpr char kLaterVersion = 2;  // of records that have something in their later fields

template <class Record>
constexpr std::string_view kNameOf = "record";
template <>
constexpr std::string_view kNameOf<DocumentRecord> = "document";
template <>
constexpr std::string_view kNameOf<ClaimList> = "claim list";
template <>
constexpr std::string_view kNameOf<NameList> = "name list";
template <>
constexpr std::string_view kNameOf<Claim> = "claim";
template <>
constexpr std::string_view kNameOf<EventRecord> = "event";
template <>
constexpr std::string_view kNameOf<Actor> = "actor";
template <>
constexpr std::string_view kNameOf<Place> = "place";
template <>
constexpr std::string_view kNameOf<GraphCounts> = "counts";
template <>
constexpr std::string_view kNameOf<LayoutRecord> = "layout";

template <>
constexpr std::string_view kNameOf<Decision> = "decision";

template <class Record>
std::string encode_record(const Record& record) {
  Encoder encoder;
  encoder(record);
  if constexpr (kHasLaterFields<Record>) {
    if (uses_later_fields(record)) {
      later_fields(encoder, record);
      return kLaterVersion + encoder.take();
    }
  }
  return kRecordVersion + encoder.take();
}

Error damaged(std::string_view name) {
  return {ErrorKind::corrupt, fmt::format("the {} record does not decode", name), "", ""};
}

// Flags of a covering value. An open bound takes no bytes, and a place only where there is one.
enum RowFlag : std::uint8_t {
  kLatestStartOpen = 1,
  kEarliestEndOpen = 2,
  kLatestEndOpen = 4,
  kHasPlace = 8,
  kAllRowFlags = 15,
};

// Bounds lie close together, so each is written as its distance from the start; on the circle of 2^64, where no
// distance overflows.
std::uint64_t base_of(Instant earliest_start) {
  return is_open(earliest_start) ? 0 : static_cast<std::uint64_t>(earliest_start.time_since_epoch().count());
}
void append_distance(std::string& out, Instant t, std::uint64_t base) {
  const std::uint64_t distance = static_cast<std::uint64_t>(t.time_since_epoch().count()) - base;
  append_varint(out, zigzag(static_cast<std::int64_t>(distance)));
}
Instant read_distance(ByteReader& in, std::uint64_t base) {
  const std::uint64_t distance = static_cast<std::uint64_t>(unzigzag(in.varint()));
  return Instant(seconds(static_cast<std::int64_t>(base + distance)));
}
Instant read_bound(ByteReader& in, std::uint64_t base, bool is_open_end, Instant open_end) {
  if (is_open_end) return open_end;
  const Instant t = read_distance(in, base);
  if (t == open_end) in.fail();  // it has its own form, the flag
  return t;
}

template <class Choice>
Choice read_choice(ByteReader& in, std::uint8_t byte) {
  const auto choice = static_cast<Choice>(byte);
  if (choice < Range<Choice>::least || choice > Range<Choice>::greatest) in.fail();
  return choice;
}

std::vector<ActorId> read_actors(ByteReader& in) {
  std::vector<ActorId> actors;
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    const ActorId actor{in.be64()};
    if (!actors.empty() && actor <= actors.back()) in.fail();
    actors.push_back(actor);
  }
  return actors;
}

}  // namespace

std::string encode(const DocumentRecord& record) { return encode_record(record); }
std::string encode(const ClaimList& record) { return encode_record(record); }
std::string encode(const NameList& record) { return encode_record(record); }
std::string encode(const Claim& record) { return encode_record(record); }
std::string encode(const EventRecord& record) { return encode_record(record); }
std::string encode(const Actor& record) { return encode_record(record); }
std::string encode(const Place& record) { return encode_record(record); }
std::string encode(const GraphCounts& record) { return encode_record(record); }
std::string encode(const LayoutRecord& record) { return encode_record(record); }
std::string encode(const Decision& record) { return encode_record(record); }

template <class Record>
Result<Record> decode(std::string_view bytes) {
  if (bytes.empty()) return damaged(kNameOf<Record>);
  const bool later = kHasLaterFields<Record> && bytes[0] == kLaterVersion;
  if (bytes[0] != kRecordVersion && !later) {
    const auto version = static_cast<unsigned char>(bytes[0]);
    return Error{ErrorKind::version, fmt::format("{} record of version {}, which is unknown", kNameOf<Record>, version),
                 "", "it was written by a newer forewhen, or is damaged; see forewhen check"};
  }
  Decoder decoder(bytes.substr(1));
  Record record;
  decoder(record);
  if constexpr (kHasLaterFields<Record>) {
    if (later) later_fields(decoder, record);
    if (later && !uses_later_fields(record)) return damaged(kNameOf<Record>);  // that has its own form, version 1
  }
  if (!decoder.done()) return damaged(kNameOf<Record>);
  return record;
}

template Result<DocumentRecord> decode(std::string_view);
template Result<ClaimList> decode(std::string_view);
template Result<NameList> decode(std::string_view);
template Result<Claim> decode(std::string_view);
template Result<EventRecord> decode(std::string_view);
template Result<Actor> decode(std::string_view);
template Result<Place> decode(std::string_view);
template Result<GraphCounts> decode(std::string_view);
template Result<LayoutRecord> decode(std::string_view);
template Result<Decision> decode(std::string_view);

std::string encode_row(const EventRow& row) {
  const Bounds& b = row.bounds;
  std::uint8_t flags = 0;
  if (b.latest_start == kOpenFuture) flags |= kLatestStartOpen;
  if (b.earliest_end == kOpenPast) flags |= kEarliestEndOpen;
  if (b.latest_end == kOpenFuture) flags |= kLatestEndOpen;
  if (row.place) flags |= kHasPlace;

  std::string out;
  out += static_cast<char>(flags);
  out += static_cast<char>(row.type);
  out += static_cast<char>(static_cast<unsigned>(row.modality) << 4 | static_cast<unsigned>(row.polarity));
  const std::uint64_t base = base_of(b.earliest_start);
  if (!(flags & kLatestStartOpen)) append_distance(out, b.latest_start, base);
  if (!(flags & kEarliestEndOpen)) append_distance(out, b.earliest_end, base);
  if (!(flags & kLatestEndOpen)) append_distance(out, b.latest_end, base);
  if (row.place) append_be64(out, row.place.value);
  append_varint(out, row.actors.size());
  for (const ActorId actor : row.actors) append_be64(out, actor.value);
  return out;
}

Result<EventRow> decode_row(EventId event, Instant earliest_start, std::string_view bytes) {
  ByteReader in(bytes);
  EventRow row;
  row.event = event;
  const std::uint8_t flags = in.u8();
  if (flags > kAllRowFlags) in.fail();
  row.type = read_choice<PloverType>(in, in.u8());
  const std::uint8_t standing = in.u8();
  row.modality = read_choice<Modality>(in, standing >> 4);
  row.polarity = read_choice<Polarity>(in, standing & 15);
  const std::uint64_t base = base_of(earliest_start);
  row.bounds.earliest_start = earliest_start;
  row.bounds.latest_start = read_bound(in, base, flags & kLatestStartOpen, kOpenFuture);
  row.bounds.earliest_end = read_bound(in, base, flags & kEarliestEndOpen, kOpenPast);
  row.bounds.latest_end = read_bound(in, base, flags & kLatestEndOpen, kOpenFuture);
  if (flags & kHasPlace) row.place.value = in.be64();
  if ((flags & kHasPlace) && !row.place) in.fail();
  row.actors = read_actors(in);
  if (!in.ok() || !in.at_end()) return damaged("time row");
  return row;
}

std::string encode_number(std::int64_t number) {
  std::string out;
  append_varint(out, zigzag(number));
  return out;
}

Result<std::int64_t> decode_number(std::string_view bytes) {
  ByteReader in(bytes);
  const std::int64_t number = unzigzag(in.varint());
  if (!in.ok() || !in.at_end()) return damaged("number");
  return number;
}

std::string encode_event_id(EventId id) {
  std::string out;
  append_be64(out, id.value);
  return out;
}

Result<EventId> decode_event_id(std::string_view bytes) {
  ByteReader in(bytes);
  const EventId id{in.be64()};
  if (!in.ok() || !in.at_end()) return damaged("event id");
  return id;
}

}  // namespace forewhen::store
