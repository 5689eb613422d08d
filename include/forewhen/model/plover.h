// SPDX-License-Identifier: Apache-2.0
// The sixteen event types of PLOVER 2.0 (Political Language Ontology for Verifiable Event Records).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace forewhen {

// On disk, never reuse a number.
enum class PloverType : std::uint8_t {
  none = 0,  // an event that no type fits; it is kept all the same
  agree = 1,
  consult = 2,
  support = 3,
  concede = 4,
  cooperate = 5,
  aid = 6,
  retreat = 7,
  request = 8,
  accuse = 9,
  reject = 10,
  threaten = 11,
  protest = 12,
  sanction = 13,
  mobilize = 14,
  coerce = 15,
  assault = 16,
};

// "ASSAULT"; empty for none.
std::string_view name_of(PloverType type);
// Reads that name in any case.
std::optional<PloverType> parse_plover(std::string_view name);

}  // namespace forewhen
