// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "store/keys.h"
#include "store/names.h"

namespace forewhen::store {
namespace {

void put(Rows& rows, Space space, std::string key, std::string value = {}) {
  rows.insert_or_assign({space, std::move(key)}, std::move(value));
}

void add_time_rows(Rows& rows, const Event& event) {
  const EventRow row = row_of(event);
  const std::string value = encode_row(row);
  auto add = [&](Axis axis, std::uint64_t owner) {
    put(rows, Space::time, time_key({axis, owner, row.bounds.earliest_start, row.event}), value);
  };
  add(Axis::all, 0);
  for (const ActorId actor : row.actors) add(Axis::actor, actor.value);
  if (row.place) add(Axis::place, row.place.value);
  for (const Mention& mention : event.mentions) add(Axis::document, document_id(mention.document).value);
}

template <class Named>
void add_words(Rows& rows, Table table, const Named& thing) {
  for (const std::string& name : names_of(thing)) {
    const std::string normalised = normalised_name(name);
    for (const std::string_view word : words_of(normalised)) {
      put(rows, Space::index, posting_key(table, word, thing.id.value));
    }
  }
}

}  // namespace

EventRow row_of(const Event& event) {
  EventRow row;
  row.event = event.id;
  row.bounds = event.bounds;
  row.type = event.type;
  row.modality = event.modality;
  row.polarity = event.polarity;
  std::set<ActorId> actors;
  for (const EventParticipant& participant : event.participants) {
    if (participant.actor) actors.insert(participant.actor);
  }
  row.actors.assign(actors.begin(), actors.end());
  if (event.place) row.place = event.place->place;
  return row;
}

void add_rows(Rows& rows, const StoredDocument& document) {
  put(rows, Space::records, document_key(document.id), encode(document.record));
  put(rows, Space::records, claim_list_key(document.id), encode(document.list));
  put(rows, Space::text, text_key(document.id), document.text);
  for (const Claim& claim : document.claims) {
    put(rows, Space::records, id_key(Table::claim, claim.id.value), encode(claim));
  }
}

void add_rows(Rows& rows, const EventRecord& record) {
  const Event& event = record.event;
  put(rows, Space::records, id_key(Table::event, event.id.value), encode(record));
  add_time_rows(rows, event);
  for (const Mention& mention : event.mentions) {
    put(rows, Space::index, id_key(Table::claim_event, mention.claim.value), encode_event_id(event.id));
  }
  for (const auto& [stem, weight] : event.terms) {
    put(rows, Space::index, posting_key(Table::stem, stem, event.id.value), encode_number(weight));
  }
  for (const BlockKey block : record.blocks) put(rows, Space::index, block_key(block, event.id));
}

void add_rows(Rows& rows, const Actor& actor) {
  put(rows, Space::records, id_key(Table::actor, actor.id.value), encode(actor));
  add_words(rows, Table::actor_word, actor);
}

void add_rows(Rows& rows, const Place& place) {
  put(rows, Space::records, id_key(Table::place, place.id.value), encode(place));
  add_words(rows, Table::place_word, place);
}

void add_rows(Rows& rows, const Link& link) {
  const std::string weight = encode_number(link.weight);
  put(rows, Space::records, link_key(link, LinkSide::from), weight);
  put(rows, Space::records, link_key(link, LinkSide::to), weight);
}

void add_rows(Rows& rows, const StoredNames& names) {
  if (names.list.uses.empty()) return;
  put(rows, Space::records, name_list_key(names.document), encode(names.list));
  for (const auto& [block, name] : names.list.uses) put(rows, Space::index, name_key({block, name, names.document}));
}

void add_rows(Rows& rows, const Decision& decision) {
  put(rows, Space::records, id_key(Table::decision, decision.number), encode(decision));
}

void count_row(GraphCounts& counts, std::string_view key) {
  if (key.empty()) return;
  switch (static_cast<Table>(key[0])) {
    case Table::document:
      ++counts.documents;
      break;
    case Table::claim:
      ++counts.claims;
      break;
    case Table::event:
      ++counts.events;
      break;
    case Table::actor:
      ++counts.actors;
      break;
    case Table::place:
      ++counts.places;
      break;
    case Table::by_actor:
      ++counts.participations;
      break;
    case Table::link: {
      const auto parts = read_link_key(key);
      if (parts && parts->side == LinkSide::from) ++counts.links;
      break;
    }
    case Table::by_time: {
      const auto parts = read_time_key(key);
      if (parts && parts->earliest_start == kOpenPast) ++counts.undated_events;
      break;
    }
    default:
      break;
  }
}

std::vector<KvWrite> difference(const Rows& before, const Rows& after) {
  std::vector<KvWrite> writes;
  for (const auto& [row, value] : before) {
    if (!after.contains(row)) writes.push_back({row.first, row.second, std::nullopt});
  }
  for (const auto& [row, value] : after) {
    const auto old = before.find(row);
    if (old == before.end() || old->second != value) writes.push_back({row.first, row.second, value});
  }
  std::sort(writes.begin(), writes.end(),
            [](const KvWrite& a, const KvWrite& b) { return std::tie(a.space, a.key) < std::tie(b.space, b.key); });
  return writes;
}

}  // namespace forewhen::store
