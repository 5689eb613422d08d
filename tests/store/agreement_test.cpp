// SPDX-License-Identifier: Apache-2.0
// The store, on disk and in memory, gives the same answers as looking at everything, after each of many random changes.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "forewhen/store/graph_store.h"
#include "forewhen/store/record_import.h"
#include "forewhen/store/storage.h"
#include "store/body.h"
#include "tests/store/made_rows.h"
#include "tests/store/memory_graph.h"
#include "tests/store/random_world.h"
#include "tests/store/store_folder.h"

namespace forewhen {
namespace {

template <class T>
T must(Result<T> result) {
  EXPECT_TRUE(result) << (result ? "" : to_string(result.error()));
  return result ? *std::move(result) : T{};
}

std::vector<EventRow> all_rows(const EventSource& source, Axis axis, std::uint64_t key, Instant before) {
  std::vector<EventRow> rows;
  const auto cursor = source.rows(axis, key, before);
  while (auto row = must(cursor->next())) rows.push_back(*row);
  EXPECT_FALSE(must(cursor->next())) << "the end stays the end";
  return rows;
}

bool same_scores(const std::vector<ScoredEvent>& a, const std::vector<ScoredEvent>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ScoredEvent& x, const ScoredEvent& y) {
    return x.event == y.event && x.score == y.score;
  });
}

void expect_same_lists(const GraphStore& store, const MemoryGraph& graph) {
  const Instant day{seconds(86400 * 18'001)};
  std::vector<std::pair<Axis, std::uint64_t>> lists{{Axis::all, 0}};
  for (const auto& name : RandomWorld::people()) lists.emplace_back(Axis::actor, actor_id(name).value);
  for (const auto& name : RandomWorld::places()) lists.emplace_back(Axis::place, place_id(name, "").value);
  for (int i = 0; i < 13; ++i) lists.emplace_back(Axis::document, document_id("doc-" + std::to_string(i)).value);
  for (const auto& [axis, key] : lists) {
    for (const Instant before : {kOpenPast, day, day + seconds(1), kOpenFuture}) {
      ASSERT_EQ(all_rows(store, axis, key, before), all_rows(graph, axis, key, before));
    }
  }
}

void expect_same_things(const GraphStore& store, const MemoryGraph& graph) {
  for (const EventRow& row : all_rows(graph, Axis::all, 0, kOpenFuture)) {
    const auto event = must(store.find_event(row.event));
    ASSERT_EQ(event, must(graph.find_event(row.event)));
    ASSERT_EQ(must(store.links_of(row.event)), must(graph.links_of(row.event)));
    for (const Mention& mention : event->mentions) {
      ASSERT_EQ(must(store.event_of_claim(mention.claim)), row.event);
      ASSERT_EQ(must(store.find_claim(mention.claim)), must(graph.find_claim(mention.claim)));
    }
    ASSERT_EQ(must(store.events_in_block(content_hash(event->lemma))),
              must(graph.events_in_block(content_hash(event->lemma))));
  }
  ASSERT_EQ(must(store.find_event({12345})), std::nullopt);
  ASSERT_EQ(must(store.event_of_claim({12345})), std::nullopt);
}

void expect_same_documents(const GraphStore& store, const MemoryGraph& graph) {
  ASSERT_EQ(must(store.documents()), must(graph.documents()));
  for (int i = 0; i < 13; ++i) {
    const std::string id = "doc-" + std::to_string(i);
    ASSERT_EQ(must(store.document_claims(id)), must(graph.document_claims(id)));
    ASSERT_EQ(must(store.text_of(id)), must(graph.text_of(id)));
    ASSERT_EQ(must(store.find_document(id)), must(graph.find_document(id)));
  }
  ASSERT_EQ(store::encode(must(store.counts())), store::encode(must(graph.counts())));
}

void expect_same_names(const GraphStore& store, const MemoryGraph& graph) {
  for (const std::string name :
       {"vesh", "Vesh", "president vesh", "kadir", "abdul-kadir", "a team", "The A Team", "army", "norland",
        "norland's", "hale", "Port Hale", "fens", "ort", "", "-", "known as doc-1", "doc-1", "of the"}) {
    ASSERT_EQ(must(store.actors_named(name)), must(graph.actors_named(name))) << name;
    ASSERT_EQ(must(store.places_named(name)), must(graph.places_named(name))) << name;
  }
  for (const std::string& name : RandomWorld::people()) {
    ASSERT_EQ(must(store.find_actor(actor_id(name))), must(graph.find_actor(actor_id(name))));
    const BlockKey block = content_hash(name.substr(0, 5));
    ASSERT_EQ(must(store.names_in_block(block)), must(graph.names_in_block(block)));
    for (const std::size_t limit : {0, 1, 2}) {
      ASSERT_EQ(must(store.documents_with_name(block, name, limit)),
                must(graph.documents_with_name(block, name, limit)));
    }
  }
  using Stems = std::vector<std::string>;
  for (const Stems& stems : {Stems{"clash"}, Stems{"march", "doc-1"}, Stems{"doc-2", "vote", "doc-2"},
                             Stems{"none", "meet"}, Stems{}, Stems{"nowhere"}}) {
    for (const std::size_t limit : {0, 2, 100}) {
      ASSERT_TRUE(same_scores(must(store.search(stems, limit)), must(graph.search(stems, limit))));
    }
  }
}

void expect_same_finds(const GraphStore& store, const MemoryGraph& graph) {
  using Words = std::vector<SoughtWord>;
  for (const Words& words : {Words{{{"clash", "march", "doc-1"}, 0.6}, {{"vote"}, 1}}, Words{{{"meet", "clash"}, 0.4}},
                             Words{{{"clash"}, 1}, {{}, 1}}, Words{{{"doc-2"}, 1}, {{"none", "doc-2", "vote"}, 0.6}}}) {
    for (const std::size_t limit : {0, 1, 3, 100}) {
      const BestEvents here = must(store.best_events(words, limit)), there = must(graph.best_events(words, limit));
      ASSERT_TRUE(same_scores(here.best, there.best));
      ASSERT_EQ(here.in_all, there.in_all);
      ASSERT_EQ(here.rarity, there.rarity);
    }
  }
}

void expect_same(const GraphStore& store, const MemoryGraph& graph) {
  expect_same_lists(store, graph);
  expect_same_things(store, graph);
  expect_same_documents(store, graph);
  expect_same_names(store, graph);
  expect_same_finds(store, graph);
}

void expect_sound(const GraphStore& store) {
  const CheckReport report = must(check(store));
  EXPECT_TRUE(report.sound()) << report.problems.front();
}

TEST(Store, InMemoryAnswersAsLookingAtEverythingDoes) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    RandomWorld world(seed);
    MemoryGraph graph;
    const auto store = GraphStore::in_memory({.now = [&] { return graph.now; }});
    for (int step = 0; step < 60; ++step) {
      graph.now += seconds(1);
      const GraphChange change = world.next();
      graph.apply(change);
      must(store->apply(change));
      expect_same(*store, graph);
      expect_sound(*store);
      if (HasFatalFailure() || HasNonfatalFailure()) FAIL() << "seed " << seed << " step " << step;
    }
  }
}

