// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/bounds.h"

#include <algorithm>

namespace forewhen {

Bounds within(Interval interval) { return {interval.begin, interval.end, interval.begin, interval.end}; }

Bounds since(Interval start, Instant holds_at) {
  return {start.begin, start.end, std::max(start.begin, holds_at), kOpenFuture};
}

bool is_consistent(const Bounds& b) {
  return b.earliest_start < b.latest_start && b.earliest_end < b.latest_end && b.earliest_start < b.latest_end;
}

std::optional<Bounds> intersect(const Bounds& a, const Bounds& b) {
  const Bounds both{std::max(a.earliest_start, b.earliest_start), std::min(a.latest_start, b.latest_start),
                    std::max(a.earliest_end, b.earliest_end), std::min(a.latest_end, b.latest_end)};
  if (!is_consistent(both)) return std::nullopt;
  return both;
}

Certainty precedes(const Bounds& a, const Bounds& x) {
  if (a.latest_start <= x.earliest_start) return Certainty::definite;
  return a.earliest_start < x.latest_start ? Certainty::possible : Certainty::no;
}

Standing standing_at_start(const Bounds& a, const Bounds& x) {
  if (a.latest_end <= x.earliest_start) return Standing::ended;
  // The end lies after earliest_end, so after every start that X may have; A must surely have begun by then.
  if (a.earliest_end >= x.latest_start && precedes(a, x) == Certainty::definite) return Standing::going_on;
  return Standing::unknown;
}

std::string_view name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::no:
      return "no";
    case Certainty::possible:
      return "possible";
    case Certainty::definite:
      return "definite";
  }
  return "";
}

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::ended:
      return "ended";
    case Standing::going_on:
      return "going on";
    case Standing::unknown:
      return "unknown";
  }
  return "";
}

}  // namespace forewhen
