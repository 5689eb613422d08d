// SPDX-License-Identifier: Apache-2.0
// before and after against an answer that is found by looking at every pair of events and every chain of links.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "forewhen/query/before.h"
#include "tests/query/random_world.h"

namespace forewhen {
namespace {

using testing::MemorySource;
using testing::random_world;

std::set<ActorId> actors_of(const Event& e) {
  std::set<ActorId> actors;
  for (const EventParticipant& p : e.participants) actors.insert(p.actor);
  return actors;
}

bool share_actor(const Event& a, const Event& b) {
  const std::set<ActorId> mine = actors_of(a), other = actors_of(b);
  return std::any_of(mine.begin(), mine.end(), [&](ActorId id) { return other.contains(id); });
}

bool tied(const MemorySource& w, const Event& a, const Event& b) {
  for (const Link& l : w.links) {
    if ((l.from == a.id && l.to == b.id) || (l.from == b.id && l.to == a.id)) return true;
  }
  if (a.place && b.place && a.place->place == b.place->place) return true;
  for (const Mention& m : a.mentions) {
    for (const Mention& n : b.mentions) {
      if (m.document == n.document) return true;
    }
  }
  return share_actor(a, b);
}

// For every pair of events tied to x (and x): 2 when links say that the first starts before the second, 1 when they
// say that it does not start later, 0 otherwise. Warshall's closure over (max, min with "strict wins").
using Closure = std::map<std::pair<EventId, EventId>, int>;
Closure close_links(const MemorySource& w, const Event& x) {
  std::vector<EventId> ids;
  for (const auto& [id, e] : w.events) {
    if (id == x.id || tied(w, e, x)) ids.push_back(id);
  }
  const std::set<EventId> known(ids.begin(), ids.end());
  Closure c;
  const auto raise = [&](EventId a, EventId b, int value) { c[{a, b}] = std::max(c[{a, b}], value); };
  for (const Link& l : w.links) {
    if (!known.contains(l.from) || !known.contains(l.to) || l.from == l.to) continue;
    const Bounds &from = w.events.at(l.from).bounds, &to = w.events.at(l.to).bounds;
    const bool forward = from.earliest_start < to.latest_start, backward = to.earliest_start < from.latest_start;
    if (forward) raise(l.from, l.to, l.relation == Relation::before ? 2 : 1);
    if (backward && l.relation == Relation::simultaneous) raise(l.to, l.from, 1);
  }
  for (std::size_t round = 0; round < ids.size(); ++round) {  // until nothing changes, at most so often
    for (const EventId k : ids) {
      for (const EventId i : ids) {
        for (const EventId j : ids) {
          const int a = c[{i, k}], b = c[{k, j}];
          if (a > 0 && b > 0) raise(i, j, std::max(a, b));
        }
      }
    }
  }
  return c;
}

int get(const Closure& c, EventId p, EventId q) {
  const auto at = c.find({p, q});
  return at == c.end() ? 0 : at->second;
}

// Nothing starts before what it follows, nor after what it precedes, as far as links say so without contradiction.
Bounds narrowed(const MemorySource& w, const Closure& c, const Event& e) {
  Bounds b = e.bounds;
  for (const auto& [id, other] : w.events) {
    const int before = get(c, id, e.id), after = get(c, e.id, id);
    if (id == e.id || (before + after > 2 && before > 0 && after > 0)) continue;
    if (before > 0) b.earliest_start = std::max(b.earliest_start, other.bounds.earliest_start);
    if (after > 0) b.latest_start = std::min(b.latest_start, other.bounds.latest_start);
  }
  b.earliest_end = std::max(b.earliest_end, b.earliest_start);
  return is_consistent(b) ? b : e.bounds;
}

Certainty expected_certainty(const MemorySource& w, const Closure& c, const Event& a, const Event& x, bool before) {
  const Bounds x_bounds = narrowed(w, c, x);
  const auto by = [&](const Bounds& b) { return before ? precedes(b, x_bounds) : precedes(x_bounds, b); };
  const int supports = before ? get(c, a.id, x.id) : get(c, x.id, a.id);
  const int opposes = before ? get(c, x.id, a.id) : get(c, a.id, x.id);
  const bool contradiction = supports > 0 && opposes > 0 && supports + opposes > 2;
  const auto with_links = [&](Certainty by_dates) {
    if (by_dates != Certainty::possible || contradiction) return by_dates;
    if (opposes > 0) return Certainty::no;
    return supports == 2 ? Certainty::definite : Certainty::possible;
  };
  const Certainty raw = with_links(by(a.bounds));
  return raw == Certainty::possible ? with_links(by(narrowed(w, c, a))) : raw;
}

bool negated(const Event& e) { return e.modality == Modality::negated || e.polarity == Polarity::negative; }

struct Expected {
  std::vector<std::pair<EventId, Certainty>> items;  // in the order of print
  std::uint64_t more = 0;
  LeftOut left_out;
};

bool matches(const MemorySource& w, const Event& a, const Event& x, ActorMatch match) {
  std::set<std::pair<Role, ActorId>> mine, other;
  for (const EventParticipant& p : a.participants) mine.insert({p.role, p.actor});
  for (const EventParticipant& p : x.participants) other.insert({p.role, p.actor});
  switch (match) {
    case ActorMatch::none:
      return tied(w, a, x);
    case ActorMatch::shared:
      return share_actor(a, x);
    case ActorMatch::same_dyad:
      return other.size() >= 2 && std::includes(mine.begin(), mine.end(), other.begin(), other.end());
    case ActorMatch::either_dyad:
      return other.size() >= 2 && actors_of(a) == actors_of(x);
  }
  return false;
}

Expected brute_force(const MemorySource& w, const Event& x, const BeforeOptions& o, bool before) {
  const Closure closure = close_links(w, x);
  std::vector<std::tuple<bool, Instant, Instant, EventId, Certainty>> all;
  Expected expected;
  for (const auto& [id, a] : w.events) {
    if (id == x.id || !matches(w, a, x, o.match)) continue;
    if (!o.via.empty() && !(actors_of(a).contains(o.via[0]) && actors_of(x).contains(o.via[0]))) continue;
    const Certainty certainty = expected_certainty(w, closure, a, x, before);
    if (certainty == Certainty::no) continue;
    if (o.certainty == CertaintyFilter::definite && certainty != Certainty::definite) continue;
    if (o.certainty == CertaintyFilter::possible && certainty != Certainty::possible) continue;
    if (o.within && before && !(a.bounds.latest_start > shifted(narrowed(w, closure, x).earliest_start, -*o.within)))
      continue;
    if (o.within && !before && !(a.bounds.earliest_start < shifted(narrowed(w, closure, x).latest_start, *o.within)))
      continue;
    const Interval& window = o.filter.window;
    if (a.bounds.earliest_start >= window.end || a.bounds.latest_start <= window.begin) continue;
    if (!o.filter.types.empty() && a.type != o.filter.types[0]) continue;
    const bool undated = a.bounds.earliest_start == kOpenPast;
    if (negated(a)) {
      ++expected.left_out.negated;
    } else if (a.modality == Modality::planned) {
      ++expected.left_out.planned;
    } else if (a.modality == Modality::hypothetical) {
      ++expected.left_out.hypothetical;
    } else if (undated && (o.within || window.begin != kOpenPast)) {
      ++expected.left_out.undated;
    } else {
      all.emplace_back(undated, a.bounds.earliest_start, a.bounds.latest_start, id, certainty);
    }
  }
  std::sort(all.begin(), all.end());
  // The limit keeps what is nearest: dated ones from the end (looking back) or the beginning, undated ones only after
  // them.
  auto nearest = all;
  std::sort(nearest.begin(), nearest.end(), [&](const auto& a, const auto& b) {
    if (std::get<0>(a) != std::get<0>(b)) return !std::get<0>(a);
    return before ? a > b : a < b;
  });
  if (o.limit != 0 && nearest.size() > o.limit) {
    expected.more = nearest.size() - o.limit;
    nearest.resize(o.limit);
  }
  std::sort(nearest.begin(), nearest.end());
  for (const auto& [undated, from, to, id, certainty] : nearest) expected.items.emplace_back(id, certainty);
  return expected;
}

BeforeOptions random_options(std::mt19937& random) {
  BeforeOptions o;
  o.limit = random() % 2 == 0 ? 1 + random() % 3 : 0;
  if (random() % 3 == 0) o.within = seconds{10 * static_cast<int>(random() % 6)};
  if (random() % 2 == 0) o.certainty = static_cast<CertaintyFilter>(random() % 3);
  if (random() % 3 == 0) o.match = static_cast<ActorMatch>(random() % 4);
  if (random() % 4 == 0) o.filter.window.begin = Instant{seconds{10 * static_cast<int>(random() % 8)}};
  if (random() % 4 == 0) o.filter.window.end = Instant{seconds{10 * static_cast<int>(4 + random() % 8)}};
  if (random() % 5 == 0) o.filter.types = {PloverType::agree};
  if (random() % 5 == 0) o.via = {ActorId{1 + random() % 3}};
  return o;
}

TEST(BeforeOracle, answers_are_those_of_brute_force_on_random_graphs) {
  std::size_t answered = 0, by_link = 0, cut = 0;
  for (unsigned seed = 0; seed < 8000; ++seed) {
    const MemorySource w = random_world(seed);
    std::mt19937 random(seed + 1000000);
    const auto& [id, x] = *std::next(w.events.begin(), random() % w.events.size());
    const BeforeOptions options = random_options(random);
    const bool back = random() % 2 == 0;
    const Expected expected = brute_force(w, x, options, back);
    const Result<Answer> answer = back ? before(w, id, options) : after(w, id, options);
    ASSERT_TRUE(answer.ok()) << seed;
    std::vector<std::pair<EventId, Certainty>> items;
    for (const AnswerItem& item : answer->items) {
      items.emplace_back(item.event.id, item.certainty);
      EXPECT_FALSE(item.reasons.empty());
      EXPECT_FALSE(item.ties.empty() && tied(w, item.event, x));
      by_link += item.reasons[0].find("came") != std::string::npos;
    }
    ASSERT_EQ(items, expected.items) << "seed " << seed << " x " << id.value << (back ? " before" : " after");
    if (answer->more_at_least) {
      EXPECT_LE(answer->more, expected.more);
      EXPECT_GT(answer->more, 0u);
      EXPECT_LE(answer->left_out.total(), expected.left_out.total());
    } else {
      EXPECT_EQ(answer->more, expected.more) << seed;
      EXPECT_EQ(answer->left_out, expected.left_out) << seed;
    }
    answered += items.size();
    cut += expected.more > 0;
  }
  EXPECT_GT(answered, 5000u);  // the graphs are no empty ones
  EXPECT_GT(by_link, 100u);
  EXPECT_GT(cut, 200u);
}

TEST(BeforeOracle, what_x_precedes_is_preceded_by_x) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const MemorySource w = random_world(seed);
    BeforeOptions all;
    all.limit = 0;
    all.filter.all_modalities = true;
    all.match = ActorMatch::shared;
    all.certainty = CertaintyFilter::definite;
    for (const auto& [id, x] : w.events) {
      const Result<Answer> earlier = before(w, id, all);
      for (const AnswerItem& item : earlier->items) {
        // Links are followed from each side through the events tied to that side, so only dates are alike from both.
        if (precedes(item.event.bounds, x.bounds) == Certainty::definite) {
          const Result<Answer> later = after(w, item.event.id, all);
          EXPECT_TRUE(std::any_of(later->items.begin(), later->items.end(), [&, x_id = id](const AnswerItem& one) {
            return one.event.id == x_id;
          })) << seed;
        }
      }
    }
  }
}

}  // namespace
}  // namespace forewhen
