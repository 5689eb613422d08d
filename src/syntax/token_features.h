// SPDX-License-Identifier: Apache-2.0
// What the models see of a token: hashes of its form, its shape and its ends, and its word classes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/lemmatiser.h"

namespace forewhen::syntax {

struct TokenFeatures {
  std::uint64_t form = 0;
  std::uint64_t lower = 0;  // normalised: lower case, numbers as one, quotes as one
  std::uint64_t shape = 0;
  std::uint64_t prefix = 0;  // three bytes
  std::uint64_t suffix[4] = {};
  std::uint64_t classes = 0;
  std::uint64_t frames = 0;
  bool capital = false;
  bool shouted = false;  // the form has more than one letter and none in lower case
};

std::vector<TokenFeatures> describe_tokens(const std::vector<std::string_view>& forms, const Lemmatiser& lemmatiser);

// Lower case, with numbers, years and quotes each brought to one form.
std::string normalise(std::string_view form);

}  // namespace forewhen::syntax
