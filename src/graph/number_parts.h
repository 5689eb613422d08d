// SPDX-License-Identifier: Apache-2.0
// Parts of a graph under the numbers that answers show.
#pragma once

#include <cstdint>
#include <vector>

namespace forewhen {

// Whatever the numbers of the parts are: from 1 on, the part with most vertices first, equal ones by their first.
std::vector<std::uint32_t> number_parts(const std::vector<std::uint32_t>& parts);

}  // namespace forewhen
