// SPDX-License-Identifier: Apache-2.0
// The version of the layout on disk. Any change of keys or values that an older program would misread takes the next
// number, a way to migrate or a refusal, and the new text of schemas/storage.md, all in one commit.
#pragma once

#include <cstdint>
#include <string_view>

namespace forewhen::store {

inline constexpr std::uint64_t kLayout = 1;                       // without decisions
inline constexpr std::uint64_t kLayoutWithDecisions = 2;          // the same and a table of them
inline constexpr std::uint64_t kLayoutsOfOldDataSets[] = {3, 4};  // refused: rows of data sets in other values
inline constexpr std::uint64_t kLayoutWithDataSets = 5;           // rows of data sets too, decisions or not
inline constexpr std::string_view kProgram = "forewhen 0.1.0";    // a test holds it to CMakeLists.txt

}  // namespace forewhen::store
