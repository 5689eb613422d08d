// SPDX-License-Identifier: Apache-2.0
// Rows of data sets in the store, against a reading of all rows from scratch: whatever the order, the batches and the
// imports, the events are the same; undoing an import is as if it had never been.
#include "forewhen/store/record_import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "forewhen/store/graph_store.h"
#include "forewhen/store/storage.h"
#include "store/body.h"
#include "tests/store/made_rows.h"
#include "tests/store/record_rows.h"
#include "tests/store/store_folder.h"

namespace forewhen {
namespace {

TEST(RecordImport, TheSameRowsAgainWriteNothing) {
  const auto store = GraphStore::in_memory();
  const std::vector<Record> rows{row("1", 10, "A", "B"), row("2", 11, "B", "C"), row("1", 10, "A", "B")};
  const ImportInfo first = import_all(*store, rows);
  EXPECT_EQ(first.added, 2u);
  EXPECT_EQ(first.unchanged, 1u);
  const ImportInfo second = import_all(*store, rows);
  EXPECT_EQ(second.number, 0u);
  EXPECT_EQ(second.unchanged, 3u);
  EXPECT_EQ(imports(*store)->size(), 1u);
  expect_sound(*store);
}

TEST(RecordImport, ARowIsADocumentOfOneClaim) {
  const auto store = GraphStore::in_memory();
  import_all(*store, {row("1", 10, "A", "B")});
  const auto id = record_event("set:1");
  const auto event = store->find_event(id);
  ASSERT_TRUE(event && *event);
  EXPECT_EQ((*event)->record, "set:1");
  EXPECT_EQ((*event)->summary, "A: meets: B");
  EXPECT_EQ(*store->text_of("set:1"), row("1", 10, "A", "B").document.text);
  EXPECT_EQ((*store->find_claim(record_claim("set:1")))->document, "set:1");
  EXPECT_EQ((*store->find_document("set:1"))->claims, 1u);
  EXPECT_EQ(*store->records_named("1"), std::vector<std::string>{"set:1"});
  EXPECT_EQ(events_of(*store, Axis::document, document_id("set:1").value).size(), 1u);
  const auto named = store->actors_named("a");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->size(), 1u);
  const auto found = store->search({"meet"}, 10);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->size(), 1u);
}

