// SPDX-License-Identifier: Apache-2.0
// How finely a text says when: the calendar unit of the expression.
#pragma once

#include <cstdint>
#include <string_view>

namespace forewhen {

// On disk, never reuse a number. Coarser units have larger numbers.
enum class Grain : std::uint8_t {
  none = 0,  // no date at all
  second = 1,
  minute = 2,
  hour = 3,
  day_part = 4,  // morning, night
  day = 5,
  weekend = 6,
  week = 7,
  month = 8,
  season = 9,  // three months that may begin in December
  quarter = 10,
  half_year = 11,
  year = 12,
  decade = 13,
  century = 14,
  millennium = 15,
};

std::string_view name_of(Grain grain);

}  // namespace forewhen
