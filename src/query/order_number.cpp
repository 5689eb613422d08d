// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/order_number.h"

#include <algorithm>

namespace forewhen {

std::uint32_t OrderNumbers::next(const Bounds& bounds) {
  if (is_open(bounds.earliest_start) || is_open(bounds.latest_start)) return 0;
  const bool up = number_ == 0 || bounds.earliest_start >= first_end_;
  number_ += up ? 1 : 0;
  first_end_ = up ? bounds.latest_start : std::min(first_end_, bounds.latest_start);
  return number_;
}

}  // namespace forewhen
