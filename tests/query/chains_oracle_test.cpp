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

TEST(Chains, forward_in_time_every_step_starts_later) {
  std::size_t longer = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const auto& [id, x] = *std::next(w.events.begin(), seed % w.events.size());
    BeforeOptions one;
    one.limit = 0;
    BeforeOptions three = one;
    three.hops = 3;
    const Result<Answer> direct = after(w, id, one), chained = after(w, id, three);
    ASSERT_TRUE(direct.ok() && chained.ok()) << seed;
    std::map<EventId, const AnswerItem*> all;
    for (const AnswerItem& item : chained->items) all[item.event.id] = &item;
    for (const AnswerItem& item : direct->items) ASSERT_TRUE(all.contains(item.event.id)) << seed;
    for (const AnswerItem& item : chained->items) {
      Instant past = x.bounds.earliest_start;
      for (const EventId step : item.path) {
        ASSERT_TRUE(w.events.at(step).bounds.latest_start > past) << seed;
        past = std::max(past, w.events.at(step).bounds.earliest_start);
      }
      longer += item.hop > 1;
      if (item.hop > 1) {
        const std::string last = "leads to " + item.event.summary + " (";
        ASSERT_NE(item.reasons.back().find(last), std::string::npos) << item.reasons.back();
      }
    }
  }
  EXPECT_GT(longer, 500u);
}

TEST(Chains, through_an_actor_some_step_shares_him) {
  std::size_t longer = 0;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const EventId id = std::next(w.events.begin(), seed % w.events.size())->first;
    BeforeOptions options;
    options.limit = 0, options.hops = 3, options.via = {ActorId{1 + seed % 3}};
    const Result<Answer> answer = seed % 2 == 0 ? before(w, id, options) : after(w, id, options);
    ASSERT_TRUE(answer.ok());
    for (const AnswerItem& item : answer->items) {
      bool through = false;
      EventId last = id;
      for (const EventId step : item.path) {
        const EventRow a = MemorySource::row_of(w.events.at(last)), b = MemorySource::row_of(w.events.at(step));
        through |= std::binary_search(a.actors.begin(), a.actors.end(), options.via[0]) &&
                   std::binary_search(b.actors.begin(), b.actors.end(), options.via[0]);
        last = step;
      }
      ASSERT_TRUE(through) << seed;
      longer += item.hop > 1;
    }
  }
  EXPECT_GT(longer, 100u);
}

// The times of the world in days rather than tens of seconds.
MemorySource in_days(MemorySource w) {
  for (auto& [id, event] : w.events) {
    Bounds& b = event.bounds;
    for (Instant* t : {&b.earliest_start, &b.latest_start, &b.earliest_end, &b.latest_end})
      if (*t != kOpenPast && *t != kOpenFuture) *t = Instant{t->time_since_epoch() * 8640};
  }
  return w;
}

// Without open bounds, so that it is known how vague starts are.
MemorySource dated(MemorySource w) {
  for (auto& [id, event] : w.events) {
    Bounds& b = event.bounds;
    if (b.earliest_start == kOpenPast)
      b.earliest_start = b.latest_start == kOpenFuture ? Instant{} : b.latest_start - seconds{20};
    if (b.latest_start == kOpenFuture) b.latest_start = b.earliest_start + seconds{30};
  }
  return w;
}

TEST(Chains, a_limit_keeps_the_nearest_and_pages_give_them_all) {
  std::size_t near = 0, near_forward = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const bool forward = seed % 4 < 2;
    const MemorySource w = in_days(seed % 2 == 0 ? dated(testing::random_world(seed)) : testing::random_world(seed));
    const auto ask = forward ? after : before;
    BeforeOptions all;
    all.hops = 2 + static_cast<int>(seed % 2), all.limit = 0;
    if (seed % 3 == 0) all.certainty = CertaintyFilter::definite;
    BeforeOptions page = all;
    page.limit = 1 + seed % 3;
    const EventId x = std::next(w.events.begin(), seed % w.events.size())->first;
    const Result<Answer> whole = ask(w, x, all);
    ASSERT_TRUE(whole.ok()) << seed;
    std::map<EventId, AnswerItem> told;
    do {
      const Result<Answer> part = ask(w, x, page);
      ASSERT_TRUE(part.ok()) << seed;
      const std::size_t left = whole->items.size() - told.size();
      ASSERT_EQ(part->items.size(), std::min(page.limit, left)) << seed;
      if (part->more_at_least)
        ASSERT_LE(part->items.size() + part->more, left) << seed;
      else
        ASSERT_EQ(part->items.size() + part->more, left) << seed;
      if (page.from.empty() && !part->left_out.at_least) EXPECT_EQ(part->left_out, whole->left_out);
      (forward ? near_forward : near) += part->more_at_least;
      for (const AnswerItem& item : part->items) ASSERT_TRUE(told.emplace(item.event.id, item).second) << seed;
      page.from = part->next;
    } while (!page.from.empty());
    ASSERT_EQ(told.size(), whole->items.size()) << seed;
    for (const AnswerItem& item : whole->items) {
      const AnswerItem& same = told.at(item.event.id);
      ASSERT_EQ(same.certainty, item.certainty) << seed;
      ASSERT_EQ(same.path, item.path) << seed;
      ASSERT_EQ(same.ties, item.ties) << seed;
    }
  }
  EXPECT_GT(near, 100u);
  EXPECT_GT(near_forward, 100u);
}

TEST(Chains, what_is_not_offered_is_refused) {
  const MemorySource w = testing::random_world(1);
  BeforeOptions options;
  options.hops = 2;
  options.rank = Rank::relevance;
  EXPECT_EQ(after(w, EventId{1}, options).error().kind, ErrorKind::usage);
  options.rank = Rank::recency;
  EXPECT_TRUE(after(w, EventId{1}, options).ok());
  options.match = ActorMatch::same_dyad;
  EXPECT_EQ(before(w, EventId{1}, options).error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace forewhen
