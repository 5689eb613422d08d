// SPDX-License-Identifier: Apache-2.0
// Do two documents tell the same story? By the words that they share, names first: the cosine of their term vectors
// (Salton's vector space model; words cut to their first five letters, which conflates forms nearly as well as a
// stemmer and costs nothing). From the two documents alone, so that no third one can change the answer.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "forewhen/model/claim_source.h"
#include "forewhen/model/document.h"

namespace forewhen {

// The key of a block of things of one day, given in days since 1970: those of one week have the same first 16 bits, so
// that what is looked up for one document lies close together in the store.
BlockKey block_of_day(std::int64_t day, std::string_view what);

struct StoryProfile {
  std::vector<std::pair<std::uint64_t, float>> terms;  // hash of a word and its weight; sorted, of unit length
  std::vector<BlockKey> blocks;                        // see story_blocks
};

// Names weigh three times as much as other words; words without content count nothing. The title counts as text.
StoryProfile profile_of(const Document& document);

// From 0 to 1; 0 for two that share no block; above kSameStory they are taken to tell of the same happenings.
float likeness(const StoryProfile& a, const StoryProfile& b);
inline constexpr float kSameStory = 0.3F;

// `blocks` of a profile: keys under which documents of the same story are looked for, made of pairs of the names that
// it says most often and of the week of publication and the next. Documents published more than two weeks apart share
// none.

}  // namespace forewhen
