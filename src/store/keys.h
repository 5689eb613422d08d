// SPDX-License-Identifier: Apache-2.0
// The grammar of the keys (schemas/storage.md): a letter that names the table, then fixed-width big-endian numbers and
// closed strings, so that memcmp orders keys as their parts. Each function builds a key or the prefix of a list of
// keys; each read_ takes one apart and gives nothing when it is not of that form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "forewhen/model/claim_source.h"
#include "forewhen/model/event_source.h"

namespace forewhen::store {

// First byte of every key; on disk, never reuse a letter.
enum class Table : char {
  // records
  meta = 'm',
  document = 'D',
  claim_list = 'C',
  name_list = 'N',
  claim = 'c',
  event = 'e',
  actor = 'a',
  place = 'p',
  link = 'l',
  decision = 'd',
  segment = 'G',  // in every space (segment.h)
  segment_info = 'g',
  segment_state = 'h',
  import = 'i',
  // text
  text = 'T',
  // time
  by_time = 't',  // Axis::all
  by_actor = 'A',
  by_place = 'P',
  by_document = 'S',  // its story
  // index
  claim_event = 'x',
  actor_word = 'w',
  place_word = 'v',
  stem = 's',
  block = 'b',
  name_use = 'n',
};

inline std::string prefix_of(Table table) { return std::string(1, static_cast<char>(table)); }

// A string within a key: 00 becomes 00 FF, and 00 00 closes it. Orders as the string itself does, prefixes first.
void append_closed(std::string& key, std::string_view text);

std::string layout_key();
std::string counts_key();
std::string document_key(std::string_view document);
std::string claim_list_key(std::string_view document);
std::string name_list_key(std::string_view document);
std::string text_key(std::string_view document);
// claim, event, actor, place, decision (its number), claim_event
std::string id_key(Table table, std::uint64_t id);

// Time rows: axis, owner (none on Axis::all), inverted time, event.
struct TimeKey {
  Axis axis = Axis::all;
  std::uint64_t owner = 0;
  Instant earliest_start;
  EventId event;

  friend bool operator==(const TimeKey&, const TimeKey&) = default;
};
// Later times have smaller numbers: the bits of the sign-flipped time turned over. Open past has the largest.
std::uint64_t inverted(Instant t);
std::string time_prefix(Axis axis, std::uint64_t owner);
std::string time_key(const TimeKey& key);
// The first key of the list whose earliest start is before `before`; nothing when none can be.
std::optional<std::string> time_seek(Axis axis, std::uint64_t owner, Instant before);
std::optional<TimeKey> read_time_key(std::string_view key);

// Links are found from both events: `end` is the event at hand, `side` says which end of the link it is.
enum class LinkSide : std::uint8_t { from = 0, to = 1 };
std::string link_prefix(EventId end);
std::string link_key(const Link& link, LinkSide side);
// Everything but the weight, which is the value.
struct LinkKey {
  Link link;
  LinkSide side = LinkSide::from;
};
std::optional<LinkKey> read_link_key(std::string_view key);

// Posting lists: a string, then the id under it.
std::string posting_prefix(Table table, std::string_view text);
std::string posting_key(Table table, std::string_view text, std::uint64_t id);
struct Posting {
  std::string text;
  std::uint64_t id = 0;
};
std::optional<Posting> read_posting(std::string_view key);

std::string block_prefix(BlockKey block);
std::string block_key(BlockKey block, EventId event);
struct BlockPosting {
  BlockKey block = 0;
  EventId event;
};
std::optional<BlockPosting> read_block(std::string_view key);

std::string name_prefix(BlockKey block);
std::string name_prefix(BlockKey block, std::string_view name);
// Behind all documents of that name.
std::string after_name(BlockKey block, std::string_view name);
std::string name_key(const NameUse& use);
std::optional<NameUse> read_name(std::string_view key);

// Id of a key made by id_key.
std::optional<std::uint64_t> read_id(std::string_view key);

}  // namespace forewhen::store
