// SPDX-License-Identifier: Apache-2.0
// The text of a verb pattern: words and &SETS around "*", which is the verb; "$" the source, "+" the target, "^" a noun
// phrase to skip, "%" a coordinated one that is both sides. "_" attaches an element to its neighbour; braces and round
// brackets only group.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "coding/verbs.h"

namespace forewhen {

inline constexpr std::size_t kNoSynset = static_cast<std::size_t>(-1);

// Index of the set of that name (lower case), or kNoSynset.
using FindSynset = std::function<std::size_t(const std::string&)>;

// Fills in both sides; returns what is wrong, "" when nothing is.
std::string parse_pattern(std::string_view text, const FindSynset& find_synset, Pattern& pattern);

}  // namespace forewhen
