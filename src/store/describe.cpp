// SPDX-License-Identifier: Apache-2.0
#include "store/describe.h"

#include <fmt/format.h>

#include "store/keys.h"

namespace forewhen::store {
namespace {

std::string in_hex(std::string_view bytes) {
  std::string hex;
  for (const unsigned char c : bytes.substr(0, 64)) hex += fmt::format("{}{:02x}", hex.empty() ? "" : " ", c);
  return hex;
}

std::string unreadable(std::string_view key) {
  return "row with the key " + in_hex(key) + ", which is of no known form";
}

std::string describe_time(std::string_view key) {
  const auto parts = read_time_key(key);
  if (!parts) return unreadable(key);
  const std::string row = "time row of event " + to_string(parts->event);
  switch (parts->axis) {
    case Axis::all:
      break;
    case Axis::actor:
      return row + " under actor " + to_string(ActorId{parts->owner});
    case Axis::place:
      return row + " under place " + to_string(PlaceId{parts->owner});
    case Axis::document:
      return row + " under document " + format_id('d', parts->owner);
  }
  return row;
}

std::string describe_id(std::string_view what, char letter, std::string_view key) {
  const auto id = read_id(key);
  return id ? fmt::format("{} {}", what, format_id(letter, *id)) : unreadable(key);
}

std::string describe_posting(std::string_view what, char letter, std::string_view key) {
  const auto posting = read_posting(key);
  return posting ? fmt::format("{} '{}' of {}", what, posting->text, format_id(letter, posting->id)) : unreadable(key);
}

std::string describe_link(std::string_view key) {
  const auto parts = read_link_key(key);
  if (!parts) return unreadable(key);
  return fmt::format("link from {} to {} ({}, '{}', document {}), kept at its {}", to_string(parts->link.from),
                     to_string(parts->link.to), name_of(parts->link.relation), parts->link.rule, parts->link.document,
                     parts->side == LinkSide::from ? "source" : "target");
}

std::string describe_block(std::string_view key) {
  const auto posting = read_block(key);
  if (!posting) return unreadable(key);
  return fmt::format("block {:016x} of event {}", posting->block, to_string(posting->event));
}

std::string describe_name(std::string_view key) {
  const auto use = read_name(key);
  if (!use) return unreadable(key);
  return fmt::format("use of the name '{}' in block {:016x} by document {}", use->name, use->block, use->document);
}

}  // namespace

std::string describe_row(std::string_view key) {
  if (key.empty()) return unreadable(key);
  switch (static_cast<Table>(key[0])) {
    case Table::segment:
    case Table::segment_info:
    case Table::segment_state:
    case Table::import:
      return "row of a data set's segment";
    case Table::meta:
      return "the record of " + std::string(key.substr(1));
    case Table::document:
      return "document " + std::string(key.substr(1));
    case Table::claim_list:
      return "list of claims of document " + std::string(key.substr(1));
    case Table::name_list:
      return "list of names of document " + std::string(key.substr(1));
    case Table::text:
      return "text of document " + std::string(key.substr(1));
    case Table::claim:
      return describe_id("claim", 'c', key);
    case Table::event:
      return describe_id("event", 'e', key);
    case Table::actor:
      return describe_id("actor", 'a', key);
    case Table::place:
      return describe_id("place", 'p', key);
    case Table::claim_event:
      return describe_id("event row of claim", 'c', key);
    case Table::decision: {
      const auto number = read_id(key);
      return number ? fmt::format("decision {}", *number) : unreadable(key);
    }
    case Table::link:
      return describe_link(key);
    case Table::by_time:
    case Table::by_actor:
    case Table::by_place:
    case Table::by_document:
      return describe_time(key);
    case Table::actor_word:
      return describe_posting("word", 'a', key);
    case Table::place_word:
      return describe_posting("word", 'p', key);
    case Table::stem:
      return describe_posting("stem", 'e', key);
    case Table::block:
      return describe_block(key);
    case Table::name_use:
      return describe_name(key);
  }
  return unreadable(key);
}

}  // namespace forewhen::store
