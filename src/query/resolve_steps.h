// SPDX-License-Identifier: Apache-2.0
// The ways of naming an event, one function each.
#pragma once

#include "forewhen/query/resolve.h"
#include "forewhen/query/wording.h"

namespace forewhen {

// A row of a data set by its own id, with or without the data set's name before it.
Result<Resolution> resolve_record(const EventSource& source, std::string_view text);
Result<Resolution> resolve_id(const EventSource& source, EventId id, std::string_view text);
// REQUIRES: e and 4 to 15 hexadecimal digits. Reads the whole index: the seam has no order by id.
Result<Resolution> resolve_prefix(const EventSource& source, std::string_view text);
// REQUIRES: begins with @. usage: no byte is given.
Result<Resolution> resolve_position(const EventSource& source, std::string_view text);
Result<Resolution> resolve_words(const EventSource& source, std::string_view text, const EventFilter& filter);

}  // namespace forewhen
