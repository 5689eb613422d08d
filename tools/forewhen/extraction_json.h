// SPDX-License-Identifier: Apache-2.0
// What was read out of one document as one JSON object: times, events, links between them (schemas/extraction.md).
#pragma once

#include <string>

#include "forewhen/extract/extract.h"

namespace forewhen {

// Byte offsets into the document's text, half open; dates ISO 8601, half open, null where open. No line break.
std::string to_json(const Extraction& extraction);

}  // namespace forewhen
