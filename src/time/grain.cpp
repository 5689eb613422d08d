// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/grain.h"

#include <array>

namespace forewhen {

std::string_view name_of(Grain grain) {
  static constexpr std::array<std::string_view, 16> kNames = {
      "none",  "second", "minute",  "hour",      "day_part", "day",    "weekend", "week",
      "month", "season", "quarter", "half_year", "year",     "decade", "century", "millennium"};
  return kNames[static_cast<std::size_t>(grain) & 15];
}

}  // namespace forewhen
