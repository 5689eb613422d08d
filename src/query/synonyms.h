// SPDX-License-Identifier: Apache-2.0
// Words for the same kind of event, so that "drone strike" finds what a text calls a drone attack. Small on purpose:
// only words that news uses for one and the same event.
#pragma once

#include <string>
#include <vector>

namespace forewhen {

// Stems of other words for it, sorted; without the stem itself. Empty for a word that has none.
std::vector<std::string> synonyms_of(const std::string& stem);

}  // namespace forewhen
