// SPDX-License-Identifier: Apache-2.0
// The timeline over the store: whatever the order of documents, however often they are read, changed and taken back,
// the graph is the one that its documents make when they are read once, in one order.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pipeline/random_documents.h"

namespace forewhen {
namespace {

TEST(Timeline, IsTheSameForEveryOrderOfDocuments) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    Random random(seed);
    std::map<std::string, DocumentClaims> documents;
    for (int i = 0; i < 8; ++i) {
      const std::string id = "d" + std::to_string(i);
      documents[id] = random_document(random, id);
    }
    const Graph expected = built_from(documents);
    std::vector<std::string> order;
    for (const auto& [id, claims] : documents) order.push_back(id);
    for (int round = 0; round < 4; ++round) {
      std::shuffle(order.begin(), order.end(), random);
      const auto store = GraphStore::in_memory();
      for (const std::string& id : order) put(*store, documents[id]);
      ASSERT_TRUE(all_of(*store) == expected) << "seed " << seed << ", round " << round;
    }
  }
}

TEST(Timeline, ForgetsWhatIsTakenBackAndTakesUpWhatIsChanged) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    Random random(1000 + seed);
    std::map<std::string, DocumentClaims> documents;
    const auto store = GraphStore::in_memory();
    for (int step = 0; step < 24; ++step) {
      const std::string id = "d" + std::to_string(pick(random, 7));
      if (documents.contains(id) && pick(random, 3) == 0) {
        retract(*store, id);
        documents.erase(id);
      } else {
        documents[id] = random_document(random, id);
        put(*store, documents[id]);
      }
    }
    ASSERT_TRUE(all_of(*store) == built_from(documents)) << "seed " << seed;
    const auto report = check(*store);
    ASSERT_TRUE(report && report->sound()) << "seed " << seed << ": " << report->problems.front();
  }
}

// Looks at everything: every event is in every block.
class WithoutBlocks final : public ClaimSource {
 public:
  explicit WithoutBlocks(const GraphStore& store) : store_(store) {}

  Result<std::optional<DocumentClaims>> document_claims(std::string_view document) const override {
    return store_.document_claims(document);
  }
  Result<std::optional<Document>> document_without_claims(std::string_view document) const override {
    return store_.document_without_claims(document);
  }
  Result<std::optional<EventId>> event_of_claim(ClaimId id) const override { return store_.event_of_claim(id); }
  Result<std::optional<Event>> find_event(EventId id) const override { return store_.find_event(id); }
  Result<std::optional<PlacedEvent>> placed_event(EventId id) const override { return store_.placed_event(id); }
  Result<std::optional<Actor>> find_actor(ActorId id) const override { return store_.find_actor(id); }
  Result<std::vector<Link>> links_of(EventId id) const override { return store_.links_of(id); }
  Result<std::vector<EventId>> events_in_block(BlockKey) const override {
    std::vector<EventId> events;
    const auto rows = store_.rows(Axis::all, 0, kOpenFuture);
    while (true) {
      const auto row = rows->next();
      if (!row) return row.error();
      if (!*row) return events;
      events.push_back((*row)->event);
    }
  }
  Result<std::vector<std::string>> names_in_block(BlockKey block) const override {
    return store_.names_in_block(block);
  }
  Result<std::vector<std::string>> documents_with_name(BlockKey block, std::string_view name,
                                                       std::size_t limit) const override {
    return store_.documents_with_name(block, name, limit);
  }
  Result<std::vector<Decision>> decisions() const override { return store_.decisions(); }

 private:
  const GraphStore& store_;
};

