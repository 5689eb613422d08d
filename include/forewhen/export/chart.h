// SPDX-License-Identifier: Apache-2.0
// How a timeline is drawn: by characters (draw.h) and as SVG (the format "svg").
#pragma once

#include <cstddef>
#include <string_view>

#include "forewhen/base/result.h"

namespace forewhen {

// What the lanes of a drawn timeline stand for.
enum class LaneBy { actor, place, type };
// usage: none of "actor", "place", "type"
Result<LaneBy> find_lane_by(std::string_view name);

struct ChartStyle {
  LaneBy lanes = LaneBy::actor;
  std::size_t width = 1000;  // of an SVG, in its units: pixels on a screen; at least kLeastChartWidth
};
inline constexpr std::size_t kLeastChartWidth = 400;

}  // namespace forewhen
