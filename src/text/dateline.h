// SPDX-License-Identifier: Apache-2.0
// The dateline that opens a news story: place, perhaps date and agency, and a dash: "BASRA, Iraq (AP) --". It is no
// part of the first sentence.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "forewhen/text/sentence.h"

namespace forewhen {

// How many of a paragraph's first tokens are its dateline, the dash included; 0 when there is none. The place is in
// capitals, or an agency stands in brackets; without a dash both a date or region and an agency must be there
// ("Velin, March 8 (IANS) The ...").
std::size_t dateline_length(std::string_view text, const std::vector<Token>& tokens);

}  // namespace forewhen
