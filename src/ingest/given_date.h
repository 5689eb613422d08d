// SPDX-License-Identifier: Apache-2.0
// A date as a field of JSON gives it: EDTF or ISO 8601.
#pragma once

#include <string_view>

#include "forewhen/base/result.h"
#include "forewhen/time/bounds.h"

namespace forewhen::ingest {

// refused: says what is wrong with it. Bounds as bounds_of() has them, the grain that of the text as it is written.
Result<When> read_date(std::string_view text);

// Digits and marks of dates only: not words, even where it is no good date.
bool looks_like_date(std::string_view text);

}  // namespace forewhen::ingest
