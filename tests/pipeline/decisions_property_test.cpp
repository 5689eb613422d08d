// SPDX-License-Identifier: Apache-2.0
// Decisions: the graph is a function of the set of claims and the set of decisions, whatever came first; what was split
// is never one event, what was merged always is; an undone decision leaves the former bytes; and what explains a join
// agrees with what joins.
#include "forewhen/timeline/why_same.h"

#include "forewhen/timeline/why_same_actor.h"
#include "store/body.h"
#include "store/open_layout.h"
#include "tests/pipeline/random_documents.h"

namespace forewhen {
namespace {

using Documents = std::map<std::string, DocumentClaims>;

Documents random_documents(Random& random, int count) {
  Documents documents;
  for (int i = 0; i < count; ++i) {
    const std::string id = "d" + std::to_string(i);
    documents[id] = random_document(random, id);
    // Some documents join several of their own mentions.
    auto& claims = documents[id].claims;
    for (std::size_t k = 1; k < claims.size(); ++k) {
      if (pick(random, 3) == 0 && claims[0].same_as == claims[0].id) claims[k].same_as = claims[0].id;
    }
  }
  return documents;
}

DecidedMention random_mention(Random& random, const Documents& documents) {
  const auto& claims =
      std::next(documents.begin(), static_cast<std::ptrdiff_t>(pick(random, documents.size())))->second;
  const Claim& claim = claims.claims[pick(random, claims.claims.size())];
  return {claim.id, claim.document, claim.trigger, claim.trigger_text};
}

Decision random_actor_decision(Random& random) {
  Decision decision;
  decision.about = DecisionSubject::actor;
  decision.kind = pick(random, 2) ? DecisionKind::merge : DecisionKind::split;
  for (DecidedMention* side : {&decision.a, &decision.b}) {
    side->text = one_of(random, {"Ana Ruiz", "Ruiz", "Bela Ruiz", "Tom Okafor", "Okafor", "Union of Harbour Workers",
                                 "UHW", "mayor (NO)", "Nobody Yet"});
    side->actor = actor_id(side->text);
  }
  decision.why = "seen";
  return decision;
}

Decision random_decision(Random& random, const Documents& documents) {
  if (pick(random, 2)) return random_actor_decision(random);
  Decision decision;
  decision.kind = pick(random, 2) ? DecisionKind::merge : DecisionKind::split;
  decision.a = random_mention(random, documents);
  decision.b = random_mention(random, documents);
  decision.why = "seen";
  return decision;
}

// Whether it was taken in; a contradiction is not.
bool decide(GraphStore& store, const Decision& decision) {
  const auto change = add_decisions(store, {decision});
  if (!change) {
    EXPECT_TRUE(change.error().kind == ErrorKind::refused || change.error().kind == ErrorKind::usage);
    return false;
  }
  EXPECT_TRUE(store.apply(*change));
  return !change->put_decisions.empty();
}

std::unique_ptr<GraphStore> fresh_store() {
  auto store = GraphStore::in_memory({.now = [] { return Instant(seconds(1615100000)); }});
  EXPECT_TRUE(store::settle_layout(StoreAccess::kv(*store), true, ""));
  return store;
}

using Bytes = std::map<std::pair<int, std::string>, std::string>;

Bytes bytes_of(const GraphStore& store) {
  Bytes bytes;
  for (int space = 0; space < store::kSpaces; ++space) {
    const auto cursor = StoreAccess::kv(store).cursor(static_cast<store::Space>(space));
    for (cursor->seek(""); cursor->valid(); cursor->next())
      bytes[{space, std::string(cursor->key())}] = std::string(cursor->value());
  }
  return bytes;
}

// Steps that do not depend on each other, in any order: documents read, decisions taken.
void perform(GraphStore& store, const Documents& documents, const std::vector<Decision>& decisions,
             const std::vector<std::size_t>& order) {
  for (std::size_t step : order) {
    if (step < decisions.size()) {
      const auto change = add_decisions(store, {decisions[step]});
      ASSERT_TRUE(change) << to_string(change.error());
      ASSERT_TRUE(store.apply(*change));
    } else {
      put(store, std::next(documents.begin(), static_cast<std::ptrdiff_t>(step - decisions.size()))->second);
    }
  }
}

// The actors that the documents use the two names for.
void expect_kept_names(const GraphStore& store, const Decision& decision, const std::string& where) {
  const auto a = find_actor_name(store, decision.a.actor, decision.a.text);
  const auto b = find_actor_name(store, decision.b.actor, decision.b.text);
  ASSERT_TRUE(a && b);
  if (!a->used() || !b->used()) return;
  const auto why = why_same_actor(store, *a, *b);
  ASSERT_TRUE(why);
  EXPECT_EQ(why->joined, decision.kind == DecisionKind::merge) << where << ", decision " << decision.number;
  if (decision.kind == DecisionKind::merge) {
    EXPECT_EQ(a->means.size(), 1u);
    EXPECT_TRUE(b->means.contains(a->means.begin()->first));
  }
}

void expect_kept(const GraphStore& store, const std::string& where) {
  const auto decisions = store.decisions();
  ASSERT_TRUE(decisions);
  for (const Decision& decision : *decisions) {
    if (decision.about == DecisionSubject::actor) {
      expect_kept_names(store, decision, where);
      continue;
    }
    const auto a = store.event_of_claim(decision.a.claim), b = store.event_of_claim(decision.b.claim);
    ASSERT_TRUE(a && b);
    if (!*a || !*b) continue;
    EXPECT_EQ(**a == **b, decision.kind == DecisionKind::merge) << where << ", decision " << decision.number;
  }
}

TEST(Decisions, GiveTheSameBytesInEveryOrderOfReadingAndDeciding) {
  for (unsigned seed = 0; seed < 80; ++seed) {
    Random random(seed);
    const Documents documents = random_documents(random, 7);
    const auto first = fresh_store();
    for (const auto& [id, claims] : documents) put(*first, claims);
    for (int i = 0; i < 7; ++i) decide(*first, random_decision(random, documents));
    const std::vector<Decision> decisions = *first->decisions();
    expect_kept(*first, "seed " + std::to_string(seed));
    const Bytes expected = bytes_of(*first);
    std::vector<std::size_t> order(documents.size() + decisions.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int round = 0; round < 4; ++round) {
      const auto store = fresh_store();
      perform(*store, documents, decisions, order);
      ASSERT_TRUE(bytes_of(*store) == expected) << "seed " << seed << ", round " << round;
      std::shuffle(order.begin(), order.end(), random);
    }
    const auto report = check(*first);
    ASSERT_TRUE(report && report->sound()) << report->problems.front();
  }
}

TEST(Decisions, AreUndoneToTheFormerBytes) {
  for (unsigned seed = 0; seed < 80; ++seed) {
    Random random(2000 + seed);
    const Documents documents = random_documents(random, 6);
    const auto store = fresh_store();
    for (const auto& [id, claims] : documents) put(*store, claims);
    std::vector<Bytes> states = {bytes_of(*store)};
    for (int i = 0; i < 6; ++i) {
      if (decide(*store, random_decision(random, documents))) states.push_back(bytes_of(*store));
    }
    while (states.size() > 1) {
      states.pop_back();
      const auto change = undo_decision(*store, states.size());
      ASSERT_TRUE(change);
      ASSERT_TRUE(store->apply(*change));
      ASSERT_TRUE(bytes_of(*store) == states.back()) << "seed " << seed << ", decision " << states.size();
    }
  }
}

TEST(Decisions, StayWhileDocumentsGoComeAndChange) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    Random random(3000 + seed);
    Documents documents = random_documents(random, 6);
    const auto store = fresh_store();
    for (const auto& [id, claims] : documents) put(*store, claims);
    for (int step = 0; step < 20; ++step) {
      const std::string id = "d" + std::to_string(pick(random, 6));
      if (pick(random, 2)) {
        if (!documents.empty()) decide(*store, random_decision(random, documents));
      } else if (documents.contains(id) && pick(random, 2)) {
        retract(*store, id);
        documents.erase(id);
      } else {
        documents[id] = random_document(random, id);
        put(*store, documents[id]);
      }
    }
    expect_kept(*store, "seed " + std::to_string(seed));
    const auto again = fresh_store();
    const auto waiting = add_decisions(*again, *store->decisions());
    ASSERT_TRUE(waiting);
    ASSERT_TRUE(again->apply(*waiting));
    for (const auto& [id, claims] : documents) put(*again, claims);
    EXPECT_EQ(*again->decisions(), *store->decisions());
    ASSERT_TRUE(all_of(*again) == all_of(*store)) << "seed " << seed;
  }
}

