// SPDX-License-Identifier: Apache-2.0
// Pages against the whole answer, relevance against counting, and cases that a reader can judge.
#include "forewhen/query/relevance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "forewhen/query/before.h"
#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;

Result<Answer> ask(const EventSource& source, EventId x, const BeforeOptions& options, bool back) {
  return back ? before(source, x, options) : after(source, x, options);
}

std::vector<EventId> ids_of(const Answer& answer) {
  std::vector<EventId> ids;
  for (const AnswerItem& item : answer.items) ids.push_back(item.event.id);
  return ids;
}

// All pages, those of one page in their order.
std::vector<std::vector<EventId>> pages_of(const EventSource& source, EventId x, BeforeOptions options, bool back) {
  std::vector<std::vector<EventId>> pages;
  do {
    const Result<Answer> answer = ask(source, x, options, back);
    EXPECT_TRUE(answer.ok());
    EXPECT_LE(answer->items.size(), options.limit);
    if (!answer->items.empty()) pages.push_back(ids_of(*answer));
    options.from = answer->next;
  } while (!options.from.empty() && pages.size() < 100);
  return pages;
}

TEST(Paging, pages_are_the_whole_answer_in_slices) {
  std::size_t more_than_one = 0;
  for (unsigned seed = 0; seed < 4000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const EventId x = std::next(w.events.begin(), seed % w.events.size())->first;
    const bool back = seed % 2 == 0;
    BeforeOptions options;
    options.rank = seed % 5 == 0 ? Rank::relevance : Rank::recency;
    options.hops = options.rank == Rank::recency && seed % 3 == 0 ? 3 : 1;
    options.limit = 0;
    const Result<Answer> whole = ask(w, x, options, back);
    options.limit = 1 + seed % 3;
    const std::vector<std::vector<EventId>> pages = pages_of(w, x, options, back);
    std::vector<EventId> all;
    for (std::vector<EventId> page : pages) {
      // A page by recency is told oldest first.
      if (options.rank == Rank::recency && back) std::reverse(page.begin(), page.end());
      all.insert(all.end(), page.begin(), page.end());
    }
    more_than_one += pages.size() > 1;
    std::vector<EventId> expected = ids_of(*whole);
    if (options.rank == Rank::relevance) {
      ASSERT_EQ(all, expected) << seed;
      continue;
    }
    // Nearest first; those without an earliest start last, whichever way is asked.
    std::stable_sort(expected.begin(), expected.end(), [&](EventId a, EventId b) {
      const Bounds &p = w.events.at(a).bounds, &q = w.events.at(b).bounds;
      const bool p_open = p.earliest_start == kOpenPast, q_open = q.earliest_start == kOpenPast;
      if (p_open != q_open) return q_open;
      const std::tuple s(p.earliest_start, p.latest_start, a), t(q.earliest_start, q.latest_start, b);
      return back ? s > t : s < t;
    });
    std::set<EventId> seen(all.begin(), all.end());
    ASSERT_EQ(seen.size(), all.size()) << seed;
    ASSERT_EQ(seen, std::set<EventId>(expected.begin(), expected.end())) << seed;
    // Slices: what stands in an earlier page is nearer than what stands in a later one.
    std::size_t at = 0;
    for (const std::vector<EventId>& page : pages) {
      ASSERT_EQ(std::set<EventId>(page.begin(), page.end()),
                std::set<EventId>(expected.begin() + at, expected.begin() + at + page.size()))
          << seed;
      at += page.size();
    }
  }
  EXPECT_GT(more_than_one, 800u);
}

TEST(Paging, new_rows_move_nothing) {
  std::size_t told = 0;
  for (unsigned seed = 0; seed < 1500; ++seed) {
    MemorySource w = testing::random_world(seed);
    w.links.clear();  // which could change who stands where
    const EventId x = std::next(w.events.begin(), seed % w.events.size())->first;
    const bool back = seed % 2 == 0;
    BeforeOptions options;
    options.limit = 2;
    const Result<Answer> first = ask(w, x, options, back);
    if (first->next.empty()) continue;
    options.limit = 0, options.from = first->next;
    const Result<Answer> rest = ask(w, x, options, back);
    std::mt19937 random(seed + 9000000);
    for (std::uint64_t id = 50; id < 56; ++id) w.put(testing::random_event(random, id));
    const Result<Answer> later = ask(w, x, options, back);
    std::vector<EventId> of_old;
    for (const EventId id : ids_of(*later))
      if (id.value < 50) of_old.push_back(id);
    ASSERT_EQ(of_old, ids_of(*rest)) << seed;
    told += later->items.size() > rest->items.size();
  }
  EXPECT_GT(told, 50u);
}

