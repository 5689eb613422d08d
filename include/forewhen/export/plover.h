// SPDX-License-Identifier: Apache-2.0
// Events as PLOVER records (manual 2.0), one JSON object a line, as `forewhen import --format plover` reads them.
#pragma once

#include <optional>
#include <string>

#include "forewhen/model/event.h"

namespace forewhen {

// Without a line break. Nothing for what PLOVER cannot say: no type, no actor, no date, not happened. Where the start
// is not known to the day, `date` is the first day that it may be and `enddate` the last, and the comment has the EDTF.
std::optional<std::string> to_plover(const Event& event);

}  // namespace forewhen