// Many rows at once are laid out by two threads, few by one: on disk, in memory, and over a store that stays as it is.
TEST(RecordImport, ManyRowsAtOnceAreThoseThatComeInSmallParts) {
  std::vector<Record> rows;
  for (std::uint64_t i = 0; i < 20'000; ++i) rows.push_back(made_row(i));
  const auto fill = [&](GraphStore& store, std::size_t rows_at_once) {
    ImportInfo info;
    info.format = "made";
    RecordImport import(store, info, {.rows_at_once = rows_at_once});
    for (const Record& record : rows) ASSERT_TRUE(import.add(record));
    ASSERT_TRUE(import.finish());
    expect_sound(store);
  };
  const StoreFolder folder;
  const auto on_disk = folder.write(), in_memory = GraphStore::in_memory(), in_parts = GraphStore::in_memory();
  const auto over = GraphStore::in_memory()->scratch();
  for (GraphStore* store : {on_disk.get(), in_memory.get(), over.get()}) fill(*store, rows.size());
  fill(*in_parts, 3'000);
  const std::vector<Event> wanted = events_of(*in_parts);
  EXPECT_EQ(wanted.size(), rows.size());
  for (GraphStore* store : {on_disk.get(), in_memory.get(), over.get()}) EXPECT_TRUE(events_of(*store) == wanted);
}

TEST(RecordImport, StemsOfAllImportsAreFound) {
  const auto store = GraphStore::in_memory();
  import_all(*store, {row("1", 10, "Alpha", "Beta"), row("2", 11, "Alpha", "Gamma")});
  import_all(*store, {row("3", 12, "Beta", "Alps")});
  EXPECT_EQ(*store->stems("al"), (std::vector<std::string>{"alp", "alpha"}));
  EXPECT_EQ(*store->stems("x"), std::vector<std::string>());
  for (const std::size_t limit : {0, 1, 2, 9}) {
    const auto found = store->best_events({{{"alpha", "alp"}, 0.6}, {{"beta"}, 1}}, limit);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->in_all, 3u);
    ASSERT_EQ(found->best.size(), std::min<std::size_t>(limit, 3));
    for (std::size_t i = 0; i < found->best.size(); ++i) {
      const bool complete = i < 2;  // 1 and 3 have both words
      EXPECT_EQ(found->best[i].event == record_event("set:2"), !complete);
    }
  }
}

TEST(RecordImport, TheNewestVersionHoldsAndADeletionTakesTheRowAway) {
  const auto store = GraphStore::in_memory();
  import_all(*store, {row("1", 10, "A", "B", 5)});
  EXPECT_EQ(import_all(*store, {row("1", 12, "A", "B", 7)}).updated, 1u);
  EXPECT_EQ(import_all(*store, {row("1", 11, "A", "B", 6)}).outdated, 1u);
  ASSERT_EQ(events_of(*store).size(), 1u);
  EXPECT_EQ(events_of(*store)[0].bounds.earliest_start, Instant(seconds(12 * kDay)));
  EXPECT_EQ(import_all(*store, {deletion("1", 8)}).deleted, 1u);
  EXPECT_TRUE(events_of(*store).empty());
  EXPECT_EQ(import_all(*store, {row("1", 12, "A", "B", 7)}).number, 0u);  // known, and still taken back
  expect_sound(*store);
  ASSERT_TRUE(undo_import(*store, 4));
  EXPECT_EQ(events_of(*store).size(), 1u);
  ASSERT_TRUE(undo_import(*store, 2));
  EXPECT_EQ(events_of(*store)[0].bounds.earliest_start, Instant(seconds(11 * kDay)));
  expect_sound(*store);
}

TEST(RecordImport, RowsThatMirrorEachOtherAreOneEventOfTwoActors) {
  const auto store = GraphStore::in_memory();
  Record there = row("1", 10, "A", "B"), back = row("2", 10, "B", "A");
  there.mirror = back.mirror = 77;
  import_all(*store, {back});
  import_all(*store, {there});  // in another import
  const std::vector<Event> events = events_of(*store);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].mentions.size(), 2u);
  ASSERT_EQ(events[0].participants.size(), 2u);
  for (const EventParticipant& p : events[0].participants) EXPECT_EQ(p.role, Role::actor);
  for (const char* id : {"set:1", "set:2"})
    EXPECT_EQ((*store->event_of_claim(record_claim(id)))->value, events[0].id.value);
  expect_sound(*store);
  import_all(*store, {deletion("1", 1)});
  ASSERT_EQ(events_of(*store).size(), 1u);
  EXPECT_EQ(events_of(*store)[0].mentions.size(), 1u);
  expect_sound(*store);
}

TEST(RecordImport, SectorsAreKeptWithTheTimeForWhichTheyWereSaid) {
  const auto store = GraphStore::in_memory();
  Record early = row("1", 10, "A", "B"), late = row("2", 20, "A", "B"), later = row("3", 30, "A", "B");
  early.sectors = {"Opposition"}, late.sectors = later.sectors = {"Government"};
  import_all(*store, {later, early, late});
  const auto actor = store->find_actor(actor_id("A"));
  ASSERT_TRUE(actor && *actor);
  ASSERT_EQ((*actor)->affiliations.size(), 2u);
  EXPECT_EQ((*actor)->affiliations[0].sectors, "Government");
  EXPECT_EQ((*actor)->affiliations[0].seen, (Interval{Instant(seconds(20 * kDay)), Instant(seconds(31 * kDay))}));
  EXPECT_EQ((*actor)->affiliations[1].sectors, "Opposition");
}

