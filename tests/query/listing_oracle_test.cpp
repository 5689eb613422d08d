// SPDX-License-Identifier: Apache-2.0
// between, timeline, at, dyad and actors --with on random graphs, against looking at every event.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "forewhen/query/at_place.h"
#include "forewhen/query/dyads.h"
#include "forewhen/query/listing.h"
#include "forewhen/time/iso.h"
#include "tests/query/random_world.h"

namespace forewhen {
namespace {

using testing::MemorySource;

constexpr int kSeeds = 3000;

// Months instead of minutes; half of the graphs without open bounds, so that it is known how vague they are; places
// with names of their own, some with a point, some within another.
MemorySource wide_world(unsigned seed) {
  std::mt19937 random(seed + 1);
  MemorySource drawn = testing::random_world(seed), world;
  for (auto& [id, event] : drawn.events) {
    Bounds& b = event.bounds;
    if (seed % 2 == 0) {
      if (b.earliest_start == kOpenPast)
        b.earliest_start = b.latest_start == kOpenFuture ? Instant{} : b.latest_start - seconds{30};
      if (b.latest_start == kOpenFuture) b.latest_start = b.earliest_start + seconds{10};
      if (random() % 9 == 0) b.latest_start = b.earliest_start + seconds{70};
    }
    for (Instant* t : {&b.earliest_start, &b.latest_start, &b.earliest_end, &b.latest_end})
      if (!is_open(*t)) *t = Instant{t->time_since_epoch() * 43'200};
    if (event.place) {
      const std::uint64_t number = event.place->place.value;
      event.place->name = "place " + std::to_string(number);
      if (number == 2) event.place->within = "place 1";
      if (number != 3) event.place->point = GeoPoint{static_cast<double>(number), 0};  // 111 km apart
    }
    world.put(event);
  }
  return world;
}

Interval random_window(std::mt19937& random) {
  const auto at = [&](int t) { return Instant{seconds{t * 432'000}}; };
  const int begin = static_cast<int>(random() % 14) - 1;
  Interval window{at(begin), at(begin + 1 + static_cast<int>(random() % 5))};
  if (random() % 4 == 0) window.begin = kOpenPast;
  if (random() % 4 == 0) window.end = kOpenFuture;
  return window;
}

// Whether the event is told in answer to a question about that window.
bool is_told(const Event& e, const Interval& window, bool all_modalities) {
  const Bounds& b = e.bounds;
  const bool may_start = b.earliest_start < window.end && std::min(b.latest_start, b.latest_end) > window.begin;
  const bool real = e.modality != Modality::planned && e.modality != Modality::hypothetical &&
                    e.modality != Modality::negated && e.polarity == Polarity::positive;
  const bool undated = b.earliest_start == kOpenPast && window.begin != kOpenPast;
  return may_start && (real || all_modalities) && !undated;
}

bool takes_part(const Event& e, std::uint64_t actor) {
  return std::any_of(e.participants.begin(), e.participants.end(),
                     [&](const EventParticipant& p) { return p.actor.value == actor; });
}
bool in_role(const Event& e, std::uint64_t actor, Role role) {
  return std::any_of(e.participants.begin(), e.participants.end(),
                     [&](const EventParticipant& p) { return p.actor.value == actor && p.role == role; });
}

std::vector<EventId> ids_of(const Listing& listing) {
  std::vector<EventId> ids;
  for (const Event& event : listing.events) ids.push_back(event.id);
  return ids;
}

// Those of all events that `wanted` takes: in the order of time, undated ones last.
template <class Wanted>
std::vector<EventId> looked_through(const MemorySource& w, Wanted wanted) {
  std::vector<std::tuple<bool, Instant, Instant, EventId>> found;
  for (const auto& [id, e] : w.events) {
    const Bounds& b = e.bounds;
    if (wanted(e)) found.emplace_back(b.earliest_start == kOpenPast, b.earliest_start, b.latest_start, id);
  }
  std::sort(found.begin(), found.end());
  std::vector<EventId> ids;
  for (const auto& one : found) ids.push_back(std::get<EventId>(one));
  return ids;
}

// What a limit keeps of them: the latest, and of the undated ones, which stand last, the first to go.
std::vector<EventId> latest(const MemorySource& w, std::vector<EventId> ids, std::size_t limit) {
  const auto undated = [&](EventId id) { return w.events.at(id).bounds.earliest_start == kOpenPast; };
  std::vector<EventId> near(ids.rbegin(), ids.rend());
  std::stable_partition(near.begin(), near.end(), [&](EventId id) { return !undated(id); });
  near.resize(std::min(limit, near.size()));
  std::erase_if(ids, [&](EventId id) { return std::find(near.begin(), near.end(), id) == near.end(); });
  return ids;
}

void expect_listing(const MemorySource& w, const Result<Listing>& told, const std::vector<EventId>& all,
                    std::size_t limit, unsigned seed) {
  ASSERT_TRUE(told.ok()) << seed;
  if (limit == 0) {
    EXPECT_EQ(ids_of(*told), all) << seed;
    EXPECT_EQ(told->more, 0u) << seed;
    return;
  }
  EXPECT_EQ(ids_of(*told), latest(w, all, limit)) << seed;
  const std::size_t more = all.size() - std::min(limit, all.size());
  if (told->more_at_least)
    EXPECT_LE(told->more, more) << seed;
  else
    EXPECT_EQ(told->more, more) << seed;
}

TEST(ListingOracle, between_and_timeline_tell_what_may_start_then) {
  std::size_t told = 0, kept_back = 0;
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(seed);
    const MemorySource w = wide_world(seed);
    const Interval window = random_window(random);
    ListOptions options;
    options.filter.all_modalities = random() % 2 == 0;
    options.limit = random() % 3 == 0 ? 0 : 1 + random() % 4;
    const bool any = options.filter.all_modalities;
    const auto within = looked_through(w, [&](const Event& e) { return is_told(e, window, any); });
    const Result<Listing> listing = between(w, window, options);
    expect_listing(w, listing, within, options.limit, seed);
    told += listing->events.size(), kept_back += listing->more;

    ListOptions of_window = options;
    of_window.filter.window = window;
    const std::uint64_t actor = 1 + random() % 5;
    if (w.actors.contains(ActorId{actor})) {
      const auto of_actor =
          looked_through(w, [&](const Event& e) { return takes_part(e, actor) && is_told(e, window, any); });
      const auto line = timeline(w, "actor " + std::to_string(actor), of_window);
      ASSERT_TRUE(line.ok()) << seed;
      expect_listing(w, line->listing, of_actor, options.limit, seed);
      of_window.filter.actors = {{ActorId{actor}}};
      expect_listing(w, list_events(w, of_window), of_actor, options.limit, seed);
    }
    of_window.filter.actors.clear();
    of_window.filter.places = {PlaceId{1 + random() % 3}, PlaceId{1 + random() % 3}};
    const auto of_places = looked_through(w, [&](const Event& e) {
      const auto& places = of_window.filter.places;
      return e.place && std::find(places.begin(), places.end(), e.place->place) != places.end() &&
             is_told(e, window, any);
    });
    expect_listing(w, list_events(w, of_window), of_places, options.limit, seed);
  }
  EXPECT_GT(told, 5000u);
  EXPECT_GT(kept_back, 500u);
}

TEST(ListingOracle, at_tells_what_happened_there_within_it_and_near_it) {
  std::size_t told = 0;
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(seed);
    const MemorySource w = wide_world(seed);
    const std::uint64_t centre = 1 + random() % 3;
    if (!w.places.contains(PlaceId{centre})) continue;
    const double radius = random() % 2 == 0 ? 0 : 120;
    const bool by_point = radius > 0 && centre != 3 && random() % 2 == 0;
    ListOptions options;
    options.filter.window = random_window(random);
    options.limit = random() % 2 == 0 ? 0 : 1 + random() % 3;
    const auto is_near = [&](std::uint64_t place) {
      if (place == centre) return true;
      if (radius > 0) return place != 3 && centre != 3;
      return centre == 1 && place == 2;
    };
    const auto all = looked_through(w, [&](const Event& e) {
      return e.place && is_near(e.place->place.value) && is_told(e, options.filter.window, false);
    });
    const std::string where = by_point ? std::to_string(centre) + ",0" : "place " + std::to_string(centre);
    const Result<AtAnswer> answer = events_at(w, where, radius, options);
    ASSERT_TRUE(answer.ok()) << seed << to_string(answer.error());
    std::set<std::uint64_t> places, near;
    for (const auto& [id, place] : w.places)
      if (is_near(id.value)) near.insert(id.value);
    for (const NearPlace& place : answer->places) places.insert(place.place.id.value);
    EXPECT_EQ(places, near) << seed;
    expect_listing(w, answer->listing, all, options.limit, seed);
    told += answer->listing.events.size();
  }
  EXPECT_GT(told, 500u);
}

TEST(ListingOracle, a_dyad_is_counted_by_month_type_and_direction) {
  std::uint64_t counted = 0, of_a_month = 0;
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    std::mt19937 random(seed);
    const MemorySource w = wide_world(seed);
    if (!w.actors.contains(ActorId{1}) || !w.actors.contains(ActorId{2})) continue;
    EventFilter filter;
    filter.window = random_window(random);
    filter.all_modalities = random() % 2 == 0;
    std::map<std::tuple<std::string, PloverType>, DyadMonth> expected;
    std::map<ActorId, std::pair<std::uint64_t, Interval>> beside;
    for (const auto& [id, e] : w.events) {
      if (!takes_part(e, 1) || !is_told(e, filter.window, filter.all_modalities)) continue;
      const Bounds& b = e.bounds;
      for (const ActorId actor : MemorySource::row_of(e).actors) {
        if (actor.value == 1) continue;
        auto& [events, seen] = beside.try_emplace(actor, 0, Interval{kOpenFuture, kOpenPast}).first->second;
        ++events;
        if (b.earliest_start != kOpenPast) seen.begin = std::min(seen.begin, b.earliest_start);
        if (b.latest_start != kOpenFuture) seen.end = std::max(seen.end, b.latest_start);
      }
      if (!takes_part(e, 2)) continue;
      std::string month;
      if (!is_open(b.earliest_start) && !is_open(b.latest_start)) {
        const std::string first = format_iso(CalendarTime{b.earliest_start, Grain::month});
        if (first == format_iso(CalendarTime{b.latest_start - seconds{1}, Grain::month})) month = first;
      }
      DyadMonth& one = expected[{month.empty() ? "later" : month, e.type}];
      one.month = month, one.type = e.type;
      const bool forward = in_role(e, 1, Role::actor) && in_role(e, 2, Role::recipient);
      const bool backward = in_role(e, 2, Role::actor) && in_role(e, 1, Role::recipient);
      ++(forward == backward ? one.together : forward ? one.forward : one.backward);
      ++counted, of_a_month += !month.empty();
    }
    const auto dyad = count_dyad(w, "actor 1", "actor 2", filter);
    ASSERT_TRUE(dyad.ok()) << seed;
    std::vector<DyadMonth> months;
    for (const auto& [key, one] : expected) months.push_back(one);
    EXPECT_EQ(dyad->months, months) << seed;

    const auto others = companions(w, "actor 1", filter);
    ASSERT_TRUE(others.ok()) << seed;
    ASSERT_EQ(others->actors.size(), beside.size()) << seed;
    for (std::size_t i = 0; i < others->actors.size(); ++i) {
      const Companion& one = others->actors[i];
      const auto& [events, seen] = beside.at(one.actor.id);
      EXPECT_EQ(one.events, events) << seed;
      EXPECT_EQ(one.seen.begin, seen.begin == kOpenFuture ? kOpenPast : seen.begin) << seed;
      EXPECT_EQ(one.seen.end, seen.end == kOpenPast ? kOpenFuture : seen.end) << seed;
      const bool in_order = i == 0 || std::tuple(others->actors[i - 1].events, one.actor.id) >
                                          std::tuple(one.events, others->actors[i - 1].actor.id);
      EXPECT_TRUE(in_order) << seed;
    }
  }
  EXPECT_GT(counted, 300u);
  EXPECT_GT(of_a_month, 50u);
}

}  // namespace
}  // namespace forewhen
