// SPDX-License-Identifier: Apache-2.0
// How two intervals lie to each other (J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26, 1983),
// where of both only bounds are known. Time is continuous; an interval ends after it starts.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "forewhen/time/bounds.h"

namespace forewhen {

enum class AllenRelation : std::uint8_t {
  before,    // a ends before x starts
  meets,     // a ends as x starts
  overlaps,  // a starts first, and ends while x lasts
  starts,    // both start at once, a ends first
  during,    // a starts after x and ends before it
  finishes,  // both end at once, a starts later
  equals,
  finished_by,  // the converses, from here on
  contains,
  started_by,
  overlapped_by,
  met_by,
  after,
};
inline constexpr int kAllenRelations = 13;

std::string_view name_of(AllenRelation relation);  // "before", "finished by", ...
// Names as above; "-" and "_" stand for blanks.
std::optional<AllenRelation> parse_allen(std::string_view name);

// A set of relations: bit i is AllenRelation(i).
using AllenSet = std::uint16_t;
constexpr AllenSet set_of(AllenRelation relation) { return static_cast<AllenSet>(1u << static_cast<int>(relation)); }
// They have some time in common, which is more than a point.
inline constexpr AllenSet kSharesTime = 0x1FFF & ~(1u << 0 | 1u << 1 | 1u << 11 | 1u << 12);
// Nothing of a lies outside x.
inline constexpr AllenSet kWithin = set_of(AllenRelation::starts) | set_of(AllenRelation::during) |
                                    set_of(AllenRelation::finishes) | set_of(AllenRelation::equals);

// All relations that a may have to x, whatever the bounds allow. Never empty when both bounds are consistent.
AllenSet possible_relations(const Bounds& a, const Bounds& x);

// definite: no relation outside `wanted` is possible; no: none within it is.
Certainty holds(AllenSet possible, AllenSet wanted);

}  // namespace forewhen
