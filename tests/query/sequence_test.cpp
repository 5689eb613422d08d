// SPDX-License-Identifier: Apache-2.0
// Sequences against every way to choose events, and against every choice of starts.
#include "forewhen/query/sequence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/query/random_world.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::MemorySource;

using Tuple = std::vector<EventId>;
using PartySet = std::set<std::pair<ActorId, ActorId>>;
struct Told {
  Certainty certainty;
  PartySet parties;
  friend bool operator==(const Told&, const Told&) = default;
};
using Matches = std::map<Tuple, Told>;

// Random events between few actors, so that many are between the same two.
MemorySource dyad_world(unsigned seed) {
  MemorySource w = testing::random_world(seed);
  std::mt19937 random(seed + 7000000);
  std::map<EventId, Event> events = w.events;
  for (auto& [id, e] : events) {
    if (random() % 5 == 0) continue;
    e.participants.clear();
    for (int i = 0; i < 2 + static_cast<int>(random() % 2); ++i) {
      const Role role = random() % 6 == 0 ? Role::party : i == 0 ? Role::actor : Role::recipient;
      const std::uint64_t actor = 1 + random() % 3;
      e.participants.push_back({role, ActorKind::person, ActorId{actor}, "actor " + std::to_string(actor), ""});
    }
    w.put(e);
  }
  return w;
}

// Newest first, those without an earliest start at the end.
std::vector<const Event*> newest_first(const MemorySource& w) {
  std::vector<const Event*> events;
  for (const auto& [id, e] : w.events) events.push_back(&e);
  std::sort(events.begin(), events.end(), [](const Event* a, const Event* b) {
    const auto key = [](const Event* e) { return std::tuple(e->bounds.earliest_start, e->bounds.latest_start, e->id); };
    return key(a) > key(b);
  });
  return events;
}

PartySet parties_of(const Event& e, SequenceTie tie) {
  PartySet parties;
  for (const EventParticipant& a : e.participants) {
    if (tie == SequenceTie::shared_actor) parties.insert({a.actor, {}});
    for (const EventParticipant& b : e.participants) {
      const bool does = a.role == Role::actor || a.role == Role::party;
      const bool gets = b.role == Role::recipient || b.role == Role::party;
      if (tie == SequenceTie::shared_actor || !does || !gets || a.actor == b.actor) continue;
      parties.insert(tie == SequenceTie::same_dyad ? std::pair(a.actor, b.actor)
                                                   : std::pair(std::min(a.actor, b.actor), std::max(a.actor, b.actor)));
    }
  }
  return parties;
}

// 2: definitely before, 1: perhaps, 0: no.
int order(const MemorySource& w, const Event& a, const Event& b) {
  if (a.bounds.latest_start <= b.bounds.earliest_start) return 2;
  if (a.bounds.earliest_start >= b.bounds.latest_start) return 0;
  bool first = false, not_first = false;
  for (const Link& l : w.links) {
    first |= l.from == a.id && l.to == b.id && l.relation == Relation::before;
    not_first |= l.from == b.id && l.to == a.id;
    not_first |= l.from == a.id && l.to == b.id && l.relation == Relation::simultaneous;
  }
  if (first == not_first) return 1;
  return first ? 2 : 0;
}

std::optional<Certainty> certainty_of(const MemorySource& w, const std::vector<const Event*>& events,
                                      std::optional<seconds> within) {
  bool definite = true;
  Instant least = kOpenFuture, most = kOpenPast;
  for (std::size_t i = 0; i < events.size(); ++i) {
    least = std::min(least, events[i]->bounds.latest_start);
    most = std::max(most, events[i]->bounds.earliest_start);
    for (std::size_t k = i + 1; k < events.size(); ++k) {
      if (events[i] == events[k]) return {};
      if (events[i]->bounds.earliest_start >= events[k]->bounds.latest_start) return {};
    }
    if (i + 1 == events.size()) break;
    const int step = order(w, *events[i], *events[i + 1]);
    if (step == 0) return {};
    definite &= step == 2;
  }
  if (within && most >= shifted(least, *within)) return {};
  const Bounds &first = events.front()->bounds, &last = events.back()->bounds;
  if (within && last.latest_start > shifted(first.earliest_start, *within)) definite = false;
  return definite ? Certainty::definite : Certainty::possible;
}

