// SPDX-License-Identifier: Apache-2.0
#include "forewhen/graph/oldest_start.h"

namespace forewhen {

Result<Instant> oldest_start(const EventSource& source, Instant begin) {
  if (is_open(begin)) return kOpenPast;
  const Result<std::optional<seconds>> vagueness = source.vagueness();
  if (!vagueness.ok()) return vagueness.error();
  return *vagueness ? shifted(begin, -**vagueness) : kOpenPast;
}

}  // namespace forewhen
