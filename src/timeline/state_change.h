// SPDX-License-Identifier: Apache-2.0
// What changes in the graph at once.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "forewhen/model/claim_source.h"

namespace forewhen {

// A document that is named and has no claims goes. No name: none changes.
struct StateChange {
  std::string document;
  std::optional<DocumentClaims> claims;
  std::vector<Decision> added;
  std::set<std::uint64_t> removed;  // by number
};

}  // namespace forewhen
