// SPDX-License-Identifier: Apache-2.0
// The event that a command is asked about, and what happens when the words fit none or several.
#pragma once

#include <string>

#include "forewhen/query/resolve.h"

namespace forewhen {

// The event that `text` names; words narrow it down as resolve_event says. An Error lists the candidates.
Result<EventId> find_subject(const EventSource& source, const std::string& text);

}  // namespace forewhen
