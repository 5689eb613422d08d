// SPDX-License-Identifier: Apache-2.0
#include "forewhen/model/plover.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace forewhen {
namespace {

constexpr std::array<std::string_view, 17> kNames = {
    "",       "AGREE",  "CONSULT",  "SUPPORT", "CONCEDE",  "COOPERATE", "AID",    "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",  "COERCE", "ASSAULT"};

}  // namespace

std::string_view name_of(PloverType type) {
  const auto at = static_cast<std::size_t>(type);
  return at < kNames.size() ? kNames[at] : std::string_view{};
}

std::optional<PloverType> parse_plover(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (std::equal(name.begin(), name.end(), kNames[i].begin(), kNames[i].end(),
                   [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; }))
      return static_cast<PloverType>(i);
  }
  return std::nullopt;
}

}  // namespace forewhen
