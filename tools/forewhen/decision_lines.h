// SPDX-License-Identifier: Apache-2.0
// Decisions as JSON lines, so that they can be taken into another database.
#pragma once

#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/decision.h"

namespace forewhen {

// Without a line break.
std::string to_json(const Decision& decision);

// refused: names file, line and cause; one bad line and nothing is taken. `path` "-" is standard input.
Result<std::vector<Decision>> read_decisions(const std::string& path);

}  // namespace forewhen
