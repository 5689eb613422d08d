// SPDX-License-Identifier: Apache-2.0
// Numbers for the order of a timeline that claim no more than is certain.
#pragma once

#include <cstdint>

#include "forewhen/time/bounds.h"

namespace forewhen {

class OrderNumbers {
 public:
  // The number of the next event; those must come in the order of time. It goes up where the event certainly starts
  // after one of those that bear the number before; between events of one number no order is stated. 0 for an event
  // without bounds on both sides of its start.
  std::uint32_t next(const Bounds& bounds);

 private:
  std::uint32_t number_ = 0;
  Instant first_end_ = kOpenPast;  // by which the first of the present number has certainly started
};

}  // namespace forewhen
