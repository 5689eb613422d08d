// SPDX-License-Identifier: Apache-2.0
// Where the program's own data lie at run time (rules, lexicons, gazetteer, language model).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "forewhen/base/result.h"

namespace forewhen {

// The file of that name, "<module>/<file>", looked for in $FOREWHEN_DATA, then in ../share/forewhen beside the program.
// not_found names every folder that was tried.
Result<std::filesystem::path> find_data(std::string_view name);

// The whole of such a file.
Result<std::string> read_data(std::string_view name);

}  // namespace forewhen
