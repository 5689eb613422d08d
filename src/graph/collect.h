// SPDX-License-Identifier: Apache-2.0
// The rows and links that a window is made of, read from the source.
#pragma once

#include "forewhen/graph/window.h"

namespace forewhen {

// Whether an event is one of those that the window wants: its time, modality and polarity.
bool fits(const EventRow& row, const WindowOptions& options);

struct Collection {
  std::vector<EventRow> rows;  // newest first, equal ones by id
  std::vector<Link> links;     // sorted, unique
  bool cut = false;
};

Result<Collection> collect(const EventSource& source, const WindowOptions& options);

}  // namespace forewhen
