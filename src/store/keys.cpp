// SPDX-License-Identifier: Apache-2.0
#include "store/keys.h"

#include "store/bytes.h"
#include "store/fields.h"

namespace forewhen::store {
namespace {

constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;

Table table_of(Axis axis) {
  switch (axis) {
    case Axis::actor:
      return Table::by_actor;
    case Axis::place:
      return Table::by_place;
    case Axis::document:
      return Table::by_document;
    case Axis::all:
      break;
  }
  return Table::by_time;
}

std::optional<Axis> axis_of(char letter) {
  for (const Axis axis : {Axis::all, Axis::actor, Axis::place, Axis::document}) {
    if (static_cast<char>(table_of(axis)) == letter) return axis;
  }
  return std::nullopt;
}

Instant restored(std::uint64_t number) { return Instant(seconds(static_cast<std::int64_t>(~number ^ kSignBit))); }

// Undoes append_closed.
std::string read_closed(ByteReader& in) {
  std::string text;
  while (in.ok()) {
    const std::size_t zero = in.rest().find('\0');
    if (zero == std::string_view::npos) break;
    text += in.take(zero + 1);
    const std::uint8_t after = in.u8();
    if (after == 0xff) continue;
    text.pop_back();
    if (after == 0) return text;
    break;
  }
  in.fail();
  return {};
}

bool complete(const ByteReader& in) { return in.ok() && in.at_end(); }

}  // namespace

void append_closed(std::string& key, std::string_view text) {
  for (const char c : text) {
    key += c;
    if (c == '\0') key += '\xff';
  }
  key.append(2, '\0');
}

std::string layout_key() { return prefix_of(Table::meta) + "layout"; }
std::string counts_key() { return prefix_of(Table::meta) + "counts"; }
std::string document_key(std::string_view document) { return prefix_of(Table::document).append(document); }
std::string claim_list_key(std::string_view document) { return prefix_of(Table::claim_list).append(document); }
std::string name_list_key(std::string_view document) { return prefix_of(Table::name_list).append(document); }
std::string text_key(std::string_view document) { return prefix_of(Table::text).append(document); }

std::string id_key(Table table, std::uint64_t id) {
  std::string key = prefix_of(table);
  append_be64(key, id);
  return key;
}

std::optional<std::uint64_t> read_id(std::string_view key) {
  ByteReader in(key);
  in.u8();
  const std::uint64_t id = in.be64();
  if (!complete(in)) return std::nullopt;
  return id;
}

std::uint64_t inverted(Instant t) { return ~(static_cast<std::uint64_t>(t.time_since_epoch().count()) ^ kSignBit); }

std::string time_prefix(Axis axis, std::uint64_t owner) {
  std::string key = prefix_of(table_of(axis));
  if (axis != Axis::all) append_be64(key, owner);
  return key;
}

std::string time_key(const TimeKey& parts) {
  std::string key = time_prefix(parts.axis, parts.owner);
  append_be64(key, inverted(parts.earliest_start));
  append_be64(key, parts.event.value);
  return key;
}

std::optional<std::string> time_seek(Axis axis, std::uint64_t owner, Instant before) {
  if (before == kOpenPast) return std::nullopt;
  std::string key = time_prefix(axis, owner);
  append_be64(key, inverted(before) + 1);
  return key;
}

std::optional<TimeKey> read_time_key(std::string_view key) {
  if (key.empty()) return std::nullopt;
  const std::optional<Axis> axis = axis_of(key[0]);
  if (!axis) return std::nullopt;
  ByteReader in(key.substr(1));
  TimeKey parts{.axis = *axis, .owner = 0, .earliest_start = {}, .event = {}};
  if (*axis != Axis::all) parts.owner = in.be64();
  parts.earliest_start = restored(in.be64());
  parts.event.value = in.be64();
  if (!complete(in)) return std::nullopt;
  return parts;
}

std::string link_prefix(EventId end) { return id_key(Table::link, end.value); }

std::string link_key(const Link& link, LinkSide side) {
  const bool from = side == LinkSide::from;
  std::string key = link_prefix(from ? link.from : link.to);
  key += static_cast<char>(side);
  append_be64(key, from ? link.to.value : link.from.value);
  key += static_cast<char>(link.relation);
  append_closed(key, link.rule);
  append_closed(key, link.document);
  append_be32(key, link.evidence.begin);
  append_be32(key, link.evidence.end);
  return key;
}

std::optional<LinkKey> read_link_key(std::string_view key) {
  ByteReader in(key);
  in.u8();
  const EventId here{in.be64()};
  const std::uint8_t side = in.u8();
  const EventId there{in.be64()};
  const std::uint8_t relation = in.u8();
  LinkKey parts;
  parts.side = static_cast<LinkSide>(side);
  parts.link.from = side == 0 ? here : there;
  parts.link.to = side == 0 ? there : here;
  parts.link.relation = static_cast<Relation>(relation);
  parts.link.rule = read_closed(in);
  parts.link.document = read_closed(in);
  parts.link.evidence.begin = in.be32();
  parts.link.evidence.end = in.be32();
  const bool known = parts.link.relation >= Range<Relation>::least && parts.link.relation <= Range<Relation>::greatest;
  if (!complete(in) || side > 1 || !known) return std::nullopt;
  return parts;
}

std::string posting_prefix(Table table, std::string_view text) {
  std::string key = prefix_of(table);
  append_closed(key, text);
  return key;
}

std::string posting_key(Table table, std::string_view text, std::uint64_t id) {
  std::string key = posting_prefix(table, text);
  append_be64(key, id);
  return key;
}

std::optional<Posting> read_posting(std::string_view key) {
  ByteReader in(key);
  in.u8();
  Posting posting;
  posting.text = read_closed(in);
  posting.id = in.be64();
  if (!complete(in)) return std::nullopt;
  return posting;
}

std::string block_prefix(BlockKey block) { return id_key(Table::block, block); }

std::string block_key(BlockKey block, EventId event) {
  std::string key = block_prefix(block);
  append_be64(key, event.value);
  return key;
}

std::optional<BlockPosting> read_block(std::string_view key) {
  ByteReader in(key);
  in.u8();
  BlockPosting posting;
  posting.block = in.be64();
  posting.event.value = in.be64();
  if (!complete(in)) return std::nullopt;
  return posting;
}

std::string name_prefix(BlockKey block) { return id_key(Table::name_use, block); }

std::string name_prefix(BlockKey block, std::string_view name) {
  std::string key = name_prefix(block);
  append_closed(key, name);
  return key;
}

std::string after_name(BlockKey block, std::string_view name) {
  std::string key = name_prefix(block, name);
  key.back() = '\1';  // 00 01 lies between the close, 00 00, and a zero byte of a longer name, 00 FF
  return key;
}

std::string name_key(const NameUse& use) { return name_prefix(use.block, use.name) + use.document; }

std::optional<NameUse> read_name(std::string_view key) {
  ByteReader in(key);
  in.u8();
  NameUse use;
  use.block = in.be64();
  use.name = read_closed(in);
  if (!in.ok()) return std::nullopt;
  use.document = in.rest();
  return use;
}

}  // namespace forewhen::store
