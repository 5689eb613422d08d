// SPDX-License-Identifier: Apache-2.0
// A store whose every index is sound, and whose events are not what its claims and decisions give.
#include "forewhen/pipeline/verify.h"

#include "tests/pipeline/random_documents.h"

namespace forewhen {
namespace {

std::unique_ptr<GraphStore> some_store(unsigned seed) {
  Random random(seed);
  auto store = GraphStore::in_memory();
  for (int i = 0; i < 6; ++i) put(*store, random_document(random, "d" + std::to_string(i)));
  return store;
}

// The problems that verify_events finds once the change is in; check() must find none.
std::vector<std::string> problems_after(GraphStore& store, const GraphChange& change) {
  EXPECT_TRUE(store.apply(change));
  EXPECT_TRUE(check(store)->sound());
  return *verify_events(store);
}

TEST(VerifyEvents, FindsNothingInWhatTheTimelineMade) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const auto problems = verify_events(*some_store(seed));
    ASSERT_TRUE(problems);
    EXPECT_EQ(*problems, std::vector<std::string>{}) << "seed " << seed;
  }
}

TEST(VerifyEvents, NamesAnEventThatWasAltered) {
  const auto store = some_store(1);
  const Event event = all_of(*store).events.begin()->second;
  GraphChange change;
  change.put_events = {{event, {}}};
  change.put_events[0].event.summary = "something else";
  const auto problems = problems_after(*store, change);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].find(to_string(event.id)), std::string::npos);
}

TEST(VerifyEvents, NoticesADecisionThatWasNotHeard) {
  const auto store = some_store(2);
  const Graph graph = all_of(*store);
  const Event first = graph.events.begin()->second, second = std::next(graph.events.begin())->second;
  const auto mention = [](const Event& event) {
    const Mention& m = event.mentions.front();
    return DecidedMention{m.claim, m.document, m.span, m.text};
  };
  GraphChange change;  // the decision alone, without what follows from it
  change.put_decisions = {{1, DecisionKind::merge, mention(first), mention(second), {}, {}, {}}};
  EXPECT_FALSE(problems_after(*store, change).empty());
  change.put_decisions = {{2, DecisionKind::split, mention(first), mention(second), {}, {}, {}}};
  const auto problems = problems_after(*store, change);
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(problems[0].find("contradict"), std::string::npos) << problems[0];
}

}  // namespace
}  // namespace forewhen
