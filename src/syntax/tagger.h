// SPDX-License-Identifier: Apache-2.0
// Part-of-speech tags from left to right, each with the two before it in view. Collins 2002, with averaged weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/feature.h"
#include "syntax/scorer.h"
#include "syntax/token_features.h"

namespace forewhen::syntax {

constexpr std::uint8_t no_tag = 255;

// Features of tag `i` when `tags` are known up to it.
void tag_features(const std::vector<TokenFeatures>& tokens, const std::vector<std::uint8_t>& tags, std::size_t i,
                  FeatureList& features);

std::vector<std::uint8_t> tag_tokens(const std::vector<TokenFeatures>& tokens, const Scorer& scorer,
                                     std::size_t tag_count);

}  // namespace forewhen::syntax
