// SPDX-License-Identifier: Apache-2.0
// Cuts a text into paragraphs: stretches that no sentence crosses.
#pragma once

#include <string_view>
#include <vector>

#include "forewhen/base/span.h"

namespace forewhen {

// In order, without the white space around them, never empty. A blank line always parts; a single line break parts only
// where it was not made by wrapping: before a bullet, or where the next line starts anew though its first word would
// have fitted well on the line before.
std::vector<Span> split_paragraphs(std::string_view text);

}  // namespace forewhen