TEST(Decisions, ThatContradictEachOtherAreRefusedWithTheChain) {
  Random random(5);
  Documents documents;
  for (const char* id : {"p", "q", "r"}) documents[id] = random_document(random, id);
  const auto mention = [&](const char* id) {
    const Claim& claim = documents.at(id).claims[0];
    return DecidedMention{claim.id, claim.document, claim.trigger, claim.trigger_text};
  };
  const auto store = fresh_store();  // nothing read yet: what waits contradicts too
  EXPECT_TRUE(decide(*store, {0, DecisionKind::merge, mention("p"), mention("q"), {}, {}, {}}));
  EXPECT_TRUE(decide(*store, {0, DecisionKind::merge, mention("r"), mention("q"), {}, {}, {}}));
  EXPECT_FALSE(decide(*store, {0, DecisionKind::merge, mention("q"), mention("p"), {}, {}, {}}));  // known
  const Bytes before = bytes_of(*store);
  const auto change = add_decisions(*store, {{0, DecisionKind::split, mention("p"), mention("r"), {}, {}, {}}});
  ASSERT_FALSE(change);
  EXPECT_EQ(change.error().kind, ErrorKind::refused);
  EXPECT_NE(change.error().what.find("split 3"), std::string::npos) << change.error().what;
  EXPECT_NE(change.error().what.find("merge 1"), std::string::npos) << change.error().what;
  EXPECT_NE(change.error().what.find("merge 2"), std::string::npos) << change.error().what;
  EXPECT_TRUE(bytes_of(*store) == before);
}

