// SPDX-License-Identifier: Apache-2.0
#include "timeline/may_be_one.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace forewhen {
namespace {

constexpr double kSurroundings = 30;  // kilometres
constexpr double kDegree = 111.2;     // kilometres of a degree of latitude

// Without "Jr." and the like, which one report gives and the other leaves out.
std::string without_suffix(std::string name) {
  for (const std::string_view suffix : {" jr", " jr.", " sr", " sr.", " ii", " iii"}) {
    if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
  }
  return name;
}

std::set<std::string> words_of(const std::string& name) {
  std::set<std::string> all;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    all.insert(name.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

// Plane geometry is exact enough for distances of a town.
double kilometres(const GeoPoint& a, const GeoPoint& b) {
  const double latitude = (a.latitude + b.latitude) / 2 * std::numbers::pi / 180;
  return kDegree * std::hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * std::cos(latitude));
}

// The town that a place is or lies in; empty where none is told.
std::string town_of(const PlaceMention& place) {
  if (place.precision == "city") return normalised_name(place.name);
  return place.precision == "site" ? normalised_name(place.within) : std::string();
}

bool is_person(ActorKind kind) { return kind == ActorKind::person || kind == ActorKind::office; }

}  // namespace

bool may_be_one(const std::string& said_a, const std::string& said_b) {
  const std::string a = without_suffix(said_a), b = without_suffix(said_b);
  const std::set<std::string> x = words_of(a), y = words_of(b);
  const std::string last = a.substr(a.rfind(' ') + 1);
  const auto shared = [&](const std::string& word) { return y.contains(word); };
  if (last != b.substr(b.rfind(' ') + 1))
    return std::any_of(x.begin(), x.end(), shared) && (x.size() == 1 || y.size() == 1);
  return x.size() == 1 || y.size() == 1 ||
         std::any_of(x.begin(), x.end(), [&](const std::string& word) { return word != last && shared(word); });
}

bool may_be_one(const Participant& a, const Participant& b) {
  const bool people = is_person(a.kind) || is_person(b.kind);
  if (people && is_person(a.kind) != is_person(b.kind) && a.kind != ActorKind::thing && b.kind != ActorKind::thing)
    return true;
  return may_be_one(normalised_name(a.name), normalised_name(b.name));
}

bool may_be_one(const PlaceMention& a, const PlaceMention& b) {
  const std::string x = town_of(a), y = town_of(b);
  if (x.empty() || y.empty() || x == y) return true;
  if (x == normalised_name(b.within) || y == normalised_name(a.within)) return true;
  return a.point && b.point && kilometres(*a.point, *b.point) <= kSurroundings;
}

}  // namespace forewhen