// The tuples that are told, of all.
Matches brute_force(const MemorySource& w, const std::vector<PloverType>& terms, const SequenceOptions& o) {
  const std::vector<const Event*> all = newest_first(w);
  std::vector<std::vector<const Event*>> fitting(terms.size());
  for (const Event* e : all) {
    if (!e->happened() || e->polarity == Polarity::negative) continue;
    if (e->bounds.earliest_start == kOpenPast && !o.filter.undated) continue;
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (e->type == terms[i]) fitting[i].push_back(e);
  }
  // By parties and last event: tuples in the order in which an event earlier in the list is the better choice, the
  // last ones deciding first.
  std::map<std::pair<std::pair<ActorId, ActorId>, EventId>, std::vector<std::pair<Tuple, Certainty>>> groups;
  std::vector<std::size_t> choice(terms.size(), 0);
  for (const auto& list : fitting)
    if (list.empty()) return {};
  while (true) {
    std::vector<const Event*> events;
    for (std::size_t i = 0; i < terms.size(); ++i) events.push_back(fitting[i][choice[i]]);
    const std::optional<Certainty> certainty = certainty_of(w, events, o.within);
    const bool wanted =
        certainty && (o.certainty == CertaintyFilter::both ||
                      (o.certainty == CertaintyFilter::definite) == (*certainty == Certainty::definite));
    if (wanted) {
      PartySet common = parties_of(*events[0], o.tie);
      Tuple ids;
      for (const Event* e : events) {
        const PartySet mine = parties_of(*e, o.tie);
        std::erase_if(common, [&](const auto& pair) { return !mine.contains(pair); });
        ids.push_back(e->id);
      }
      for (const auto& pair : common) groups[{pair, ids.back()}].emplace_back(ids, *certainty);
    }
    // The first term counts fastest.
    std::size_t place = 0;
    while (place < choice.size() && ++choice[place] == fitting[place].size()) choice[place++] = 0;
    if (place == choice.size()) break;
  }
  Matches matches;
  for (const auto& [key, tuples] : groups) {
    const bool sure =
        std::any_of(tuples.begin(), tuples.end(), [](const auto& one) { return one.second == Certainty::definite; });
    for (const auto& [ids, certainty] : tuples) {
      if (!o.every && sure && certainty != Certainty::definite) continue;
      Told& told = matches[ids];
      told.certainty = certainty;
      told.parties.insert(key.first);
      if (!o.every) break;
    }
  }
  return matches;
}

Matches told(const SequenceAnswer& answer) {
  Matches matches;
  for (const SequenceMatch& match : answer.matches) {
    Tuple ids;
    for (const SequenceStep& step : match.steps) ids.push_back(step.event.id);
    Told& one = matches[ids];
    one.certainty = match.certainty;
    for (const SequenceParties& p : match.parties) one.parties.insert({p.actor, p.recipient});
  }
  return matches;
}

TEST(SequenceOracle, sequences_are_those_of_every_way_to_choose_events) {
  std::size_t found = 0, certain = 0, possible = 0, by_dyad = 0;
  for (unsigned seed = 0; seed < 12000; ++seed) {
    const MemorySource w = dyad_world(seed);
    std::mt19937 random(seed + 5000000);
    SequenceOptions o;
    o.limit = 0;
    o.tie = static_cast<SequenceTie>(random() % 3);
    o.certainty = static_cast<CertaintyFilter>(random() % 3);
    o.every = random() % 2 == 0;
    o.filter.undated = random() % 3 == 0;
    if (random() % 3 != 0) o.within = seconds{10 * (1 + static_cast<int>(random() % 6))};
    std::vector<std::string> terms;
    std::vector<PloverType> types;
    for (std::size_t i = 0; i < 2 + random() % 2; ++i) {
      types.push_back(random() % 2 == 0 ? PloverType::agree : PloverType::consult);
      terms.emplace_back(name_of(types.back()));
    }
    const Result<SequenceAnswer> answer = find_sequences(w, terms, o);
    ASSERT_TRUE(answer.ok()) << seed;
    ASSERT_FALSE(answer->cut);
    const Matches got = told(*answer), expected = brute_force(w, types, o);
    ASSERT_EQ(got, expected) << "seed " << seed;
    ASSERT_EQ(got.size(), answer->matches.size()) << seed;
    found += got.size();
    for (const auto& [ids, one] : got) {
      certain += one.certainty == Certainty::definite, possible += one.certainty == Certainty::possible;
      by_dyad += o.tie == SequenceTie::same_dyad;
    }
  }
  EXPECT_GT(found, 3000u);
  EXPECT_GT(certain, 300u);
  EXPECT_GT(possible, 300u);
  EXPECT_GT(by_dyad, 100u);
}

