// SPDX-License-Identifier: Apache-2.0
// Text made safe for a terminal, measured and broken into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen {

// Columns that the text takes: wide East Asian characters two, combining marks none. REQUIRES: printable text.
std::size_t columns_of(std::string_view text);

// Lines of at most `width` columns, broken at blanks, within a word only when it is longer than a line. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace forewhen
