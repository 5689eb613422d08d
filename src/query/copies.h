// SPDX-License-Identifier: Apache-2.0
// Which texts are copies of one another: a wire story under another headline, a cut of it, a story taken over with a
// paragraph more. Containment of word shingles: A. Z. Broder, "On the resemblance and containment of documents", 1997.
// The shingles of a text are its runs of five words, words being runs of letters and digits in lower case; of two texts
// the one with fewer shingles is a copy if at least half of its shingles stand in the other as well. All shingles are
// compared and none is sampled, so nothing depends on chance. Quotations that two reports share stay below one half,
// unless there is little else in the shorter one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace forewhen {

// Hashes of the shingles, sorted, each once. A text of fewer than five words has one; one without words has none.
std::vector<std::uint64_t> shingles_of(std::string_view text);

// Of the shingles of the text that has fewer: how many of them the other has, 0 to 1. 0 if one has none.
double containment(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

inline constexpr double kCopied = 0.5;

// For each text the least number of a text that it hangs together with by copies (its own if there is none), copies of
// copies counting; so the parts do not depend on the order.
std::vector<std::size_t> copy_groups(const std::vector<std::vector<std::uint64_t>>& texts);

}  // namespace forewhen
