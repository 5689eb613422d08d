// SPDX-License-Identifier: Apache-2.0
// The time zone of an option, as an offset from UTC.
#pragma once

#include <string_view>

#include "forewhen/base/result.h"

namespace forewhen {

// Minutes east of UTC, from "Z", "UTC", "+05:30", "-0500", "+2" (hours) or "330" (minutes, three digits or without a
// sign). usage: all else. Names such as Europe/Oslo have two offsets a year and are refused rather than guessed.
Result<int> parse_time_zone(std::string_view text);

}  // namespace forewhen
