// SPDX-License-Identifier: Apache-2.0
// The axis of a drawn timeline: where times lie between its two ends, and round dates to write below.
#pragma once

#include <string>
#include <vector>

#include "forewhen/time/bounds.h"

namespace forewhen {

struct Tick {
  Instant at;
  std::string label;  // "1984", "44 BCE", "2023-03", "2023-03-14", "2023-03-14T15:00"
};

class TimeAxis {
 public:
  // As long as all that is known of these bounds; at least a second. A side on which something is open has room for
  // that.
  explicit TimeAxis(const std::vector<Bounds>& bounds);

  Interval range() const { return range_; }
  Interval known() const { return known_; }  // without the room for what is open
  // 0 at the beginning, 1 at the end; open ends lie there, and so does what is outside.
  double at(Instant t) const;
  // The finest round dates whose labels, with two columns between them, fit into so many columns; oldest first.
  std::vector<Tick> ticks(std::size_t columns) const;

 private:
  Interval range_, known_;
};

}  // namespace forewhen
