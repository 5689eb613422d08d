// SPDX-License-Identifier: Apache-2.0
// A cell of tab-separated values.
#pragma once

#include <string>
#include <string_view>

namespace forewhen {

// Tabs, line breaks and backslashes as \t, \n, \r, \\.
std::string tsv_cell(std::string_view text);

}  // namespace forewhen
