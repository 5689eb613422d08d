// SPDX-License-Identifier: Apache-2.0
// How often tests of faults try: a few times in each run of the suite, FOREWHEN_TRIALS=200 for a long look.
#pragma once

#include <algorithm>
#include <cstdlib>

namespace forewhen {

inline int trials(int usual) {
  const char* wanted = std::getenv("FOREWHEN_TRIALS");
  return wanted ? std::max(1, std::atoi(wanted)) : usual;
}

}  // namespace forewhen
