// SPDX-License-Identifier: Apache-2.0
// From a time expression to the time of what happens at it.
#pragma once

#include <optional>
#include <string_view>

#include "forewhen/model/claim.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

// "since May" begins within May and was still so at `published`, "before Friday" begins before it, "until Friday" ends
// on it. The rule is "said", the words are those of the text with the preposition before them. REQUIRES: the
// expression's span lies in `text`; where a boundary word stands before it, its start has bounds.
ClaimTime claim_time(std::string_view text, const Timex& timex, const std::optional<CalendarTime>& published);

// The same day or month of the year before, for a date without a year that was taken for one yet to come. Open bounds
// stay open; the rule becomes "said, told in the past".
void a_year_earlier(ClaimTime& time);

}  // namespace forewhen
