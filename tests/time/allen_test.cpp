// SPDX-License-Identifier: Apache-2.0
// Allen's relations between bounds, against every choice of four ends.
#include "forewhen/time/allen.h"

#include <gtest/gtest.h>

#include <random>

namespace forewhen {
namespace {

constexpr int kParts = 5;  // of a second: room for four ends between two bounds

Instant at(int t) { return Instant{seconds{t}}; }

Bounds random_bounds(std::mt19937& random) {
  const auto pick = [&](int n) { return static_cast<int>(random() % n); };
  while (true) {
    Bounds b;
    if (pick(5)) b.earliest_start = at(pick(3));
    if (pick(5)) b.latest_start = at(1 + pick(3));
    if (pick(5)) b.earliest_end = at(pick(3));
    if (pick(5)) b.latest_end = at(1 + pick(3));
    if (is_consistent(b)) return b;
  }
}

// By the definitions, on numbers.
AllenRelation relation_of(int as, int ae, int xs, int xe) {
  using enum AllenRelation;
  if (ae < xs) return before;
  if (ae == xs) return meets;
  if (as > xe) return after;
  if (as == xe) return met_by;
  if (as == xs) return ae == xe ? equals : ae < xe ? starts : started_by;
  if (ae == xe) return as > xs ? finishes : finished_by;
  if (as > xs) return ae < xe ? during : overlapped_by;
  return ae > xe ? contains : overlaps;
}

AllenSet by_trying(const Bounds& a, const Bounds& x) {
  const auto starts_at = [](const Bounds& b, int t) {
    return (b.earliest_start == kOpenPast || t >= b.earliest_start.time_since_epoch().count() * kParts) &&
           (b.latest_start == kOpenFuture || t < b.latest_start.time_since_epoch().count() * kParts);
  };
  const auto ends_at = [](const Bounds& b, int t) {
    return (b.earliest_end == kOpenPast || t > b.earliest_end.time_since_epoch().count() * kParts) &&
           (b.latest_end == kOpenFuture || t <= b.latest_end.time_since_epoch().count() * kParts);
  };
  const auto intervals = [&](const Bounds& b) {
    std::vector<std::pair<int, int>> found;
    for (int s = -kParts; s <= 4 * kParts; ++s)
      for (int e = s + 1; e <= 4 * kParts; ++e)
        if (starts_at(b, s) && ends_at(b, e)) found.emplace_back(s, e);
    return found;
  };
  AllenSet found = 0;
  const auto of_x = intervals(x);
  for (const auto& [as, ae] : intervals(a))
    for (const auto& [xs, xe] : of_x) found |= set_of(relation_of(as, ae, xs, xe));
  return found;
}

TEST(Allen, possible_relations_are_those_of_all_choices) {
  std::size_t definite = 0;
  for (unsigned seed = 0; seed < 1500; ++seed) {
    std::mt19937 random(seed);
    const Bounds a = random_bounds(random), x = random_bounds(random);
    const AllenSet possible = possible_relations(a, x);
    ASSERT_EQ(possible, by_trying(a, x)) << "seed " << seed;
    definite += (possible & (possible - 1)) == 0;
    // The converse relation stands at the other end of the list.
    const AllenSet turned = possible_relations(x, a);
    for (int i = 0; i < kAllenRelations; ++i) EXPECT_EQ(possible >> i & 1, turned >> (kAllenRelations - 1 - i) & 1);
  }
  EXPECT_GT(definite, 20u);
}

TEST(Allen, names) {
  for (int i = 0; i < kAllenRelations; ++i) {
    const auto relation = static_cast<AllenRelation>(i);
    EXPECT_EQ(parse_allen(name_of(relation)), relation);
  }
  EXPECT_EQ(parse_allen("met-by"), AllenRelation::met_by);
  EXPECT_EQ(parse_allen("near"), std::nullopt);
}

TEST(Allen, a_set_holds_definitely_when_nothing_else_may_be) {
  const Bounds a = within({at(10), at(20)}), x = within({at(0), at(100)});
  EXPECT_EQ(holds(possible_relations(a, within({at(30), at(40)})), set_of(AllenRelation::before)), Certainty::definite);
  EXPECT_EQ(holds(possible_relations(a, x), kSharesTime), Certainty::possible);
  EXPECT_EQ(holds(possible_relations(a, within({at(30), at(40)})), kSharesTime), Certainty::no);
  const Bounds whole{at(0), at(1), at(99), at(100)};
  EXPECT_EQ(holds(possible_relations(a, whole), kWithin), Certainty::definite);
}

}  // namespace
}  // namespace forewhen
