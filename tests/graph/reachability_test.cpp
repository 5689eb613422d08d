// SPDX-License-Identifier: Apache-2.0
// Chains back in time against a walk over all chains, and what lies near a vertex.
#include "forewhen/graph/reachability.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

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

struct Asked {
  int hops = 1;
  bool actors_only = false, forward = false;
  std::optional<ActorId> via;
};

bool both_have(const Event& a, const Event& b, std::optional<ActorId> actor) {
  const auto has = [&](const Event& e) {
    return std::any_of(e.participants.begin(), e.participants.end(),
                       [&](const EventParticipant& p) { return p.actor == actor; });
  };
  return !actor || (has(a) && has(b));
}

// Time turned round.
std::pair<Instant, Instant> start_of(const Event& e, bool forward) {
  const auto turned = [](Instant t) {
    return is_open(t) ? (t == kOpenPast ? kOpenFuture : kOpenPast) : Instant{-t.time_since_epoch()};
  };
  const Bounds& b = e.bounds;
  return forward ? std::pair(turned(b.latest_start), turned(b.earliest_start))
                 : std::pair(b.earliest_start, b.latest_start);
}

struct Best {
  int possible = 0, definite = 0;  // steps of the shortest chain of each kind; 0 for none
};

// Starts can be chosen in order: going back from the seed, every start as late as it can be.
void walk(const MemorySource& w, std::vector<EventId>& chain, Instant room, bool definite, bool through,
          const Asked& asked, std::map<EventId, Best>& best) {
  if (chain.size() > static_cast<std::size_t>(asked.hops)) return;
  const Event& from = w.events.at(chain.back());
  for (const auto& [id, e] : w.events) {
    if (std::find(chain.begin(), chain.end(), id) != chain.end()) continue;
    const Certainty certainty =
        asked.forward ? step(w, from, e, asked.actors_only) : step(w, e, from, asked.actors_only);
    const auto [earliest, latest] = start_of(e, asked.forward);
    if (certainty == Certainty::no || earliest >= room) continue;
    const bool all_definite = definite && certainty == Certainty::definite;
    const int steps = static_cast<int>(chain.size());
    const bool now_through = through || both_have(from, e, asked.via);
    Best none, &known = now_through ? best[id] : none;
    if (known.possible == 0 || steps < known.possible) known.possible = steps;
    if (all_definite && (known.definite == 0 || steps < known.definite)) known.definite = steps;
    chain.push_back(id);
    walk(w, chain, std::min(room, latest), all_definite, now_through, asked, best);
    chain.pop_back();
  }
}

// The chain that is told must itself be one.
void check_path(const MemorySource& w, const EventWindow& window, EventId seed, const Chain& chain,
                const Asked& asked) {
  EventId from = seed;
  Instant room = start_of(w.events.at(seed), asked.forward).second;
  bool through = !asked.via;
  std::set<EventId> seen{seed};
  for (const Vertex v : chain.path) {
    const Event& e = w.events.at(EventId{window.csr[v].id});
    const Event& last = w.events.at(from);
    const Certainty certainty =
        asked.forward ? step(w, last, e, asked.actors_only) : step(w, e, last, asked.actors_only);
    ASSERT_TRUE(seen.insert(e.id).second);
    through |= both_have(last, e, asked.via);
    ASSERT_NE(certainty, Certainty::no);
    if (chain.definite) {
      ASSERT_EQ(certainty, Certainty::definite);
    }
    const auto [earliest, latest] = start_of(e, asked.forward);
    ASSERT_LT(earliest, room);
    room = std::min(room, latest);
    from = e.id;
  }
  ASSERT_EQ(chain.path.back(), chain.event);
  ASSERT_TRUE(through);
}

TEST(Reachability, chains_are_those_of_brute_force_on_random_graphs) {
  std::size_t found = 0, long_ones = 0, longer_definite = 0, forth = 0, via = 0;
  for (unsigned seed = 0; seed < 8000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    const EventId start = std::next(w.events.begin(), seed % w.events.size())->first;
    Asked asked{1 + static_cast<int>(seed % 4), seed % 5 == 0, seed % 7 < 3, {}};
    if (seed % 3 == 0) asked.via = ActorId{1 + seed / 3 % 2};
    std::map<EventId, Best> best;
    std::vector<EventId> chain{start};
    walk(w, chain, start_of(w.events.at(start), asked.forward).second, true, !asked.via, asked, best);
    std::erase_if(best, [](const auto& one) { return one.second.possible == 0; });
    WindowOptions load;
    load.seed = start, load.hops = asked.hops, load.back_only = !asked.forward && seed % 2 == 0;
    const EventWindow window = load_window(w, load).value();
    ChainOptions options{asked.hops, asked.actors_only, asked.forward, {}};
    if (asked.via && !window.find(*asked.via)) {
      ASSERT_TRUE(best.empty());
      continue;
    }
    if (asked.via) options.via = {*window.find(*asked.via)};
    const std::vector<Chain> chains = find_chains(window, *window.find(start), options);
    ASSERT_EQ(chains.size(), best.size()) << seed;
    for (const Chain& one : chains) {
      const Best& expected = best.at(EventId{window.csr[one.event].id});
      ASSERT_EQ(one.definite, expected.definite > 0) << seed;
      ASSERT_EQ(one.path.size(), static_cast<std::size_t>(one.definite ? expected.definite : expected.possible))
          << seed;
      check_path(w, window, start, one, asked);
      ++found;
      forth += asked.forward, via += asked.via.has_value();
      long_ones += one.path.size() > 1;
      longer_definite += expected.definite > expected.possible;
    }
  }
  EXPECT_GT(found, 5000u);
  EXPECT_GT(long_ones, 500u);
  EXPECT_GT(longer_definite, 5u);
  EXPECT_GT(forth, 2000u);
  EXPECT_GT(via, 1000u);
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
  const std::vector<Chain> chains = find_chains(window, *window.find(x), {2, false, false, {}});
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
