// SPDX-License-Identifier: Apache-2.0
// The events that are selected without reading them are those that are listed, in the same order.
#include "forewhen/query/selection.h"

#include <gtest/gtest.h>

#include "tests/query/random_world.h"

namespace forewhen {
namespace {

std::vector<EventId> ids_of(const Listing& listing) {
  std::vector<EventId> ids;
  for (const Event& event : listing.events) ids.push_back(event.id);
  return ids;
}

TEST(Selection, IsTheListWithoutItsEvents) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const auto world = testing::random_world(seed);
    for (const std::size_t limit : {0, 1, 3, 1000}) {
      for (const bool all : {false, true}) {
        ListOptions options;
        options.limit = limit;
        options.filter.all_modalities = all;
        const auto listing = list_events(world, options);
        const auto selection = select_events(world, options);
        ASSERT_TRUE(listing);
        ASSERT_TRUE(selection);
        EXPECT_EQ(selection->events, ids_of(*listing)) << "seed " << seed << " limit " << limit;
      }
    }
  }
}

}  // namespace
}  // namespace forewhen
