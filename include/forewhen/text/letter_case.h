// SPDX-License-Identifier: Apache-2.0
// Letters: lower case without regard to language, so that a form and its entry in a word list meet.
#pragma once

#include <string>
#include <string_view>

namespace forewhen {

// Simple (one to one) lower case of every character. REQUIRES: valid UTF-8; other bytes are passed through.
std::string lower_case(std::string_view text);

// True when the first character is an upper-case or title-case letter.
bool starts_upper(std::string_view text);

}  // namespace forewhen
