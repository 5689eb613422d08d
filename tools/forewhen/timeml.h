// SPDX-License-Identifier: Apache-2.0
// A text with its time expressions marked up: TIMEX3 elements in the running text, or a whole TimeML document.
// Read back by an XML parser, the text is the same, but for characters that XML cannot hold: U+FFFD takes their place.
#pragma once

#include <string>
#include <vector>

#include "forewhen/model/document.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

// REQUIRES: `times` as find_timexes gives them for `text`
std::string to_inline_timex3(std::string_view text, const std::vector<Timex>& times);
// TimeML 1.2.1 with DOCID, DCT (empty without a day of publication), TITLE where there is one, and TEXT.
std::string to_timeml(const Document& document, const std::vector<Timex>& times);

}  // namespace forewhen
