// SPDX-License-Identifier: Apache-2.0
// A document's head and its time expressions as JSON values, the same in every command that writes them.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "forewhen/model/document.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

// Null where open.
nlohmann::ordered_json json_date(Instant t);
// id, published (null without one) and published_from.
nlohmann::ordered_json json_head(const Document& document);
// Ids t1, t2, ... in the order of the text; byte offsets into it, half open. REQUIRES: spans lie in the text
nlohmann::ordered_json json_times(std::string_view text, const std::vector<Timex>& times);

}  // namespace forewhen
