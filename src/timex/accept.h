// SPDX-License-Identifier: Apache-2.0
// Whether words of the right form are a time expression where they stand: ages, amounts and names are not.
#pragma once

#include "timex/expression.h"
#include "timex/reader.h"

namespace forewhen::timex {

bool is_time_here(const Reader& r, const Match& match);

}  // namespace forewhen::timex
