// SPDX-License-Identifier: Apache-2.0
// Events and answers as JSON, one object a line (UTF-8, no blanks, keys in a fixed order, so equal input gives equal
// bytes). Bounds are ISO 8601, half open, null where open; `when` is null for an event without any date.
#pragma once

#include <string>

#include "forewhen/query/answer.h"
#include "forewhen/query/conflicts.h"
#include "forewhen/query/listing.h"
#include "forewhen/query/resolve.h"

namespace forewhen {

// Without a line break at the end.
std::string to_json(const Event& event);
// One of a list: with how many documents tell it, how many of them independently, and what sources disagree about.
std::string to_json(const Listing& listing, std::size_t number);
// The event's object with certainty, standing, ties, reasons, hop, path, and quotes when there are any.
std::string to_json(const AnswerItem& item);
std::string to_json(const EventDossier& dossier);
std::string to_json(const NamingDocument& naming);
// {"candidates": [...], "outcome": "ambiguous", "mend": ...}
std::string to_json(const Resolution& resolution);
// {"kind": "date", "events": [...], "statements": [...]}, as schemas/conflicts.md says.
std::string to_json(const Conflict& conflict);

}  // namespace forewhen
