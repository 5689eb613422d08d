// SPDX-License-Identifier: Apache-2.0
// An event by its id or by an id that it once had.
#pragma once

#include "forewhen/model/event_source.h"

namespace forewhen {

// not_found: neither an event nor a claim of that id.
Result<Event> find_event_or_alias(const EventSource& source, EventId id);

}  // namespace forewhen
