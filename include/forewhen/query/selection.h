// SPDX-License-Identifier: Apache-2.0
// Which events a list is of, without reading them: for writers that take one event at a time, however many there are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forewhen/query/listing.h"

namespace forewhen {

struct Selection {
  std::vector<EventId> events;  // oldest first, those of the same bounds by id; undated ones at the end
  std::uint64_t more = 0;       // that the limit kept back
  LeftOut left_out;
};

// The events of list_events() with the same options. A limit keeps the latest, as there.
Result<Selection> select_events(const EventSource& source, const ListOptions& options = {});
// Those of timeline().
Result<Selection> select_timeline(const EventSource& source, std::string_view name, const ListOptions& options = {});

}  // namespace forewhen