TEST(Paging, a_cursor_of_another_question_is_refused) {
  testing::World w;
  w.add({.name = "call", .when = "2031-03-01", .actors = {"Ana"}});
  w.add({.name = "talk", .when = "2031-03-02", .actors = {"Ana"}});
  const EventId x = w.add({.name = "attack", .when = "2031-03-05", .actors = {"Ana"}});
  BeforeOptions options;
  options.limit = 1;
  const Result<Answer> page = before(w, x, options);
  EXPECT_EQ(page->items[0].cursor, page->next);
  options.from = page->next;
  EXPECT_EQ(before(w, x, options)->items[0].event.phrase, "call");
  EXPECT_TRUE(before(w, x, options)->next.empty());
  EXPECT_EQ(after(w, x, options).error().kind, ErrorKind::usage);
  EXPECT_EQ(before(w, page->items[0].event.id, options).error().kind, ErrorKind::usage);
  options.rank = Rank::relevance;
  EXPECT_EQ(before(w, x, options).error().kind, ErrorKind::usage);
  options.rank = Rank::recency;
  for (const char* text : {"x", "bt.1", "bt.....", "bt.zz.0.0.0.1"}) {
    options.from = text;
    EXPECT_EQ(before(w, x, options).error().kind, ErrorKind::usage) << text;
  }
}

// The points of link and actors by looking at everything; time and sources by their own functions, which the cases
// below test.
TEST(Relevance, points_are_those_of_counting_on_random_graphs) {
  std::size_t shared = 0, stated = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const EventId x = std::next(w.events.begin(), seed % w.events.size())->first;
    BeforeOptions options;
    options.limit = 0, options.rank = Rank::relevance;
    const bool back = seed % 2 == 0;
    const Result<Answer> answer = ask(w, x, options, back);
    int last = 1000;
    for (const AnswerItem& item : answer->items) {
      ASSERT_TRUE(item.relevance);
      int points = 0;
      const EventRow mine = MemorySource::row_of(item.event), asked = MemorySource::row_of(w.events.at(x));
      for (const ActorId actor : mine.actors) {
        if (!std::binary_search(asked.actors.begin(), asked.actors.end(), actor)) continue;
        double events = 0;
        for (const auto& [id, e] : w.events) {
          const EventRow row = MemorySource::row_of(e);
          events += std::binary_search(row.actors.begin(), row.actors.end(), actor);
        }
        points += 30 / static_cast<int>(std::max(1.0, std::floor(std::log2(events))));
      }
      ASSERT_EQ(item.relevance->actors, std::min(40, points)) << seed;
      const bool linked = std::any_of(w.links.begin(), w.links.end(), [&](const Link& l) {
        return (l.from == x && l.to == mine.event) || (l.to == x && l.from == mine.event);
      });
      if (!linked) {
        ASSERT_LT(item.relevance->link, 40) << seed;
      }
      ASSERT_LE(item.relevance->score(), last);
      last = item.relevance->score();
      shared += points > 0, stated += item.relevance->link > 0;
    }
    options.rank = Rank::recency;
    const Result<Answer> by_time = ask(w, x, options, back);
    std::vector<EventId> a = ids_of(*answer), b = ids_of(*by_time);
    std::sort(a.begin(), a.end()), std::sort(b.begin(), b.end());
    ASSERT_EQ(a, b) << seed;
  }
  EXPECT_GT(shared, 1000u);
  EXPECT_GT(stated, 200u);
}

