// SPDX-License-Identifier: Apache-2.0
// Tells a story to the program: builds a graph of its documents, asks its questions, and compares.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/stories/story.h"

namespace forewhen::stories {

// What did not hold, a line each; none when the story holds. `scratch` is an empty folder.
std::vector<std::string> tell(const Story& story, const std::filesystem::path& program,
                              const std::filesystem::path& scratch);

}  // namespace forewhen::stories
