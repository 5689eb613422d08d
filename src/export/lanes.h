// SPDX-License-Identifier: Apache-2.0
// Events sorted into the lanes of a drawn timeline.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "forewhen/export/chart.h"
#include "forewhen/model/event.h"

namespace forewhen {

struct Lane {
  std::string name;                 // raw text
  std::vector<std::size_t> events;  // in the order in which they came, each once
};

class Lanes {
 public:
  explicit Lanes(LaneBy by) : by_(by) {}
  // An event of several actors stands in the lane of each.
  void add(const Event& event, std::size_t number);
  // The fullest first, of the same size by name.
  std::vector<Lane> sorted() const;

 private:
  LaneBy by_;
  std::map<std::string, std::vector<std::size_t>> lanes_;
};

// Rows of a lane, filled from the top: each bar goes into the first one that is free from where it begins.
class RowPacker {
 public:
  // The row of a bar that takes [begin, end).
  std::size_t place(double begin, double end);
  std::size_t rows() const { return taken_.size(); }

 private:
  std::vector<double> taken_;  // of each row, up to here
};

// Something is known of the start: there is a place on the axis for it.
bool can_be_drawn(const Bounds& bounds);

}  // namespace forewhen