std::vector<std::string> by_relevance(const testing::World& w, EventId x) {
  BeforeOptions options;
  options.rank = Rank::relevance;
  std::vector<std::string> phrases;
  const auto answer = before(w, x, options);
  if (!answer) return {to_string(answer.error())};
  for (const AnswerItem& item : answer->items) phrases.push_back(item.event.phrase);
  return phrases;
}

TEST(Relevance, a_rare_actor_in_common_counts_more_than_one_in_all_the_news) {
  testing::World w;
  for (int i = 1; i <= 9; ++i)
    w.add({.name = "speech", .when = "2030-01-01", .actors = {"Minister"}, .document = "s" + std::to_string(i)});
  w.add({.name = "audience", .when = "2031-03-03", .actors = {"Minister"}, .document = "a"});
  w.add({.name = "threat", .when = "2031-02-20", .actors = {"Ana"}, .document = "b"});
  const EventId x =
      w.add({.name = "attack", .when = "2031-03-05", .actors = {"Ana"}, .recipients = {"Minister"}, .document = "x"});
  EXPECT_EQ(by_relevance(w, x)[0], "threat");
  EXPECT_EQ(by_relevance(w, x)[1], "audience");
}

TEST(Relevance, what_a_source_puts_before_it_comes_first) {
  testing::World w;
  w.add({.name = "talk", .when = "2031-03-04", .actors = {"Ana"}, .document = "a"});
  const EventId march = w.add({.name = "march", .when = "2031-02-01", .actors = {"Bor"}, .document = "b"});
  const EventId x = w.add({.name = "attack", .when = "2031-03-05", .actors = {"Ana"}, .document = "x"});
  w.link(march, Relation::before, x);
  EXPECT_EQ(by_relevance(w, x), (std::vector<std::string>{"march", "talk"}));
}

TEST(Relevance, of_two_alike_the_nearer_and_the_better_told_come_first) {
  testing::World w;
  w.add({.name = "visit", .when = "2031-01-05", .actors = {"Ana"}, .document = "a"});
  const EventId raid = w.add({.name = "raid", .when = "2031-03-01", .actors = {"Ana"}, .document = "b"});
  w.add({.name = "call", .when = "2031-03-01", .actors = {"Ana"}, .document = "c"});
  const EventId x = w.add({.name = "attack", .when = "2031-03-05", .actors = {"Ana"}, .document = "x"});
  w.add({.name = "storm",
         .when = "2032-01-01",
         .document = "d",
         .sentence = "Another paper tells of the raid at length."});
  w.events[raid].mentions.push_back({ClaimId{7}, "d", {0, 7}, "Another", {0, 7}});
  EXPECT_EQ(by_relevance(w, x), (std::vector<std::string>{"raid", "call", "visit"}));
  BeforeOptions options;
  options.rank = Rank::relevance, options.limit = 1;
  const Result<Answer> answer = before(w, x, options);
  const std::vector<std::string>& reasons = answer->items[0].reasons;
  EXPECT_NE(std::find(reasons.begin(), reasons.end(),
                      "relevance 26: Ana is in 4 events (15), 4 days apart at most (6), 2 independent sources (5)"),
            reasons.end())
      << ::testing::PrintToString(reasons);
}

TEST(Relevance, points_fall_with_every_doubling) {
  EXPECT_EQ(points_of_rarity(2), 30);
  EXPECT_EQ(points_of_rarity(4), 15);
  EXPECT_EQ(points_of_rarity(1024), 3);
  const auto days = [](const char* a, const char* b) {
    Bounds from = within({testing::day(a), testing::day(a) + seconds{86400}});
    Bounds to = within({testing::day(b), testing::day(b) + seconds{86400}});
    return days_between(from, to);
  };
  EXPECT_EQ(days("2031-03-05", "2031-03-05"), 0);
  EXPECT_EQ(days("2031-03-05", "2031-03-06"), 1);
  EXPECT_EQ(days_between({}, {}), std::nullopt);
  EXPECT_EQ(points_of_days(0), 20);
  EXPECT_EQ(points_of_days(1), 10);
  EXPECT_EQ(points_of_days(365), 2);
  EXPECT_EQ(points_of_days(std::nullopt), 0);
}

}  // namespace
}  // namespace forewhen