TEST(Store, OnDiskAnswersAsLookingAtEverythingDoesAndAgainAfterReopening) {
  const StoreFolder folder;
  RandomWorld world(77);
  MemoryGraph graph;
  for (int session = 0; session < 4; ++session) {
    {
      const auto store = folder.write([&] { return graph.now; });
      for (int step = 0; step < 15; ++step) {
        graph.now += seconds(1);
        const GraphChange change = world.next();
        graph.apply(change);
        must(store->apply(change));
      }
      expect_same(*store, graph);
      expect_sound(*store);
      const auto beside = folder.read();
      expect_same(*beside, graph);
      expect_sound(*beside);
    }
    expect_same(*folder.read(), graph);
    if (HasFatalFailure() || HasNonfatalFailure()) FAIL() << "session " << session;
  }
}

TEST(Store, ASnapshotStaysAsItWasWhileTheStoreGoesOn) {
  const StoreFolder folder;
  const auto on_disk = folder.write([] { return Instant{}; });
  const auto in_memory = GraphStore::in_memory({.now = [] { return Instant{}; }});
  for (GraphStore* store : {on_disk.get(), in_memory.get()}) {
    RandomWorld world(8);
    MemoryGraph graph;
    for (int round = 0; round < 5; ++round) {
      const auto snapshot = store->snapshot();
      const auto again = snapshot->snapshot();
      std::vector<GraphChange> later;
      for (int step = 0; step < 8; ++step) later.push_back(world.next());
      for (const GraphChange& change : later) must(store->apply(change));
      expect_same(*snapshot, graph);
      expect_same(*again, graph);
      expect_sound(*snapshot);
      EXPECT_FALSE(snapshot->apply(GraphChange{}));
      if (HasFatalFailure() || HasNonfatalFailure()) FAIL() << "round " << round;
      for (const GraphChange& change : later) graph.apply(change);
    }
  }
}