TEST(Timeline, LookingInBlocksFindsAllThatLookingEverywhereFinds) {
  std::size_t merged = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    Random random(2000 + seed);
    const auto store = GraphStore::in_memory();
    for (int step = 0; step < 14; ++step) {
      const DocumentClaims claims = random_document(random, "d" + std::to_string(pick(random, 9)));
      const auto near = place_document(*store, claims), everywhere = place_document(WithoutBlocks(*store), claims);
      ASSERT_TRUE(near && everywhere);
      ASSERT_TRUE(*near == *everywhere) << "seed " << seed << ", step " << step;
      for (const PlacedEvent& placed : near->put_events) merged += placed.event.mentions.size() > 1;
      ASSERT_TRUE(store->apply(*near));
    }
  }
  EXPECT_GT(merged, 500u);
}

// Only words that no claim has change, and with them the story that the document tells.
TEST(Timeline, ADocumentThatTellsAnotherStoryIsFoundUnderIt) {
  Random random(3);
  DocumentClaims document = random_document(random, "d");
  document.document.published = CalendarTime{start_of_day({2023, 3, 5}), Grain::day};
  const std::string text(120, 'x');
  const auto store = GraphStore::in_memory();
  document.document.text = text + " and Marta Oldenburg told Harbour Radio of Karsholm.";
  put(*store, document);
  document.document.text = text + " and Velin Chronicle quoted Governor Istvan Paal.";
  put(*store, document);
  EXPECT_TRUE(all_of(*store) == built_from({{"d", document}}));
}

TEST(Timeline, ReadingTheSameAgainChangesNothing) {
  Random random(7);
  const auto store = GraphStore::in_memory();
  std::vector<DocumentClaims> documents;
  for (int i = 0; i < 6; ++i) documents.push_back(random_document(random, "d" + std::to_string(i)));
  for (const DocumentClaims& claims : documents) put(*store, claims);
  for (const DocumentClaims& claims : documents) {
    const auto change = place_document(*store, claims);
    ASSERT_TRUE(change);
    EXPECT_TRUE(is_empty(*change));
  }
}

// Two reports of one drone attack, the person named in full and by surname.
TEST(Timeline, JoinsTheSameEventOfTwoDocumentsAndTheSurnameWithTheFullName) {
  const auto store = GraphStore::in_memory();
  Random random(1);
  for (const char* id : {"a", "b"}) {
    DocumentClaims claims;
    claims.document.id = id;
    claims.document.text = std::string(40, 'x');
    claims.document.published = CalendarTime{start_of_day({2023, 3, 6}), Grain::day};
    Claim claim;
    claim.document = id;
    claim.trigger = {0, 6};
    claim.sentence = {0, 20};
    claim.id = claim.same_as = claim_id(id, claim.trigger);
    claim.group = claim.lemma = claim.phrase = "attack";
    claim.time = ClaimTime{};
    claim.time->when.bounds = within({start_of_day({2023, 3, 5}), start_of_day({2023, 3, 6})});
    claim.time->words = "on Sunday";
    Participant person;
    person.role = Role::recipient;
    person.kind = ActorKind::person;
    person.name = person.text = std::string(id) == "a" ? "Ana Ruiz" : "Ruiz";
    claim.participants = {person};
    claims.claims = {claim};
    put(*store, claims);
  }
  const Graph graph = all_of(*store);
  ASSERT_EQ(graph.events.size(), 1u);
  EXPECT_EQ(graph.events.begin()->second.mentions.size(), 2u);
  ASSERT_EQ(graph.actors.size(), 1u);
  EXPECT_EQ(graph.actors.begin()->second.name, "Ana Ruiz");
  EXPECT_EQ(graph.actors.begin()->second.aliases, std::vector<std::string>{"Ruiz"});
  // Another family member makes the bare surname nobody in particular; the event is told apart again.
  DocumentClaims other = random_document(random, "c");
  other.claims.resize(1);
  other.links.clear();
  Participant bela;
  bela.kind = ActorKind::person;
  bela.name = bela.text = "Bela Ruiz";
  other.claims[0].participants = {bela};
  put(*store, other);
  EXPECT_EQ(all_of(*store).actors.size(), 3u);
}

}  // namespace
}  // namespace forewhen
