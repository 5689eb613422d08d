// SPDX-License-Identifier: Apache-2.0
// The graph as of an earlier time answers every question as a graph does that was built from exactly the documents of
// that time, byte for byte; and it is sound.
#include <gtest/gtest.h>

#include <map>

#include "forewhen/export/json.h"
#include "forewhen/pipeline/as_of.h"
#include "forewhen/query/before.h"
#include "forewhen/query/listing.h"
#include "forewhen/query/resolve.h"
#include "forewhen/timeline/timeline.h"
#include "tests/pipeline/random_documents.h"

namespace forewhen {
namespace {

// What every question prints.
std::string answers_of(const GraphStore& store) {
  std::string out;
  const auto all = list_events(store, {.limit = 0, .filter = {.all_modalities = true}});
  EXPECT_TRUE(all);
  for (const Event& event : all->events) {
    out += to_json(event) + '\n' + to_json(*show(store, event.id)) + '\n';
    for (const auto& answer : {before(store, event.id, {.limit = 0, .quotes = true}),
                               before(store, event.id, {.hops = 2}), after(store, event.id, {.limit = 0})}) {
      EXPECT_TRUE(answer);
      for (const AnswerItem& item : answer->items) out += to_json(item) + '\n';
      for (const std::string& note : answer->notes) out += note + '\n';
    }
  }
  for (const char* name : {"Ruiz", "Ana Ruiz", "Okafor", "UHW", "Karsholm"}) {
    const auto line = timeline(store, name, {});
    out += std::string(name) + '\n' + (line ? line->entity.name : to_string(line.error())) + '\n';
    if (!line) continue;
    for (const Event& event : line->listing.events) out += to_string(event.id) + '\n';
  }
  for (const char* words : {"attack", "protest Karsholm"}) {
    const auto found = resolve_event(store, words);
    out += found ? to_json(*found) : to_string(found.error());
  }
  const auto counts = *store.counts();
  for (const std::uint64_t count : {counts.documents, counts.claims, counts.events, counts.actors, counts.places,
                                    counts.links, counts.undated_events, counts.participations})
    out += std::to_string(count) + ' ';
  return out;
}

struct World {
  std::map<std::string, DocumentClaims> documents;
  std::map<std::string, Instant> recorded;
  std::unique_ptr<GraphStore> store;
};

const Instant kFirst = start_of_day({2024, 1, 1});

// Documents recorded one a second, some of them read twice with another text in between others.
World random_world(Random& random) {
  World world;
  const auto now = std::make_shared<Instant>(kFirst);
  StoreOptions options;
  options.now = [now] { return *now; };
  world.store = GraphStore::in_memory(options);
  for (int step = 0; step < 10; ++step, *now += seconds{1}) {
    const std::string id = "d" + std::to_string(pick(random, 8));
    world.documents[id] = random_document(random, id);
    world.documents[id].document.text += std::to_string(step);
    world.recorded[id] = *now;
    put(*world.store, world.documents[id]);
  }
  return world;
}

template <class Keep>
void expect_same(const World& world, const AsOf& as_of, Keep keep, const std::string& what) {
  const auto expected = GraphStore::in_memory();
  std::uint64_t documents = 0;
  for (const auto& [id, claims] : world.documents) {
    if (!keep(id, claims.document)) continue;
    put(*expected, claims);
    ++documents;
  }
  const auto past = graph_as_of(*world.store, as_of);
  ASSERT_TRUE(past) << to_string(past.error());
  ASSERT_EQ(past->documents, documents) << what;
  ASSERT_EQ(past->documents + past->later + past->perhaps_later + past->undated + past->replaced,
            world.documents.size());
  ASSERT_EQ(answers_of(*past->store), answers_of(*expected)) << what;
  const auto report = check(*past->store);
  ASSERT_TRUE(report && report->sound()) << what << ": " << report->problems.front();
}

TEST(AsOf, IsTheGraphOfTheDocumentsOfThatTimeForEveryCut) {
  for (unsigned seed = 0; seed < 25; ++seed) {
    Random random(seed);
    const World world = random_world(random);
    for (int day = 4; day <= 9; ++day) {
      const Instant end = start_of_day({2023, 3, day});
      const auto published = [&](const std::string&, const Document& document) {
        return document.published && document.published->extent().end <= end;
      };
      expect_same(world, {.reported_before = end}, published, "seed " + std::to_string(seed) + " published before");
    }
    for (int second = 0; second <= 10; ++second) {
      const Instant end = kFirst + seconds{second};
      const auto recorded = [&](const std::string& id, const Document&) { return world.recorded.at(id) < end; };
      expect_same(world, {.recorded_before = end}, recorded, "seed " + std::to_string(seed) + " recorded before");
    }
    const auto both = [&](const std::string& id, const Document& document) {
      return document.published && document.published->extent().end <= start_of_day({2023, 3, 7}) &&
             world.recorded.at(id) < kFirst + seconds{7};
    };
    expect_same(world, {start_of_day({2023, 3, 7}), kFirst + seconds{7}}, both, "both");
  }
}

TEST(AsOf, LeavesTheStoreAsItIs) {
  Random random(3);
  const World world = random_world(random);
  const std::string before = answers_of(*world.store);
  for (int second = 0; second <= 10; ++second)
    ASSERT_TRUE(graph_as_of(*world.store, {.recorded_before = kFirst + seconds{second}}));
  EXPECT_EQ(answers_of(*world.store), before);
}

TEST(AsOf, KeepsWhenWhatWasRecorded) {
  Random random(4);
  const World world = random_world(random);
  for (int second = 1; second <= 10; ++second) {
    const auto past = graph_as_of(*world.store, {.recorded_before = kFirst + seconds{second}});
    ASSERT_TRUE(past);
    const auto documents = past->store->documents();
    ASSERT_TRUE(documents);
    for (const DocumentSummary& document : *documents) EXPECT_EQ(document.recorded, world.recorded.at(document.id));
  }
}

TEST(AsOf, ADateCountsWithTheWholeOfItsUnit) {
  EXPECT_EQ(*parse_as_of("2023"), start_of_day({2024, 1, 1}));
  EXPECT_EQ(*parse_as_of("2023-03"), start_of_day({2023, 4, 1}));
  EXPECT_EQ(*parse_as_of("2023-03-14"), start_of_day({2023, 3, 15}));
  EXPECT_EQ(*parse_as_of("2023-03-14T10:00"), start_of_day({2023, 3, 14}) + seconds{36060});
  EXPECT_EQ(*parse_as_of("2023-03-14~"), start_of_day({2023, 3, 15}));
  EXPECT_EQ(*parse_as_of("2023-03-14/2023-03-20"), start_of_day({2023, 3, 21}));
  EXPECT_EQ(*parse_as_of("202X"), start_of_day({2030, 1, 1}));
  EXPECT_FALSE(parse_as_of("2023/.."));
  EXPECT_FALSE(parse_as_of("2023-02-30"));
  EXPECT_FALSE(parse_as_of(""));
}

}  // namespace
}  // namespace forewhen