TEST(SequenceOracle, a_limit_keeps_the_latest_and_an_actor_narrows) {
  std::size_t cut = 0;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const MemorySource w = dyad_world(seed);
    SequenceOptions o;
    o.limit = 0, o.tie = SequenceTie::shared_actor, o.every = true;
    const std::vector<std::string> terms{"agree", "Consult"};
    const Result<SequenceAnswer> all = find_sequences(w, terms, o);
    o.limit = 2;
    const Result<SequenceAnswer> two = find_sequences(w, terms, o);
    ASSERT_EQ(two->matches.size() + two->more, all->matches.size());
    for (std::size_t i = 0; i < two->matches.size(); ++i) {
      const auto& from_end = all->matches[all->matches.size() - two->matches.size() + i];
      ASSERT_EQ(two->matches[i].steps.back().event.id, from_end.steps.back().event.id);
    }
    cut += two->more > 0;
    // The list of one actor gives what the whole graph gives of events that he takes part in.
    o.limit = 0, o.filter.actors = {{ActorId{1}}};
    Matches expected = told(*all);
    std::erase_if(expected, [&](const auto& match) {
      return std::any_of(match.first.begin(), match.first.end(), [&](EventId id) {
        const EventRow row = MemorySource::row_of(w.events.at(id));
        return !std::binary_search(row.actors.begin(), row.actors.end(), ActorId{1});
      });
    });
    ASSERT_EQ(told(*find_sequences(w, terms, o)), expected) << seed;
  }
  EXPECT_GT(cut, 100u);
}

// Whether it can be for some, and for all, choices of starts; bounds are multiples of 10, starts of 2.
TEST(SequenceOracle, certain_and_possible_are_those_of_every_choice_of_starts) {
  std::size_t certain = 0, possible = 0, none = 0;
  for (unsigned seed = 0; seed < 4000; ++seed) {
    std::mt19937 random(seed);
    MemorySource w;
    std::vector<Bounds> bounds;
    for (std::uint64_t i = 1; i <= 3; ++i) {
      Event e;
      e.id = EventId{i};
      e.type = static_cast<PloverType>(i);
      const int from = static_cast<int>(random() % 5) * 10;
      e.bounds.earliest_start = Instant{seconds{from}};
      e.bounds.latest_start = Instant{seconds{from + 10 * (1 + static_cast<int>(random() % 2))}};
      e.participants = {{Role::actor, ActorKind::person, ActorId{1}, "one", ""},
                        {Role::recipient, ActorKind::person, ActorId{2}, "two", ""}};
      w.put(e);
      bounds.push_back(e.bounds);
    }
    const int within = 10 * (1 + static_cast<int>(random() % 5));
    bool some = false, every = true;
    const auto starts = [&](int i) {
      std::vector<int> list;
      for (int t = 0; t < 70; t += 2)
        if (bounds[i].earliest_start <= Instant{seconds{t}} && Instant{seconds{t}} < bounds[i].latest_start)
          list.push_back(t);
      return list;
    };
    for (const int a : starts(0)) {
      for (const int b : starts(1)) {
        for (const int c : starts(2)) {
          const bool holds = a < b && b < c && c - a <= within;
          some |= holds, every &= holds;
        }
      }
    }
    SequenceOptions o;
    o.within = seconds{within};
    const Result<SequenceAnswer> answer = find_sequences(w, {"AGREE", "CONSULT", "SUPPORT"}, o);
    ASSERT_TRUE(answer.ok());
    ASSERT_EQ(answer->matches.size(), some ? 1u : 0u) << seed;
    if (some) ASSERT_EQ(answer->matches[0].certainty == Certainty::definite, every) << seed;
    certain += every, possible += some && !every, none += !some;
  }
  EXPECT_GT(certain, 20u);
  EXPECT_GT(possible, 100u);
  EXPECT_GT(none, 100u);
}

