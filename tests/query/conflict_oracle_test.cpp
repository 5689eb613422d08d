// SPDX-License-Identifier: Apache-2.0
// The smallest contradictory sets against a search that tries every start of every event and every set of statements.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "query/conflict_network.h"

namespace forewhen {
namespace {

using Set = std::set<std::size_t>;
using Random = std::mt19937;

Instant at(std::int64_t t) { return Instant{seconds{t}}; }

// Dates lie on multiples of 10; between two of them there is room for every order of five events.
constexpr int kTimes = 5, kStep = 10;

StatementNetwork random_network(Random& random) {
  const auto pick = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  StatementNetwork network;
  network.events = 2 + pick(3);
  for (int n = 2 + pick(4); n > 0; --n) {
    const int from = pick(kTimes - 1), to = from + 1 + pick(kTimes - from - 1);
    Bounds bounds = within({at(from * kStep), at(to * kStep)});
    if (pick(4) == 0) bounds.earliest_start = bounds.earliest_end = kOpenPast;
    if (pick(4) == 0) bounds.latest_start = bounds.latest_end = kOpenFuture;
    network.dates.push_back({static_cast<std::size_t>(pick(static_cast<int>(network.events))), bounds});
  }
  for (int n = pick(6); n > 0; --n) {
    NetworkLink link;
    link.from = pick(static_cast<int>(network.events));
    link.to = pick(static_cast<int>(network.events));
    const int kind = pick(3);
    link.strict = kind == 0, link.both = kind == 2;
    network.links.push_back(link);
  }
  return network;
}

// Bit i: statement i holds.
std::uint32_t holding(const StatementNetwork& network, const std::vector<int>& starts) {
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < network.dates.size(); ++i) {
    const NetworkDate& date = network.dates[i];
    const Instant start = at(starts[date.event]);
    if (start >= date.bounds.earliest_start && start < date.bounds.latest_start) mask |= 1u << i;
  }
  for (std::size_t i = 0; i < network.links.size(); ++i) {
    const NetworkLink& link = network.links[i];
    const int from = starts[link.from], to = starts[link.to];
    const bool holds = link.both ? from == to : link.strict ? from < to : from <= to;
    if (holds) mask |= 1u << (network.dates.size() + i);
  }
  return mask;
}

// Every set of which no choice of starts makes all true, but of which every part one statement smaller can be true.
std::set<Set> by_trying(const StatementNetwork& network) {
  std::vector<int> times;  // every date, and after it as many instants as there are events
  for (int t = -1; t < kTimes; ++t)
    for (std::size_t k = 0; k < network.events; ++k) times.push_back(t * kStep + static_cast<int>(k));
  std::set<std::uint32_t> worlds;
  std::vector<std::size_t> choice(network.events, 0);
  while (true) {
    std::vector<int> starts;
    for (const std::size_t c : choice) starts.push_back(times[c]);
    worlds.insert(holding(network, starts));
    std::size_t place = 0;
    while (place < choice.size() && ++choice[place] == times.size()) choice[place++] = 0;
    if (place == choice.size()) break;
  }
  const auto possible = [&](std::uint32_t set) {
    return std::any_of(worlds.begin(), worlds.end(), [&](std::uint32_t world) { return (set & ~world) == 0; });
  };
  const std::size_t n = network.dates.size() + network.links.size();
  std::set<Set> out;
  for (std::uint32_t set = 1; set < 1u << n; ++set) {
    if (possible(set)) continue;
    Set members;
    bool least = true;
    for (std::size_t i = 0; i < n; ++i) {
      if (!(set >> i & 1)) continue;
      members.insert(i);
      least = least && possible(set & ~(1u << i));
    }
    if (least) out.insert(members);
  }
  return out;
}

TEST(ConflictNetwork, FindsExactlyTheSmallestContradictorySets) {
  std::size_t sets = 0, largest = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    Random random(seed);
    const StatementNetwork network = random_network(random);
    const MinimalSets found = minimal_conflicts(network, 1'000'000);
    ASSERT_FALSE(found.at_least);
    std::set<Set> as_sets;
    for (const auto& set : found.sets) as_sets.insert(Set(set.begin(), set.end()));
    ASSERT_EQ(as_sets.size(), found.sets.size()) << "one twice, seed " << seed;
    ASSERT_EQ(as_sets, by_trying(network)) << "seed " << seed;
    sets += as_sets.size();
    for (const Set& set : as_sets) largest = std::max(largest, set.size());
  }
  EXPECT_GT(sets, 400u);  // the networks are worth the trial
  EXPECT_GE(largest, 4u);
}

TEST(ConflictNetwork, EndsContradictEachOtherToo) {
  StatementNetwork network;
  network.events = 1;
  // It began in [0, 10) and was still so at 50; it began in [0, 10) and was over by 40.
  network.dates = {{0, since({at(0), at(10)}, at(50))}, {0, {at(0), at(10), at(0), at(40)}}};
  EXPECT_EQ(minimal_conflicts(network, 1000).sets, (std::vector<std::vector<std::size_t>>{{0, 1}}));
  network.dates[1].bounds.latest_end = at(60);
  EXPECT_TRUE(minimal_conflicts(network, 1000).sets.empty());
}

TEST(ConflictNetwork, SaysWhenItStopped) {
  StatementNetwork network;
  network.events = 6;
  for (std::size_t a = 0; a < network.events; ++a)
    for (std::size_t b = 0; b < network.events; ++b)
      if (a != b) network.links.push_back({a, b, true, false});
  EXPECT_TRUE(minimal_conflicts(network, 50).at_least);
  const MinimalSets all = minimal_conflicts(network, 10'000'000);
  EXPECT_FALSE(all.at_least);
  // No circle holds another, so all are smallest: 15 of two events, 40 of three, 90, 144 and 120.
  EXPECT_EQ(all.sets.size(), 409u);
  for (std::size_t i = 0; i < all.sets.size(); ++i) EXPECT_EQ(all.sets[i].size() == 2, i < 15);
}

}  // namespace
}  // namespace forewhen
