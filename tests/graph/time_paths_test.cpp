// SPDX-License-Identifier: Apache-2.0
// Paths through time against all walks of small random graphs, their instants tried one by one.
#include "forewhen/graph/time_paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace forewhen {
namespace {

Instant at(std::int64_t t) { return Instant{seconds{t}}; }
constexpr std::int64_t kFar = 1000000;  // stands for an open end when instants are tried

std::int64_t number(Instant t) {
  if (t == kOpenPast) return -kFar;
  return t == kOpenFuture ? kFar : t.time_since_epoch().count();
}

// Bounds on multiples of 100: hubs, contacts of one member, parallel ones, open ends.
ContactGraph random_graph(std::mt19937& random) {
  ContactGraph graph;
  graph.vertices = 2 + random() % 4;
  for (int n = static_cast<int>(random() % 8); n > 0; --n) {
    Contact contact;
    const int from = static_cast<int>(random() % 6);
    contact.earliest = at(from * 100), contact.latest = at((from + 1 + static_cast<int>(random() % 3)) * 100);
    if (random() % 8 == 0) contact.earliest = kOpenPast;
    if (random() % 8 == 0) contact.latest = kOpenFuture;
    for (int m = 1 + static_cast<int>(random() % 3); m > 0; --m)
      contact.members.push_back(random() % 3 == 0 ? 0 : static_cast<std::uint32_t>(random() % graph.vertices));
    std::sort(contact.members.begin(), contact.members.end());
    contact.members.erase(std::unique(contact.members.begin(), contact.members.end()), contact.members.end());
    graph.contacts.push_back(contact);
    if (random() % 6 == 0) graph.contacts.push_back(contact);
  }
  return graph;
}

// The last instant when all follow one another as early as can be, the first being `first` or later.
std::optional<std::int64_t> run_from(const ContactGraph& g, const std::vector<std::uint32_t>& contacts,
                                     std::int64_t first) {
  std::int64_t now = first - 1;
  for (const std::uint32_t c : contacts) {
    now = std::max(now + 1, number(g.contacts[c].earliest));
    if (now >= number(g.contacts[c].latest)) return std::nullopt;
  }
  return now;
}

bool is_path(const ContactGraph& g, const std::vector<std::uint32_t>& contacts, bool certain) {
  if (!certain) return run_from(g, contacts, -kFar).has_value();
  for (std::size_t i = 0; i + 1 < contacts.size(); ++i)
    if (g.contacts[contacts[i]].latest > g.contacts[contacts[i + 1]].earliest) return false;
  return true;
}

void walk(const ContactGraph& g, std::uint32_t to, bool certain, TimePath& path, std::vector<TimePath>& found) {
  if (path.vertices.back() == to) {
    if (is_path(g, path.contacts, certain)) found.push_back(path);
    return;
  }
  for (std::uint32_t c = 0; c < g.contacts.size(); ++c) {
    const auto& members = g.contacts[c].members;
    if (std::find(path.contacts.begin(), path.contacts.end(), c) != path.contacts.end()) continue;
    if (std::find(members.begin(), members.end(), path.vertices.back()) == members.end()) continue;
    for (const std::uint32_t m : members) {
      if (std::find(path.vertices.begin(), path.vertices.end(), m) != path.vertices.end()) continue;
      path.contacts.push_back(c), path.vertices.push_back(m);
      walk(g, to, certain, path, found);
      path.contacts.pop_back(), path.vertices.pop_back();
    }
  }
}

// Rounded down to the hundreds between which instants are tried.
std::int64_t hundreds(std::int64_t t) { return t >= 0 ? t / 100 : -((-t + 99) / 100); }

// The value of a path in hundreds, by trying instants; less is better.
std::int64_t value_of(const ContactGraph& g, const TimePath& path, PathMeasure measure, bool certain) {
  const Contact &first = g.contacts[path.contacts.front()], &last = g.contacts[path.contacts.back()];
  if (measure == PathMeasure::shortest) return static_cast<std::int64_t>(path.contacts.size());
  if (certain) {
    if (measure == PathMeasure::earliest) return number(last.latest) / 100;
    if (measure == PathMeasure::latest) return -number(first.earliest) / 100;
    if (is_open(first.earliest) || is_open(last.latest)) return kFar;
    return (number(last.latest) - number(first.earliest)) / 100;
  }
  if (measure == PathMeasure::earliest) return hundreds(*run_from(g, path.contacts, -kFar));
  std::int64_t latest = -2 * kFar, quickest = 4 * kFar;
  std::vector<std::int64_t> starts{-kFar, kFar - 1, kFar - 10};
  for (std::int64_t t = -20; t <= 1000; ++t) starts.push_back(t);
  for (const std::int64_t start : starts) {
    if (start < number(first.earliest) || start >= number(first.latest)) continue;
    const auto end = run_from(g, path.contacts, start);
    if (!end) continue;
    latest = std::max(latest, start);
    quickest = std::min(quickest, *end - start);
  }
  return measure == PathMeasure::latest ? -hundreds(latest + 20) : quickest / 100;
}

TEST(TimePaths, best_and_all_paths_are_those_of_trying_every_walk) {
  std::size_t found_paths = 0, without = 0, longer = 0;
  for (unsigned seed = 0; seed < 6000; ++seed) {
    std::mt19937 random(seed);
    const ContactGraph g = random_graph(random);
    const std::uint32_t from = 0, to = 1;
    for (const bool certain : {false, true}) {
      std::vector<TimePath> all;
      TimePath start;
      start.vertices = {from};
      walk(g, to, certain, start, all);
      std::stable_sort(all.begin(), all.end(),
                       [](const TimePath& a, const TimePath& b) { return a.contacts.size() < b.contacts.size(); });
      EXPECT_EQ(all_paths(g, from, to, certain, 0, 10).paths, all) << "seed " << seed;
      const std::size_t limit = 1 + random() % 3;
      EXPECT_EQ(all_paths(g, from, to, certain, limit, 10).paths,
                std::vector<TimePath>(all.begin(), all.begin() + std::min(limit, all.size())));
      for (const PathMeasure measure :
           {PathMeasure::earliest, PathMeasure::latest, PathMeasure::fastest, PathMeasure::shortest}) {
        const auto path = best_path(g, from, to, measure, certain);
        ASSERT_EQ(path.has_value(), !all.empty()) << "seed " << seed << " " << static_cast<int>(measure);
        if (!path) {
          ++without;
          continue;
        }
        ASSERT_NE(std::find(all.begin(), all.end(), *path), all.end()) << "seed " << seed;
        std::pair<std::int64_t, std::size_t> best{8 * kFar, 0};
        for (const TimePath& one : all)
          best = std::min(best, std::pair(value_of(g, one, measure, certain), one.contacts.size()));
        std::pair mine(value_of(g, *path, measure, certain), path->contacts.size());
        if (measure == PathMeasure::fastest) mine.second = best.second;
        EXPECT_EQ(mine, best) << "seed " << seed << " measure " << static_cast<int>(measure) << " certain " << certain;
        ++found_paths;
        longer += path->contacts.size() > 1;
      }
    }
  }
  EXPECT_GT(found_paths, 3000u);
  EXPECT_GT(without, 1000u);
  EXPECT_GT(longer, 500u);
}

TEST(TimePaths, a_search_that_is_cut_says_so) {
  ContactGraph g;
  g.vertices = 12;
  for (int i = 0; i < 10; ++i)
    for (std::uint32_t v = 0; v < 11; ++v) g.contacts.push_back({at(i * 10), at(i * 10 + 10), {v, v + 1}});
  EXPECT_TRUE(all_paths(g, 0, 11, false, 0, 12, 100).cut);
}

}  // namespace
}  // namespace forewhen