testing::World escalation() {
  testing::World w;
  const auto add = [&](const char* name, PloverType type, const char* when, const char* by, const char* to) {
    w.add({.name = name, .when = when, .actors = {by}, .recipients = {to}, .type = type});
  };
  add("threat", PloverType::threaten, "2031-03-01", "Norland", "Drumont");
  add("deployment", PloverType::mobilize, "2031-03-05", "Norland", "Drumont");
  add("shelling", PloverType::assault, "2031-03-09", "Norland", "Drumont");
  add("warning", PloverType::threaten, "2031-03", "Drumont", "Norland");
  add("raid", PloverType::assault, "2031-03-20", "Drumont", "Norland");
  return w;
}

TEST(Sequence, reads_types_and_words_and_says_why) {
  const testing::World w = escalation();
  SequenceOptions o;
  o.within = seconds{30 * 86400};
  const auto typed = find_sequences(w, {"THREATEN", "mobilize", "ASSAULT"}, o);
  ASSERT_EQ(typed->matches.size(), 1u);
  EXPECT_EQ(typed->matches[0].certainty, Certainty::definite);
  EXPECT_EQ(typed->matches[0].steps[0].reason, "Norland does it to Drumont in each");
  EXPECT_EQ(typed->matches[0].steps[1].reason,
            "it definitely starts after the step before (2031-03-01, then 2031-03-05)");
  EXPECT_EQ(typed->matches[0].steps[2].quote->text, "shelling happened.");
  const auto said = find_sequences(w, {"threat", "bombardment"}, o);  // another word for shelling
  ASSERT_EQ(said->matches.size(), 1u);
  EXPECT_EQ(said->matches[0].steps[1].event.phrase, "shelling");
}

TEST(Sequence, who_does_it_to_whom_counts_unless_either_will_do) {
  const testing::World w = escalation();
  SequenceOptions o;
  const auto same = find_sequences(w, {"THREATEN", "ASSAULT"}, o);
  ASSERT_EQ(same->matches.size(), 2u);
  EXPECT_EQ(same->matches[1].parties[0].actor_name, "Drumont");
  EXPECT_EQ(same->matches[1].certainty, Certainty::possible);  // some day of March, and the 20th
  o.tie = SequenceTie::either_dyad;
  const auto either = find_sequences(w, {"THREATEN", "ASSAULT"}, o);
  ASSERT_EQ(either->matches.size(), 2u);
  EXPECT_EQ(either->matches[1].steps[0].event.phrase, "threat");  // certain, and so rather than the later warning
  o.within = seconds{86400};
  EXPECT_TRUE(find_sequences(w, {"MOBILIZE", "ASSAULT"}, o)->matches.empty());
}

TEST(Sequence, what_makes_no_question_is_refused) {
  const testing::World w = escalation();
  SequenceOptions o;
  EXPECT_EQ(find_sequences(w, {"THREATEN"}, o).error().kind, ErrorKind::usage);
  EXPECT_EQ(find_sequences(w, {"THREATEN", "of the"}, o).error().kind, ErrorKind::usage);
  EXPECT_EQ(find_sequences(w, {"THREATEN", "earthquake"}, o).error().kind, ErrorKind::not_found);
  o.within = seconds{0};
  EXPECT_EQ(find_sequences(w, {"THREATEN", "ASSAULT"}, o).error().kind, ErrorKind::usage);
  testing::World gone = escalation();
  gone.fail = true;
  EXPECT_EQ(find_sequences(gone, {"THREATEN", "ASSAULT"}, {}).error().kind, ErrorKind::io);
}

}  // namespace
}  // namespace forewhen
