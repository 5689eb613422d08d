// SPDX-License-Identifier: Apache-2.0
// Tokens of one paragraph, cut as the Universal Dependencies English treebanks cut them.
#pragma once

#include <string_view>
#include <vector>

#include "forewhen/text/sentence.h"

namespace forewhen {

// In order; together they cover all that is not white space. Linear time.
std::vector<Token> tokenize(std::string_view text, Span paragraph);

}  // namespace forewhen
