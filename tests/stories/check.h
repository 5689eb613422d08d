// SPDX-License-Identifier: Apache-2.0
// Holds what the program answered against what a story expects.
#pragma once

#include <string>
#include <vector>

#include "tests/cli/process.h"
#include "tests/stories/story.h"

namespace forewhen::stories {

// One line for each expectation that does not hold, beginning with file and line; none when all do.
// `result` is what the question's command printed: one JSON object a line with "event", "mentions", "when", ...
std::vector<std::string> check_question(const Story& story, const Question& question, const ProcessResult& result);

}  // namespace forewhen::stories
