// SPDX-License-Identifier: Apache-2.0
// What holds for the time expressions of any text whatever; shared by the tests and the fuzz target.
#pragma once

#include <string>
#include <string_view>

#include "forewhen/base/utf8.h"
#include "forewhen/time/edtf.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

// The first thing that does not hold; empty when all is well. REQUIRES: valid UTF-8
inline std::string broken_property(std::string_view text, const TimexOptions& options) {
  std::uint32_t past = 0;
  for (const Timex& timex : find_timexes(text, options)) {
    const std::string shown = "'" + std::string(timex.span.of(text.substr(0, text.size()))) + "': ";
    if (timex.span.begin < past || timex.span.empty() || timex.span.end > text.size())
      return shown + "spans overlap or are out of order";
    past = timex.span.end;
    if (!is_character_boundary(text, timex.span.begin) || !is_character_boundary(text, timex.span.end))
      return shown + "cuts a character";
    if (timex.anchor.end > text.size() || !is_character_boundary(text, timex.anchor.end))
      return shown + "the anchor cuts a character";
    if (timex.invalid.empty() == timex.value.empty()) return shown + "either a value or the reason why there is none";
    if (!is_consistent(timex.when.bounds)) return shown + "the bounds leave no time";
    if (timex.when.edtf.empty()) continue;
    const auto edtf = parse_edtf(timex.when.edtf);
    if (!edtf) return shown + to_string(edtf.error());
    const Interval extent = extent_of(*edtf);
    // Parts of the day and clock times may reach over midnight, clock times over the zone.
    const bool within_edtf = extent.begin <= shifted(timex.when.bounds.earliest_start, seconds{86400}) &&
                             shifted(timex.when.bounds.latest_end, seconds{-86400}) <= extent.end;
    if (!within_edtf) return shown + "the bounds leave " + timex.when.edtf;
  }
  return "";
}

}  // namespace forewhen