// What the store must hold, by going over all rows: of each id the newest, unless it says that the id is gone; mirrors
// in pairs.
std::vector<std::string> expected_events(const std::vector<std::vector<Record>>& imports_made) {
  std::map<std::string, std::tuple<std::uint64_t, std::size_t, std::string, const Record*>> newest;
  for (std::size_t import = 0; import < imports_made.size(); ++import) {
    for (const Record& record : imports_made[import]) {
      auto& held = newest[record.document.id];
      const std::tuple now{record.version, record.version == 0 ? import : 0, record.document.text, &record};
      if (!std::get<3>(held) ||
          std::tie(std::get<0>(held), std::get<1>(held)) <= std::tie(std::get<0>(now), std::get<1>(now)))
        held = now;
    }
  }
  std::map<std::uint64_t, std::pair<std::vector<EventId>, std::vector<EventId>>> mirrors;
  std::set<EventId> events;
  for (const auto& [id, held] : newest) {
    const Record& record = *std::get<3>(held);
    if (record.kind == RowKind::deletion) continue;
    events.insert(record_event(id));
    if (record.mirror == 0) continue;
    auto& group = mirrors[record.mirror];
    const bool forward = record_actor(record.claim.participants[0]) < record_actor(record.claim.participants[1]);
    (forward ? group.first : group.second).push_back(record_event(id));
  }
  for (auto& [mirror, group] : mirrors) {
    std::sort(group.first.begin(), group.first.end());
    std::sort(group.second.begin(), group.second.end());
    for (std::size_t i = 0; i < std::min(group.first.size(), group.second.size()); ++i)
      events.erase(std::max(group.first[i], group.second[i]));
  }
  std::vector<std::string> out;
  for (const EventId id : events) out.push_back(to_string(id));
  return out;
}

std::vector<std::string> event_ids(const GraphStore& store) {
  std::vector<std::string> out;
  for (const Event& event : events_of(store)) out.push_back(to_string(event.id));
  std::sort(out.begin(), out.end());
  return out;
}

TEST(RecordImport, AnyOrderAndAnyBatchesGiveTheSameEvents) {
  std::mt19937 random(20211108);
  const auto draw = [&](unsigned below) { return random() % below; };
  for (int world = 0; world < 60; ++world) {
    // Versions differ within an id, so that no order of imports matters.
    std::vector<Record> rows;
    for (unsigned i = 0, n = 1 + draw(60); i < n; ++i) {
      const std::string id = std::to_string(draw(25));
      const std::uint64_t version = 1 + rows.size();
      if (draw(10) == 0) {
        rows.push_back(deletion(id, version));
        continue;
      }
      const std::string actors[] = {"A", "B", "C"};
      const unsigned a = draw(3), b = (a + 1 + draw(2)) % 3;
      Record record = row(id, draw(5), actors[a], actors[b], version);
      if (draw(2)) record.mirror = 1 + std::min(a, b) * 10 + std::max(a, b);
      rows.push_back(record);
    }
    const std::vector<std::string> expected = expected_events({rows});
    std::optional<std::vector<Event>> first;
    for (int order = 0; order < 4; ++order) {
      std::shuffle(rows.begin(), rows.end(), random);
      const auto store = GraphStore::in_memory();
      for (std::size_t at = 0; at < rows.size();) {
        const std::size_t size = std::min<std::size_t>(1 + draw(40), rows.size() - at);
        import_all(
            *store,
            {rows.begin() + static_cast<std::ptrdiff_t>(at), rows.begin() + static_cast<std::ptrdiff_t>(at + size)},
            1 + draw(20));
        at += size;
      }
      if (draw(3) == 0) {
        ASSERT_TRUE(compact(*store));  // folds what is left
      }
      ASSERT_EQ(event_ids(*store), expected);
      const std::vector<Event> events = events_of(*store);
      if (!first) first = events;
      ASSERT_EQ(events, *first);
      const auto counts = store->counts();
      ASSERT_TRUE(counts);
      ASSERT_EQ(counts->events, expected.size());
      expect_sound(*store);
      for (const char* name : {"A", "B"}) {
        const Instant before(seconds(static_cast<std::int64_t>(draw(6)) * kDay));
        std::vector<EventId> listed, wanted;
        for (const Event& event : events_of(*store, Axis::actor, actor_id(name).value, before))
          listed.push_back(event.id);
        for (const Event& event : events) {
          const bool takes_part = std::any_of(event.participants.begin(), event.participants.end(),
                                              [&](const auto& p) { return p.name == name; });
          if (takes_part && event.bounds.earliest_start < before) wanted.push_back(event.id);
        }
        ASSERT_EQ(listed, wanted);
      }
    }
  }
}

