// SPDX-License-Identifier: Apache-2.0
// One line of JSON as a document with the claims that somebody else has found in it: schemas/events.md.
#pragma once

#include <string>
#include <string_view>

#include "forewhen/ingest/given_claims.h"
#include "ingest/refused.h"

namespace forewhen::ingest {

// `where` is "file:line" for the errors; `published`, when there is one, wins over the line's own.
// REQUIRES: `line` is UTF-8.
Taken<GivenClaims> parse_events_line(std::string_view line, const std::string& where,
                                     const std::optional<CalendarTime>& published);

}  // namespace forewhen::ingest
