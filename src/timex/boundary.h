// SPDX-License-Identifier: Apache-2.0
// The words beside an expression that tie an event to it: prepositions before it, and the event that it is counted
// from.
#pragma once

#include "forewhen/timex/timex.h"
#include "timex/expression.h"
#include "timex/reader.h"

namespace forewhen::timex {

TimexBoundary boundary_before(const Reader& r, const Match& match);

// "two days [after the crash]": fills relative_to_event, anchor and anchor_relation when an event follows.
void find_anchor(const Reader& r, const Match& match, Timex& timex);

Surroundings surroundings(const Reader& r, const Match& match);

}  // namespace forewhen::timex