TEST(RecordImport, UndoingAnImportIsAsIfItHadNeverBeen) {
  std::mt19937 random(7);
  const auto draw = [&](unsigned below) { return random() % below; };
  for (int world = 0; world < 40; ++world) {
    std::vector<std::vector<Record>> made;
    const auto store = GraphStore::in_memory();
    std::uint64_t version = 0;
    for (int import = 0; import < 4; ++import) {
      std::vector<Record> rows;
      for (unsigned i = 0; i < 12; ++i) {
        const std::string id = std::to_string(draw(15));
        ++version;
        if (draw(8) == 0) {
          rows.push_back(deletion(id, version));
          continue;
        }
        Record record = row(id, draw(3), draw(2) ? "A" : "C", "B", version);
        if (draw(2)) std::swap(record.claim.participants[0].name, record.claim.participants[1].name);
        record.mirror = draw(3);
        rows.push_back(record);
      }
      ASSERT_EQ(import_all(*store, rows, 5).number, static_cast<std::uint32_t>(import + 1));
      made.push_back(rows);
    }
    if (draw(3) == 0) {
      ASSERT_TRUE(compact(*store));  // what goes has been folded together with what stays
    }
    const std::uint32_t undone = 1 + draw(4);
    ASSERT_TRUE(undo_import(*store, undone));
    made[undone - 1].clear();
    ASSERT_EQ(event_ids(*store), expected_events(made));
    expect_sound(*store);
    EXPECT_FALSE(undo_import(*store, undone));
  }
}

TEST(RecordImport, WhatADeadWriterLeftBehindMixesWithNothing) {
  for (const bool folds : {true, false}) {
    const StoreFolder folder;
    {
      const auto store = folder.write();
      for (const char* id : {"1", "2"}) import_all(*store, {row(id, 1, "A", "B")}, 5);
      // The next segment has number 3.
      std::vector<store::KvWrite> dead;
      for (const char letter : {'A', 'f', 'r'})
        for (const store::Space space : {store::Space::time, store::Space::text})
          dead.push_back({space, store::segment_key(3, letter) + std::string(3, '\0') + "\x09", "half a list"});
      ASSERT_TRUE(StoreAccess::kv(*store).commit(dead));
    }
    const auto store = folder.write();
    if (folds)
      ASSERT_TRUE(compact(*store));
    else
      import_all(*store, {row("3", 2, "A", "C")}, 5);
    expect_sound(*store);
    EXPECT_EQ(events_of(*store).size(), folds ? 2u : 3u);
  }
}

TEST(RecordImport, AKeyOfASegmentWithoutItsNumberIsDamage) {
  const auto store = GraphStore::in_memory();
  import_all(*store, {row("1", 10, "A", "B")});
  for (const char* rest : {"", "\6", "\6\6\6"}) {
    const std::string key = store::prefix_of(store::Table::segment) + rest;
    ASSERT_TRUE(StoreAccess::kv(*store).commit({{store::Space::index, key, "x"}}));
    StoreAccess::is_swept(*store) = false;  // as when it is opened
    const auto undone = undo_import(*store, 1);
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().kind, ErrorKind::corrupt);
    EXPECT_FALSE(check(*store)->sound());
    ASSERT_TRUE(StoreAccess::kv(*store).commit({{store::Space::index, key, std::nullopt}}));
  }
  EXPECT_TRUE(undo_import(*store, 1));
}

TEST(RecordImport, WhatWasImportedIsThereWhenTheStoreIsOpenedAgain) {
  StoreFolder folder;
  std::vector<Record> rows;
  for (int i = 0; i < 20'000; ++i)
    rows.push_back(row(std::to_string(i), i % 700, "A" + std::to_string(i % 50), "B", 1));
  StoreOptions writing;
  writing.access = StoreOptions::Access::write;
  writing.create = true;
  {
    auto store = GraphStore::open(folder.path(), writing);
    ASSERT_TRUE(store);
    EXPECT_EQ(import_all(**store, rows, 15'000).added, rows.size());  // large enough to be loaded as files
  }
  auto store = GraphStore::open(folder.path(), StoreOptions{});
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->counts()->events, rows.size());
  EXPECT_EQ(events_of(**store, Axis::actor, actor_id("A7").value).size(), 400u);
  expect_sound(**store);
}

}  // namespace
}  // namespace forewhen
