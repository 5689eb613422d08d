// SPDX-License-Identifier: Apache-2.0
// "What happened here?" Events at a place, at places that lie within it, or at places near a point.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forewhen/query/listing.h"

namespace forewhen {

struct NearPlace {
  Place place;
  std::optional<double> kilometres;  // from the centre, when both have a point
};

struct AtAnswer {
  std::vector<NearPlace> places;  // at which there are events: nearest first, then by id; those without a point last
  Listing listing;
};

// `where` is a place's id (p...), a name, or "latitude,longitude" in degrees (WGS 84). With a radius (kilometres, more
// than 0) all places within it of the point, or of each place of the name that has one; without, the places of that
// name and those of which a source says that they lie within it. Distances are great circles on a sphere of
// 6371.0088 km, the mean radius (IUGG); a place without a point is never near.
// usage: no such latitude or longitude, a point without a radius; not_found: no such place, or none near.
Result<AtAnswer> events_at(const EventSource& source, std::string_view where, double radius,
                           const ListOptions& options = {});

double kilometres_between(GeoPoint a, GeoPoint b);

}  // namespace forewhen
