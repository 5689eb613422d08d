// SPDX-License-Identifier: Apache-2.0
// Words for the same kind of event, so that "drone strike" finds what a text calls a drone attack. Small on purpose:
// only words that news uses for one and the same event.
#pragma once

#include <string>
#include <vector>

namespace forewhen {

// Stems of other words for it, sorted; without the stem itself. Empty for a word that has none.
std::vector<std::string> synonyms_of(const std::string& stem);

// Whether the word is known to name a kind of event and hardly anything else: "attack", but not "bomb".
bool names_event(const std::string& stem);

}  // namespace forewhen
