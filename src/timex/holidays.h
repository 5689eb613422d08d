// SPDX-License-Identifier: Apache-2.0
// Holidays that fall by rule, as English newspapers name them.
#pragma once

#include <optional>
#include <string_view>

#include "forewhen/time/civil.h"
#include "timex/reader.h"

namespace forewhen::timex {

// Longest holiday name that begins at the token: its number (from 1) and the position after it; {0, 0} when none does.
struct HolidayName {
  int number = 0;
  std::size_t end = 0;
};
HolidayName holiday_at(const Reader& r, std::size_t i);

// REQUIRES: a number that holiday_at gave
CivilDate holiday_date(int number, std::int64_t year);

// Western Easter Sunday; algorithm of Meeus, Jones and Butcher.
CivilDate easter_sunday(std::int64_t year);

}  // namespace forewhen::timex
