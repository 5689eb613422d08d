// SPDX-License-Identifier: Apache-2.0
// Chains back in time against a walk over all chains, and what lies near a vertex.
#include "forewhen/graph/reachability.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;

bool share_actor(const Event& a, const Event& b) {
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const EventParticipant& p) {
    return std::any_of(b.participants.begin(), b.participants.end(),
                       [&](const EventParticipant& q) { return p.actor == q.actor; });
  });
}

// Whether a step from `later` back to `earlier` exists and how certain its order is.
Certainty step(const MemorySource& w, const Event& earlier, const Event& later, bool actors_only) {
  bool tie = share_actor(earlier, later), said_first = false, said_not = false;
  if (!actors_only && earlier.place && later.place && earlier.place->place == later.place->place) tie = true;
  for (const Link& l : w.links) {
    const bool forward = l.from == earlier.id && l.to == later.id, backward = l.from == later.id && l.to == earlier.id;
    if (!forward && !backward) continue;
    tie |= !actors_only;
    said_first |= forward && l.relation == Relation::before;
    said_not |= backward || l.relation == Relation::simultaneous;
  }
  if (!tie) return Certainty::no;
  const Certainty by_dates = precedes(earlier.bounds, later.bounds);
  if (by_dates != Certainty::possible || (said_first && said_not)) return by_dates;
  return said_first ? Certainty::definite : said_not ? Certainty::no : Certainty::possible;
}

struct Best {
  int possible = 0, definite = 0;  // steps of the shortest chain of each kind; 0 for none
};

// Starts can be chosen in order: going back from the seed, every start as late as it can be.
void walk(const MemorySource& w, std::vector<EventId>& chain, Instant room, bool definite, int hops, bool actors_only,
          std::map<EventId, Best>& best) {
  if (hops == 0) return;
  const Event& from = w.events.at(chain.back());
  for (const auto& [id, e] : w.events) {
    if (std::find(chain.begin(), chain.end(), id) != chain.end()) continue;
    const Certainty certainty = step(w, e, from, actors_only);
    if (certainty == Certainty::no || e.bounds.earliest_start >= room) continue;
    const bool all_definite = definite && certainty == Certainty::definite;
    const int steps = static_cast<int>(chain.size());
    Best& known = best[id];
    if (known.possible == 0 || steps < known.possible) known.possible = steps;
    if (all_definite && (known.definite == 0 || steps < known.definite)) known.definite = steps;
    chain.push_back(id);
    walk(w, chain, std::min(room, e.bounds.latest_start), all_definite, hops - 1, actors_only, best);
    chain.pop_back();
  }
}

// The chain that is told must itself be one.
void check_path(const MemorySource& w, const EventWindow& window, EventId seed, const Chain& chain, bool actors_only) {
  EventId from = seed;
  Instant room = w.events.at(seed).bounds.latest_start;
  for (const Vertex v : chain.path) {
    const Event& e = w.events.at(EventId{window.csr[v].id});
    const Certainty certainty = step(w, e, w.events.at(from), actors_only);
    ASSERT_NE(certainty, Certainty::no);
    if (chain.definite) {
      ASSERT_EQ(certainty, Certainty::definite);
    }
    ASSERT_LT(e.bounds.earliest_start, room);
    room = std::min(room, e.bounds.latest_start);
    from = e.id;
  }
  ASSERT_EQ(chain.path.back(), chain.event);
}

TEST(Reachability, chains_are_those_of_brute_force_on_random_graphs) {
  std::size_t found = 0, long_ones = 0, longer_definite = 0;
  for (unsigned seed = 0; seed < 4000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const EventId start = std::next(w.events.begin(), seed % w.events.size())->first;
    const ChainOptions options{1 + static_cast<int>(seed % 4), seed % 5 == 0};
    std::map<EventId, Best> best;
    std::vector<EventId> chain{start};
    walk(w, chain, w.events.at(start).bounds.latest_start, true, options.hops, options.actors_only, best);
    WindowOptions load;
    load.seed = start, load.hops = options.hops, load.back_only = seed % 2 == 0;
    const EventWindow window = load_window(w, load).value();
    const std::vector<Chain> chains = chains_back(window, *window.find(start), options);
    ASSERT_EQ(chains.size(), best.size()) << seed;
    for (const Chain& one : chains) {
      const Best& expected = best.at(EventId{window.csr[one.event].id});
      ASSERT_EQ(one.definite, expected.definite > 0) << seed;
      ASSERT_EQ(one.path.size(), static_cast<std::size_t>(one.definite ? expected.definite : expected.possible))
          << seed;
      check_path(w, window, start, one, options.actors_only);
      ++found;
      long_ones += one.path.size() > 1;
      longer_definite += expected.definite > expected.possible;
    }
  }
  EXPECT_GT(found, 5000u);
  EXPECT_GT(long_ones, 500u);
  EXPECT_GT(longer_definite, 5u);
}

TEST(Reachability, a_chain_needs_times_for_all_of_it_at_once) {
  testing::World w;
  // Each may come before the next, but the first lies wholly after the last.
  const EventId x = w.add({.name = "attack", .when = "2031-03-05", .actors = {"Ana"}, .document = "a"});
  w.add({.name = "stay", .when = "2031-03", .actors = {"Ana", "Bor"}, .document = "b"});
  w.add({.name = "call", .when = "2031-03-09", .actors = {"Bor"}, .document = "c"});
  w.add({.name = "talk", .when = "2031-03-02", .actors = {"Bor"}, .document = "d"});
  WindowOptions load;
  load.seed = x, load.hops = 2;
  const EventWindow window = load_window(w, load).value();
  const std::vector<Chain> chains = chains_back(window, *window.find(x), {2, false});
  ASSERT_EQ(chains.size(), 2u);  // stay, and talk by way of it; not the call
  for (const Chain& chain : chains) EXPECT_FALSE(chain.definite);
}

TEST(Reachability, near_vertices_come_by_distance) {
  testing::World w;
  const EventId x = w.add({.name = "attack", .when = "2031-03-05", .actors = {"Ana"}, .document = "a"});
  const EventId stay =
      w.add({.name = "stay", .when = "2031-03", .actors = {"Ana", "Bor"}, .place = "Velmora", .document = "b"});
  const EventWindow window = load_window(w).value();
  const std::vector<NearVertex> near = neighbourhood(window, *window.find(x), 2);
  ASSERT_EQ(near.size(), 3u);
  EXPECT_EQ(near[1].vertex, *window.find(actor_id("Ana")));
  EXPECT_EQ(near[2].vertex, *window.find(stay));
  EXPECT_EQ(near[2].distance, 2);
  EXPECT_EQ(neighbourhood(window, *window.find(x), 3).size(), 5u);
  EXPECT_EQ(neighbourhood(window, *window.find(x), 0).size(), 1u);
}

}  // namespace
}  // namespace forewhen
