// SPDX-License-Identifier: Apache-2.0
// What was read out of a document as JSON, such that forewhen build --input-format events takes them back
// (schemas/events.md). Byte offsets into the document's text, half open; dates ISO 8601, half open, null where open.
#pragma once

#include <string>

#include "forewhen/model/claim.h"

namespace forewhen {

// id, published (null without one), published_from, title, url, text.
std::string document_json(const Document& document);
// name, version; empty when this program found the events.
std::string extractor_json(const Document& document);
// The claims under the ids e1, e2, ...; the links between them with those ids.
std::string claims_json(const DocumentClaims& claims);
std::string claim_links_json(const DocumentClaims& claims);
// One line of events: document, extractor where another one found them, events, links. Bytes that are not UTF-8 become
// U+FFFD.
std::string to_events_line(const DocumentClaims& claims);

}  // namespace forewhen
