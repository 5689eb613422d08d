// SPDX-License-Identifier: Apache-2.0
// Each relation puts the four ends of the two intervals in one order, some of them at one instant. It is possible when
// instants can be chosen in that order: each group of ends has an instant that all its bounds allow, and none of an
// earlier group must lie at or after what a later one may have at most.
#include "forewhen/time/allen.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace forewhen {
namespace {

constexpr std::string_view kNames[kAllenRelations] = {
    "before",      "meets",    "overlaps",   "starts",        "during", "finishes", "equals",
    "finished by", "contains", "started by", "overlapped by", "met by", "after"};

// Twice the seconds; odd numbers are just beside an instant: 2t+1 right after t, or right before t+1.
struct Range {
  std::int64_t least, most;
};
constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();  // odd: no instant itself

std::int64_t doubled(Instant t) {
  const std::int64_t count = t.time_since_epoch().count();
  constexpr std::int64_t kMost = kEnd / 2 - 2;
  return 2 * std::clamp(count, -kMost, kMost);
}
Range start_range(const Bounds& b) {
  return {b.earliest_start == kOpenPast ? -kEnd : doubled(b.earliest_start),
          b.latest_start == kOpenFuture ? kEnd : doubled(b.latest_start) - 1};
}
Range end_range(const Bounds& b) {
  return {b.earliest_end == kOpenPast ? -kEnd : doubled(b.earliest_end) + 1,
          b.latest_end == kOpenFuture ? kEnd : doubled(b.latest_end)};
}

enum End { a_start, a_end, x_start, x_end };
// The place of each end in the order, from 0.
using Order = std::array<int, 4>;
constexpr Order kOrders[kAllenRelations] = {
    {0, 1, 2, 3},  // before
    {0, 1, 1, 2},  // meets
    {0, 2, 1, 3},  // overlaps
    {0, 1, 0, 2},  // starts
    {1, 2, 0, 3},  // during
    {1, 2, 0, 2},  // finishes
    {0, 1, 0, 1},  // equals
    {0, 2, 1, 2},  // finished by
    {0, 3, 1, 2},  // contains
    {0, 2, 0, 1},  // started by
    {1, 3, 0, 2},  // overlapped by
    {1, 2, 0, 1},  // met by
    {2, 3, 0, 1},  // after
};

bool is_possible(const std::array<Range, 4>& ends, const Order& order) {
  std::int64_t least = -kEnd;  // that the groups so far force
  bool first = true;
  for (int place = 0; place < 4; ++place) {
    Range group{-kEnd, kEnd};
    bool any = false;
    for (int end = 0; end < 4; ++end) {
      if (order[end] != place) continue;
      any = true;
      group.least = std::max(group.least, ends[end].least), group.most = std::min(group.most, ends[end].most);
    }
    if (!any) break;
    if (group.least > group.most) return false;
    // Between two instants there is room for any number of later ones; at an instant there is none.
    if (!first && (least > group.most || (least == group.most && least % 2 == 0))) return false;
    least = std::max(least, group.least);
    first = false;
  }
  return true;
}

}  // namespace

std::string_view name_of(AllenRelation relation) { return kNames[static_cast<int>(relation)]; }

std::optional<AllenRelation> parse_allen(std::string_view name) {
  std::string plain(name);
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  for (int i = 0; i < kAllenRelations; ++i)
    if (kNames[i] == plain) return static_cast<AllenRelation>(i);
  return std::nullopt;
}

AllenSet possible_relations(const Bounds& a, const Bounds& x) {
  const std::array<Range, 4> ends{start_range(a), end_range(a), start_range(x), end_range(x)};
  AllenSet possible = 0;
  for (int i = 0; i < kAllenRelations; ++i)
    if (is_possible(ends, kOrders[i])) possible |= static_cast<AllenSet>(1u << i);
  return possible;
}

Certainty holds(AllenSet possible, AllenSet wanted) {
  if ((possible & wanted) == 0) return Certainty::no;
  return (possible & ~wanted) == 0 ? Certainty::definite : Certainty::possible;
}

}  // namespace forewhen
