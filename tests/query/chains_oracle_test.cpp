// SPDX-License-Identifier: Apache-2.0
// before --hops N: the direct answers, and behind them what chains add.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "forewhen/query/before.h"
#include "tests/query/random_world.h"

namespace forewhen {
namespace {

using testing::MemorySource;

TEST(Chains, direct_answers_stay_and_every_longer_chain_holds_step_by_step) {
  std::size_t longer = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const auto& [id, x] = *std::next(w.events.begin(), seed % w.events.size());
    BeforeOptions one;
    one.limit = 0;
    BeforeOptions three = one;
    three.hops = 3;
    const Result<Answer> direct = before(w, id, one), chained = before(w, id, three);
    ASSERT_TRUE(direct.ok() && chained.ok()) << seed;
    std::map<EventId, const AnswerItem*> all;
    for (const AnswerItem& item : chained->items) all[item.event.id] = &item;
    ASSERT_EQ(all.size(), chained->items.size()) << seed;
    for (const AnswerItem& item : direct->items) {
      ASSERT_TRUE(all.contains(item.event.id)) << seed;
      ASSERT_TRUE(all[item.event.id]->certainty == item.certainty || all[item.event.id]->hop > 1) << seed;
    }
    for (const AnswerItem& item : chained->items) {
      ASSERT_EQ(item.path.size(), static_cast<std::size_t>(item.hop));
      ASSERT_EQ(item.path.back(), item.event.id);
      Instant room = x.bounds.latest_start;
      for (const EventId step : item.path) {
        ASSERT_TRUE(w.events.at(step).happened() || item.hop == 1) << seed;
        ASSERT_TRUE(w.events.at(step).bounds.earliest_start < room) << seed;
        room = std::min(room, w.events.at(step).bounds.latest_start);
      }
      if (item.hop > 1) {
        ++longer;
        ASSERT_EQ(item.reasons.size(), item.path.size());
        ASSERT_FALSE(item.ties.empty());
      }
    }
  }
  EXPECT_GT(longer, 500u);
}

TEST(Chains, a_limit_keeps_the_nearest_and_counts_the_rest) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const MemorySource w = testing::random_world(seed);
    BeforeOptions all;
    all.hops = 2, all.limit = 0;
    BeforeOptions two = all;
    two.limit = 2;
    const EventId x = w.events.begin()->first;
    const Result<Answer> whole = before(w, x, all), part = before(w, x, two);
    ASSERT_EQ(part->items.size(), std::min<std::size_t>(2, whole->items.size()));
    ASSERT_EQ(part->items.size() + part->more, whole->items.size());
    EXPECT_EQ(part->left_out, whole->left_out);
  }
}

TEST(Chains, what_is_not_offered_is_refused) {
  const MemorySource w = testing::random_world(1);
  BeforeOptions options;
  options.hops = 2;
  EXPECT_EQ(after(w, EventId{1}, options).error().kind, ErrorKind::usage);
  options.match = ActorMatch::same_dyad;
  EXPECT_EQ(before(w, EventId{1}, options).error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace forewhen
