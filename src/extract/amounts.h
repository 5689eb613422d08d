// SPDX-License-Identifier: Apache-2.0
// Numbers and quantities in front of a noun: what is counted, and where its own words begin.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/tree.h"

namespace forewhen {

// "hundreds of supporters", "six of her guards": the word of the people, not of the number. Other words are their own.
int counted_noun(const Tree& tree, int noun);

// How many words of the phrase, at its beginning, are "the", "a", numbers and quantities: "hundreds of union
// supporters" is about "union supporters", "at least 14 civilians" about "civilians". Less than all of them.
std::size_t determiner_length(const Tree& tree, const std::vector<int>& phrase);

}  // namespace forewhen
