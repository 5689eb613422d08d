// SPDX-License-Identifier: Apache-2.0
// From what the greedy parser leaves to a tree with one root, and back from labelled trees that no English clause has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen::syntax {

// `heads` from parse_heads (the root is the number of words). Returns heads with -1 for one root; the other words that
// hung on the root are put under it. The root is the first finite verb among them, else the first that is no
// punctuation.
std::vector<int> choose_root(const std::vector<int>& heads, const std::vector<std::string_view>& tags);

// A past tense cannot modify a noun. Where the parser made one do so, either it is the clause's verb ("hundreds of
// farmers clashed": it becomes the root, the nominal root its subject), or its tag is wrong ("the man arrested there
// said": VBN). All three columns may change.
void repair_past_tense(std::vector<int>& heads, std::vector<std::string_view>& tags,
                       std::vector<std::string_view>& relations);

}  // namespace forewhen::syntax