// Chains of near matches end at the first contradiction: whatever an event holds without decisions, no two documents of
// it exclude each other, and each join of the chain between them has a score.
TEST(WhySame, OfAnyTwoMentionsOfOneEventTheScoreOrTheDocumentSaysWhy) {
  int joined = 0, told_apart = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    Random random(4000 + seed);
    const Documents documents = random_documents(random, 8);
    const auto store = fresh_store();
    for (const auto& [id, claims] : documents) put(*store, claims);
    for (const auto& [id, x] : documents) {
      for (const auto& [other, y] : documents) {
        const auto why = why_same(*store, x.claims.front().id, y.claims.back().id);
        ASSERT_TRUE(why);
        EXPECT_EQ(why->joined, why->event_a == why->event_b);
        int sum = 0;
        bool stopped = false;
        for (const SameFeature& feature : why->features) {
          sum += feature.points;
          stopped = stopped || feature.effect == SameFeature::Effect::missing ||
                    feature.effect == SameFeature::Effect::forbids;
        }
        EXPECT_EQ(why->score, stopped ? 0 : sum);
        if (id == other || why->features.empty()) continue;
        if (why->joined) {
          ++joined;
          for (const SameFeature& feature : why->features)
            EXPECT_NE(feature.effect, SameFeature::Effect::forbids) << "seed " << seed << ", " << feature.name;
          if (why->score >= kLeastSameScore) EXPECT_EQ(why->chain.size(), 1u);
          EXPECT_FALSE(why->chain.empty());
          for (const SameStep& step : why->chain) EXPECT_EQ(step.by, SameStep::By::score) << "seed " << seed;
        } else {
          ++told_apart;
          EXPECT_TRUE(stopped || why->obstacle) << "seed " << seed;
        }
      }
    }
  }
  EXPECT_GT(joined, 20);
  EXPECT_GT(told_apart, 20);
}

TEST(WhySame, NamesTheDecisionsThatJoinAndThatPart) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    Random random(5000 + seed);
    const Documents documents = random_documents(random, 5);
    const auto store = fresh_store();
    for (const auto& [id, claims] : documents) put(*store, claims);
    for (int i = 0; i < 5; ++i) decide(*store, random_decision(random, documents));
    const std::vector<Decision> decisions = *store->decisions();
    for (const Decision& decision : decisions) {
      if (decision.about == DecisionSubject::actor) continue;  // expect_kept_names
      const auto why = why_same(*store, decision.a.claim, decision.b.claim);
      ASSERT_TRUE(why);
      EXPECT_EQ(why->joined, decision.kind == DecisionKind::merge);
      if (why->joined) {
        EXPECT_FALSE(why->features.empty() && why->chain.empty());
      } else {
        ASSERT_TRUE(why->obstacle);
        EXPECT_EQ(why->obstacle->by, SameStep::By::decision);
      }
    }
  }
}

}  // namespace
}  // namespace forewhen
