// SPDX-License-Identifier: Apache-2.0
// Decisions in the store: kept as they were made, and a store has the layout with decisions only while it holds some.
#include <gtest/gtest.h>

#include "forewhen/store/graph_store.h"
#include "store/body.h"
#include "store/layout.h"
#include "tests/store/store_folder.h"

namespace forewhen {
namespace {

Decision decision(std::uint64_t number) {
  return {number,
          DecisionKind::split,
          {{0x11}, "a.txt", {7, 15}, "attacked"},
          {{0x22}, "b.txt", {29, 37}, "bombing"},
          Instant(seconds(1615100000)),
          "the desk",
          "two stations"};
}

GraphChange putting(std::vector<Decision> decisions) {
  GraphChange change;
  change.put_decisions = std::move(decisions);
  return change;
}

std::uint64_t layout_of(const GraphStore& store) {
  const auto record = store::find_record<store::LayoutRecord>(StoreAccess::kv(store), store::layout_key(), "layout");
  return record && *record ? (*record)->layout : 0;
}

TEST(DecisionRows, ComeBackInTheOrderOfTheirNumbersAndGoWhenTakenAway) {
  const auto store = GraphStore::in_memory();
  ASSERT_TRUE(store->apply(putting({decision(300), decision(2)})));
  EXPECT_EQ(*store->decisions(), (std::vector<Decision>{decision(2), decision(300)}));
  EXPECT_TRUE(check(*store)->sound());
  GraphChange undo;
  undo.removed_decisions = {2};
  ASSERT_TRUE(store->apply(undo));
  EXPECT_EQ(*store->decisions(), std::vector<Decision>{decision(300)});
}

TEST(DecisionRows, GiveTheStoreItsLayoutForAsLongAsThereAreAny) {
  StoreFolder folder;
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.create = true;
  {
    const auto store = GraphStore::open(folder.path(), options);
    ASSERT_TRUE(store);
    EXPECT_EQ(layout_of(**store), store::kLayout);
    ASSERT_TRUE((*store)->apply(putting({decision(1)})));
    EXPECT_EQ(layout_of(**store), store::kLayoutWithDecisions);
  }
  const auto store = GraphStore::open(folder.path(), options);
  ASSERT_TRUE(store) << to_string(store.error());
  EXPECT_EQ(*(*store)->decisions(), std::vector<Decision>{decision(1)});
  GraphChange undo;
  undo.removed_decisions = {1};
  ASSERT_TRUE((*store)->apply(undo));
  EXPECT_EQ(layout_of(**store), store::kLayout);
}

TEST(DecisionRows, ThatAreDamagedAreAProblem) {
  const auto store = GraphStore::in_memory();
  ASSERT_TRUE(store->apply(putting({decision(1)})));
  const std::string key = store::id_key(store::Table::decision, 1);
  ASSERT_TRUE(StoreAccess::kv(*store).commit({{store::Space::records, key, store::encode(decision(2))}}));
  const auto report = check(*store);
  ASSERT_EQ(report->problems.size(), 1u);
  EXPECT_NE(report->problems[0].find("decision 1"), std::string::npos) << report->problems[0];
  ASSERT_TRUE(StoreAccess::kv(*store).commit({{store::Space::records, key, "\x01"}}));
  EXPECT_FALSE(check(*store)->sound());
  EXPECT_FALSE(store->decisions());
}

}  // namespace
}  // namespace forewhen
