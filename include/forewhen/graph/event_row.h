// SPDX-License-Identifier: Apache-2.0
// The index row of an event that was read whole: graph and query reach linked events by id, everything else by rows.
#pragma once

#include "forewhen/model/event_source.h"

namespace forewhen {

// What an index would hold for the event.
EventRow row_of(const Event& event);

// Order of the index: newest earliest_start first, equal ones by id.
bool is_newer(const EventRow& a, const EventRow& b);

}  // namespace forewhen
