// SPDX-License-Identifier: Apache-2.0
// Dates that a given event has in words ("last Friday"), worked out against the day of publication.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/ingest/given_claims.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

struct ImpossibleDate {
  std::size_t claim = 0;  // index into DocumentClaims::claims
  std::string why;
};

// Words that the text has are read where they stand, in its tense and after its other dates; words of the giver's own
// by themselves. What they leave open stays open: the claim keeps its words and no date. Returns the claims, by index,
// whose words name a day that does not exist, and why; they are left undated. refused: a date in EDTF stands beside the
// words and the two cannot both hold.
Result<std::vector<ImpossibleDate>> date_words(GivenClaims& given, TimexOptions options);

}  // namespace forewhen