TEST(Store, LookupsOnThreadsBesideAWriterSeeSoundGraphs) {
  const StoreFolder folder;
  const auto on_disk = folder.write();
  const auto in_memory = GraphStore::in_memory();
  for (GraphStore* store : {on_disk.get(), in_memory.get()}) {
    std::atomic<bool> done = false;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i) {
      readers.emplace_back([&] {
        while (!done) {
          const auto snapshot = store->snapshot();
          EXPECT_TRUE(check(*snapshot)->sound());
        }
      });
    }
    RandomWorld world(6);
    for (int step = 0; step < 150; ++step) must(store->apply(world.next()));
    done = true;
    for (std::thread& reader : readers) reader.join();
  }
}

// Eight readers; what they see at any moment is the first so many rows, in whole imports.
TEST(Store, QuestionsOnThreadsBesideAWriterOfDataSetsSeeWholeImports) {
  constexpr std::uint64_t kAtOnce = 20;
  const StoreFolder folder;
  const auto store = folder.write();
  std::atomic<bool> done = false;
  std::atomic<int> looks = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 8; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        const auto snapshot = store->snapshot();
        std::uint64_t rows = 0, of_brok = 0;
        const auto all = snapshot->rows(Axis::all, 0, kOpenFuture);
        const ActorId brok = actor_id("Tilda Brok");
        for (auto row = all->next(); row && *row; row = all->next()) {
          ++rows;
          of_brok += std::count((*row)->actors.begin(), (*row)->actors.end(), brok);
        }
        EXPECT_EQ(rows % kAtOnce, 0u);
        EXPECT_EQ(snapshot->counts()->events, rows);
        const auto own = snapshot->rows(Axis::actor, brok.value, kOpenFuture);
        for (auto row = own->next(); row && *row; row = own->next()) --of_brok;
        EXPECT_EQ(of_brok, 0u);
        if (rows > 0) EXPECT_TRUE(*snapshot->find_event(record_event("made:" + std::to_string(rows - 1))));
        ++looks;
      }
    });
  }
  for (std::uint64_t begin = 0; begin < 60 * kAtOnce; begin += kAtOnce) {
    RecordImport import(*store, {});
    for (std::uint64_t i = begin; i < begin + kAtOnce; ++i) must(import.add(made_row(i)));
    EXPECT_TRUE(import.finish());
    if (begin % (20 * kAtOnce) == 0) must(compact(*store));
  }
  while (looks < 8) std::this_thread::yield();
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_TRUE(check(*store)->sound());
}

TEST(Store, TheSameChangeAgainWritesNothing) {
  RandomWorld world(5);
  Instant now;
  const auto store = GraphStore::in_memory({.now = [&] { return now; }});
  auto dump = [&] {
    std::vector<std::pair<std::string, std::string>> rows;
    for (int space = 0; space < store::kSpaces; ++space) {
      const auto cursor = StoreAccess::kv(*store).cursor(static_cast<store::Space>(space));
      for (cursor->seek(""); cursor->valid(); cursor->next()) rows.emplace_back(cursor->key(), cursor->value());
    }
    return rows;
  };
  for (int step = 0; step < 40; ++step) {
    const GraphChange change = world.next();
    must(store->apply(change));
    const auto once = dump();
    now += seconds(1000);
    must(store->apply(change));
    ASSERT_EQ(dump(), once);
  }
}

TEST(Store, AChangedTextIsANewRevisionRecordedThen) {
  Instant now{seconds(100)};
  const auto store = GraphStore::in_memory({.now = [&] { return now; }});
  GraphChange change{.document = "d", .put_document = DocumentClaims{}};
  change.put_document->document = {.id = "d", .text = "It rained.", .title = "Rain"};
  must(store->apply(change));
  now = Instant(seconds(200));
  must(store->apply(change));
  EXPECT_EQ(must(store->find_document("d"))->recorded, Instant(seconds(100)));
  change.put_document->document.text = "It snowed.";
  must(store->apply(change));
  EXPECT_EQ(must(store->find_document("d"))->recorded, Instant(seconds(200)));
  EXPECT_EQ(must(store->text_of("d")), "It snowed.");
}

}  // namespace
}  // namespace forewhen
