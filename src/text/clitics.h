// SPDX-License-Identifier: Apache-2.0
// Words written as one that the treebanks count as two: didn't, Iraq's, cannot, 5pm.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace forewhen {

// Offsets inside `word` at which a further token begins; empty for most words, ascending.
std::vector<std::size_t> find_clitics(std::string_view word);

}  // namespace forewhen
