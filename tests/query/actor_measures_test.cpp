// SPDX-License-Identifier: Apache-2.0
// Which events count, and what is said of the actors; the measures themselves are proved in tests/graph.
#include "forewhen/query/actor_measures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "forewhen/graph/actor_network.h"
#include "query/admission.h"
#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;
using testing::World;

World port() {
  World w;
  w.add({.name = "theft", .when = "2031-01-01", .actors = {"Ana", "Bor"}, .document = "a"});
  w.add({.name = "sale", .when = "2031-01-02", .actors = {"Ana"}, .recipients = {"Cyl"}, .document = "b"});
  w.add({.name = "trip", .when = "2031-01-03", .actors = {"Cyl", "Dor"}, .document = "c"});
  w.add(
      {.name = "plan", .when = "2031-01-04", .actors = {"Dor", "Eva"}, .document = "d", .modality = Modality::planned});
  w.add({.name = "walk", .when = "2031-01-05", .actors = {"Fil"}, .document = "e"});
  return w;
}

std::vector<std::string> names(const MeasureAnswer& answer) {
  std::vector<std::string> found;
  for (const MeasuredActor& one : answer.actors) found.push_back(one.actor.name);
  return found;
}

std::set<std::string> sorted_names(const MeasureAnswer& answer) {
  const auto found = names(answer);
  return {found.begin(), found.end()};
}

TEST(ActorMeasures, of_all_that_happened) {
  const World w = port();
  const MeasureAnswer answer = measure_actors(w).value();
  EXPECT_EQ(sorted_names(answer), (std::set<std::string>{"Ana", "Bor", "Cyl", "Dor", "Fil"}));
  EXPECT_EQ(answer.of_events, 4u);
  EXPECT_EQ(answer.pairs, 3u);
  EXPECT_EQ(answer.components, 2u);
  EXPECT_EQ(answer.left_out.planned, 1u);
  EXPECT_EQ(answer.sources, 5u);
  // Bor - Ana - Cyl - Dor: two pairs lead through each of the middle ones, of (5-1)(5-2)/2.
  for (const MeasuredActor& one : answer.actors) {
    const bool middle = one.actor.name == "Ana" || one.actor.name == "Cyl";
    EXPECT_DOUBLE_EQ(one.betweenness, middle ? 2.0 / 6 : 0) << one.actor.name;
    EXPECT_EQ(one.component, one.actor.name == "Fil" ? 2u : 1u);
    EXPECT_EQ(one.partners, one.actor.name == "Fil" ? 0u : middle ? 2u : 1u);
  }
}

TEST(ActorMeasures, around_an_actor_or_an_event_by_steps) {
  const World w = port();
  MeasureOptions options;
  options.around = resolve_path_end(w, "Bor").value();
  EXPECT_EQ(sorted_names(measure_actors(w, options).value()), (std::set<std::string>{"Ana", "Bor"}));
  options.hops = 2;
  EXPECT_EQ(sorted_names(measure_actors(w, options).value()), (std::set<std::string>{"Ana", "Bor", "Cyl"}));
  options.hops = 9;
  EXPECT_EQ(sorted_names(measure_actors(w, options).value()), (std::set<std::string>{"Ana", "Bor", "Cyl", "Dor"}));
  options.filter.all_modalities = true;
  EXPECT_EQ(measure_actors(w, options)->of_actors, 5u);
  options = {};
  for (const auto& [id, event] : w.events) {
    if (event.phrase == "trip") options.around = PathEnd{"trip", {}, id};
  }
  EXPECT_EQ(sorted_names(measure_actors(w, options).value()), (std::set<std::string>{"Ana", "Cyl", "Dor"}));
}

TEST(ActorMeasures, the_order_and_the_limit) {
  const World w = port();
  MeasureOptions options;
  options.limit = 2;
  for (const ActorMeasure by :
       {ActorMeasure::page_rank, ActorMeasure::betweenness, ActorMeasure::partners, ActorMeasure::events}) {
    options.by = by;
    const MeasureAnswer answer = measure_actors(w, options).value();
    EXPECT_EQ(sorted_names(answer), (std::set<std::string>{"Ana", "Cyl"})) << name_of(by);
    EXPECT_EQ(answer.more, 3u);
    EXPECT_EQ(parse_actor_measure(name_of(by)), by);
  }
  EXPECT_FALSE(parse_actor_measure("rank"));
  MemorySource empty;
  EXPECT_TRUE(measure_actors(empty)->actors.empty());
}

// Events reached by steps, by looking at all of them again and again.
std::vector<EventRow> brute_rows(const MemorySource& w, std::set<ActorId> reached, int hops,
                                 const EventFilter& filter) {
  std::vector<EventRow> rows;
  const Admission admission = Admission::make(w, filter).value();
  for (int hop = 0; hop < hops; ++hop) {
    for (const EventRow& row : rows) reached.insert(row.actors.begin(), row.actors.end());
    rows.clear();
    for (const auto& [id, event] : w.events) {
      const EventRow row = MemorySource::row_of(event);
      const bool met =
          std::any_of(row.actors.begin(), row.actors.end(), [&](ActorId a) { return reached.contains(a); });
      if (met && admission.judge(row) == Verdict::in) rows.push_back(row);
    }
  }
  return rows;
}

TEST(ActorMeasures, are_those_of_the_events_that_brute_force_finds) {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const MemorySource w = testing::random_world(seed);
    if (w.actors.empty()) continue;
    MeasureOptions options;
    options.limit = 0, options.hops = 1 + static_cast<int>(seed % 3);
    if (seed % 2) options.filter.window = {Instant{seconds{20}}, Instant{seconds{90}}};
    options.filter.all_modalities = seed % 5 == 0;
    const ActorId start = w.actors.rbegin()->first;
    options.around = PathEnd{"", {start}, std::nullopt};
    const MeasureAnswer answer = measure_actors(w, options).value();
    const ActorNetwork network = network_of(brute_rows(w, {start}, options.hops, options.filter));
    ASSERT_EQ(answer.of_events, network.events) << seed;
    ASSERT_EQ(answer.actors.size(), network.size()) << seed;
    const std::vector<double> ranks = page_rank(network);
    const std::vector<std::uint32_t> circles = communities(network);
    for (std::size_t i = 0; i < answer.actors.size(); ++i) {
      const MeasuredActor& one = answer.actors[i];
      const std::uint32_t v = network.find(one.actor.id).value();
      ASSERT_EQ(one.page_rank, ranks[v]);
      ASSERT_EQ(one.events, network.csr[v].events);
      ASSERT_EQ(one.partners, boost::out_degree(v, network.csr));
      ASSERT_EQ(one.community, circles[v]);
      if (i > 0) ASSERT_GE(answer.actors[i - 1].page_rank, one.page_rank);
    }
  }
}

}  // namespace
}  // namespace forewhen
