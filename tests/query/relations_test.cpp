// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/relations.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/query/random_world.h"

namespace forewhen {
namespace {

TEST(Relations, the_answer_is_every_event_whose_bounds_allow_it) {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 800; ++seed) {
    const testing::MemorySource w = testing::random_world(seed);
    std::mt19937 random(seed);
    const auto& [id, x] = *std::next(w.events.begin(), random() % w.events.size());
    RelationOptions options;
    options.wanted = static_cast<AllenSet>(1 + random() % 0x1FFF);
    options.filter.all_modalities = options.undated = true;
    std::map<EventId, Certainty> expected, got;
    for (const auto& [other, event] : w.events) {
      const Certainty certainty = holds(possible_relations(event.bounds, x.bounds), options.wanted);
      if (other != id && certainty != Certainty::no) expected[other] = certainty;
    }
    const auto answer = related(w, id, options);
    ASSERT_TRUE(answer.ok());
    for (const RelatedEvent& item : answer->items) got[item.event.id] = item.certainty;
    EXPECT_EQ(got, expected) << seed;
    options.limit = 1;
    const auto cut = related(w, id, options);
    EXPECT_EQ(cut->items.size() + cut->more, expected.size());
    for (const auto& [other, certainty] : expected)
      EXPECT_LE(certainty, cut->items.at(0).certainty);  // definite ones first
    found += got.size();
  }
  EXPECT_GT(found, 1000u);
}

}  // namespace
}  // namespace forewhen
