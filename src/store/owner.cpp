// SPDX-License-Identifier: Apache-2.0
#include "store/owner.h"

#include <algorithm>

#include "store/body.h"
#include "store/rows.h"

namespace forewhen::store {
namespace {

struct Row {
  const OrderedKv& kv;
  Space space;
  std::string key;

  template <class Thing>
  bool belongs_to(const Thing& thing) const {
    return rows_of(thing).contains({space, key});
  }
  bool exists_beside(Space other, const std::string& other_key) const {
    const auto value = kv.get(other, other_key);
    return value && *value;
  }
  template <class Record>
  std::optional<Record> find(const std::string& record_key) const {
    auto record = find_record<Record>(kv, record_key, "owner");
    return record ? *std::move(record) : std::nullopt;
  }
};

bool owned_by_event(const Row& row, EventId id) {
  const auto event = row.find<EventRecord>(id_key(Table::event, id.value));
  return event && row.belongs_to(*event);
}

bool owned_by_time(const Row& row) {
  const auto parts = read_time_key(row.key);
  return parts && owned_by_event(row, parts->event);
}

bool owned_by_stem(const Row& row) {
  const auto posting = read_posting(row.key);
  return posting && owned_by_event(row, {posting->id});
}

bool owned_by_block(const Row& row) {
  const auto posting = read_block(row.key);
  return posting && owned_by_event(row, posting->event);
}

bool owned_by_mention(const Row& row) {
  const auto value = row.kv.get(row.space, row.key);
  if (!value || !*value) return false;
  const auto event = decode_event_id(**value);
  return event && owned_by_event(row, *event);
}

template <class Named>
bool owned_by_name(const Row& row, Table table) {
  const auto posting = read_posting(row.key);
  if (!posting) return false;
  const auto thing = row.find<Named>(id_key(table, posting->id));
  return thing && row.belongs_to(*thing);
}

bool owned_by_name_list(const Row& row) {
  const auto use = read_name(row.key);
  if (!use) return false;
  const auto list = row.find<NameList>(name_list_key(use->document));
  return list && row.belongs_to(StoredNames{use->document, *list});
}

bool claimed_by_document(const Row& row) {
  const auto claim = row.find<Claim>(row.key);
  if (!claim || id_key(Table::claim, claim->id.value) != row.key) return false;
  const auto list = row.find<ClaimList>(claim_list_key(claim->document));
  return list && std::find(list->claims.begin(), list->claims.end(), claim->id) != list->claims.end();
}

// A link is its row at the source; the row at the target belongs to it.
bool owned_by_link(const Row& row) {
  const auto parts = read_link_key(row.key);
  return !parts || row.exists_beside(Space::records, link_key(parts->link, LinkSide::from));
}

}  // namespace

bool has_owner(const OrderedKv& kv, Space space, std::string_view key) {
  if (key.empty()) return false;
  const Row row{kv, space, std::string(key)};
  switch (static_cast<Table>(key[0])) {
    case Table::claim_list:
    case Table::text:
      return row.exists_beside(Space::records, document_key(key.substr(1)));
    case Table::claim:
      return claimed_by_document(row);
    case Table::link:
      return owned_by_link(row);
    case Table::by_time:
    case Table::by_actor:
    case Table::by_place:
    case Table::by_document:
      return owned_by_time(row);
    case Table::claim_event:
      return owned_by_mention(row);
    case Table::stem:
      return owned_by_stem(row);
    case Table::block:
      return owned_by_block(row);
    case Table::actor_word:
      return owned_by_name<Actor>(row, Table::actor);
    case Table::place_word:
      return owned_by_name<Place>(row, Table::place);
    case Table::name_use:
      return owned_by_name_list(row);
    case Table::segment:
    case Table::segment_info:
    case Table::segment_state:
    case Table::import:  // check_segments
    case Table::meta:
    case Table::document:
    case Table::name_list:
    case Table::event:
    case Table::actor:
    case Table::place:
    case Table::decision:
      return true;
  }
  return false;
}

}  // namespace forewhen::store
