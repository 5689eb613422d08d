// SPDX-License-Identifier: Apache-2.0
// A point of time: whole seconds since 1970-01-01T00:00:00 UTC, signed 64 bits, proleptic Gregorian calendar.
// Leap seconds do not exist here. The two extreme values mean "open", not a time.
#pragma once

#include <chrono>
#include <cstdint>

namespace forewhen {

using Instant = std::chrono::sys_seconds;
using std::chrono::seconds;

inline constexpr Instant kOpenPast = Instant::min();    // before all times: no lower bound is known
inline constexpr Instant kOpenFuture = Instant::max();  // after all times: no upper bound is known

inline constexpr bool is_open(Instant t) { return t == kOpenPast || t == kOpenFuture; }

// `t + d`, where open ends stay open and the sum never leaves the range.
constexpr Instant shifted(Instant t, seconds d) {
  if (is_open(t)) return t;
  if (d > seconds::zero() && t > kOpenFuture - d) return kOpenFuture;
  if (d < seconds::zero() && t < kOpenPast - d) return kOpenPast;
  return t + d;
}

// Half open: the instants t with begin <= t < end.
struct Interval {
  Instant begin = kOpenPast;
  Instant end = kOpenFuture;

  bool contains(Instant t) const { return begin <= t && t < end; }
  bool overlaps(const Interval& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace forewhen
