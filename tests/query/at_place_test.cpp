// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/at_place.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/query/world.h"

namespace forewhen {
namespace {

// Of the angle between two vectors, which is exact where the points are not close.
double by_vectors(GeoPoint a, GeoPoint b) {
  const auto vector = [](GeoPoint p) {
    const double la = p.latitude * M_PI / 180, lo = p.longitude * M_PI / 180;
    return std::array{std::cos(la) * std::cos(lo), std::cos(la) * std::sin(lo), std::sin(la)};
  };
  const auto x = vector(a), y = vector(b);
  return 6371.0088 * std::acos(std::clamp(x[0] * y[0] + x[1] * y[1] + x[2] * y[2], -1.0, 1.0));
}

TEST(AtPlace, distances_are_great_circles) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> latitude(-90, 90), longitude(-180, 180);
  for (int i = 0; i < 500; ++i) {
    const GeoPoint a{latitude(random), longitude(random)}, b{latitude(random), longitude(random)};
    EXPECT_NEAR(kilometres_between(a, b), by_vectors(a, b), 0.01);
  }
}

TEST(AtPlace, names_what_lies_within_and_what_is_near) {
  testing::World w;
  const EventId raid = w.add({.name = "raid", .when = "2031-03-05", .place = "Karsholm"});
  const EventId vote = w.add({.name = "vote", .when = "2031-03-06", .place = "Tarvel"});
  const auto place = [&](const char* name) -> Place& { return w.places.at(place_id(name, "XX")); };
  place("Karsholm").point = GeoPoint{60, 179.9};
  place("Tarvel").point = GeoPoint{60, -179.9};  // 11 km on, across the date line
  place("Tarvel").within = "Karsholm";
  const auto ids = [](const Result<AtAnswer>& answer) {
    std::vector<EventId> found;
    for (const Event& event : answer->listing.events) found.push_back(event.id);
    return found;
  };
  EXPECT_EQ(ids(events_at(w, "Karsholm", 0)), (std::vector{raid, vote}));
  EXPECT_EQ(ids(events_at(w, "Tarvel", 0)), std::vector{vote});
  EXPECT_EQ(ids(events_at(w, "60,179.9", 10)), std::vector{raid});
  EXPECT_EQ(ids(events_at(w, "60, 179.9", 12)), (std::vector{raid, vote}));
  EXPECT_EQ(events_at(w, "60,179.9", 0).error().kind, ErrorKind::usage);
  EXPECT_EQ(events_at(w, "91,0", 5).error().kind, ErrorKind::usage);
  EXPECT_EQ(events_at(w, "0,0", 5).error().kind, ErrorKind::not_found);
  EXPECT_EQ(events_at(w, "Nowhere", 0).error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace forewhen
