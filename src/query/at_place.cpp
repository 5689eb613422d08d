// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/at_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <set>
#include <tuple>

namespace forewhen {
namespace {

constexpr double kEarthRadius = 6371.0088;

std::optional<double> number_of(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// Nothing when the text is not two numbers.
std::optional<GeoPoint> as_point(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto latitude = number_of(text.substr(0, comma)), longitude = number_of(text.substr(comma + 1));
  if (!latitude || !longitude) return std::nullopt;
  return GeoPoint{*latitude, *longitude};
}

struct Where {
  std::vector<Place> places;
  std::vector<GeoPoint> points;
  std::set<std::string> names;  // normalised
};

Result<Where> read_where(const EventSource& source, std::string_view text, double radius) {
  Where where;
  if (const auto point = as_point(text)) {
    if (std::abs(point->latitude) > 90 || std::abs(point->longitude) > 180)
      return Error{ErrorKind::usage, fmt::format("'{}' is no point of the earth", text), "",
                   "latitude from -90 to 90, then longitude from -180 to 180"};
    if (radius <= 0) return Error{ErrorKind::usage, "a point needs a radius", "--radius", "give kilometres"};
    where.points.push_back(*point);
    return where;
  }
  Result<std::vector<Place>> places = resolve_places(source, text);
  if (!places.ok()) return places.error();
  where.places = *std::move(places);
  for (const Place& place : where.places) {
    if (place.point) where.points.push_back(*place.point);
    where.names.insert(normalised_name(place.name));
  }
  return where;
}

Result<bool> has_events(const EventSource& source, PlaceId place) {
  const auto row = source.rows(Axis::place, place.value, kOpenFuture)->next();
  if (!row.ok()) return row.error();
  return row->has_value();
}

Result<std::vector<Place>> places_of_events(const EventSource& source) {
  auto known = source.all_places();
  if (!known.ok()) return known.error();
  if (*known) return **std::move(known);
  std::set<PlaceId> ids;
  const auto rows = source.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const Result<std::optional<EventRow>> row = rows->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    if ((*row)->place) ids.insert((*row)->place);
  }
  std::vector<Place> places;
  for (const PlaceId id : ids) {
    Result<std::optional<Place>> place = source.find_place(id);
    if (!place.ok()) return place.error();
    if (place->has_value()) places.push_back(**std::move(place));
  }
  return places;
}

}  // namespace

double kilometres_between(GeoPoint a, GeoPoint b) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const double north = std::sin(radians(b.latitude - a.latitude) / 2);
  const double east = std::sin(radians(b.longitude - a.longitude) / 2);
  const double h = north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

Result<AtAnswer> events_at(const EventSource& source, std::string_view text, double radius,
                           const ListOptions& options) {
  const Result<Where> where = read_where(source, text, radius);
  if (!where.ok()) return where.error();
  const Result<std::vector<Place>> all = places_of_events(source);
  if (!all.ok()) return all.error();
  AtAnswer answer;
  for (const Place& place : *all) {
    NearPlace near{place, std::nullopt};
    if (place.point) {
      for (const GeoPoint& point : where->points) {
        const double distance = kilometres_between(point, *place.point);
        if (!near.kilometres || distance < *near.kilometres) near.kilometres = distance;
      }
    }
    const bool same =
        std::any_of(where->places.begin(), where->places.end(), [&](const Place& one) { return one.id == place.id; });
    const bool within = !place.within.empty() && where->names.contains(normalised_name(place.within));
    const bool close = radius > 0 && near.kilometres && *near.kilometres <= radius;
    if (!same && !close && (radius > 0 || !within)) continue;
    const Result<bool> used = has_events(source, place.id);
    if (!used.ok()) return used.error();
    if (*used) answer.places.push_back(std::move(near));
  }
  if (answer.places.empty())
    return Error{ErrorKind::not_found, fmt::format("no event happened at or near '{}'", text), "",
                 radius > 0 ? "give a greater --radius" : "give a --radius"};
  std::sort(answer.places.begin(), answer.places.end(), [](const NearPlace& a, const NearPlace& b) {
    const auto key = [](const NearPlace& p) {
      return std::tuple(!p.kilometres.has_value(), p.kilometres.value_or(0), p.place.id);
    };
    return key(a) < key(b);
  });
  ListOptions at = options;
  at.filter.places.clear();
  for (const NearPlace& near : answer.places) at.filter.places.push_back(near.place.id);
  Result<Listing> listing = list_events(source, at);
  if (!listing.ok()) return listing.error();
  answer.listing = *std::move(listing);
  return answer;
}

}  // namespace forewhen
