// SPDX-License-Identifier: Apache-2.0
// From the claims of documents to events: which claims tell the same event, which names are one actor, what is linked.
// Events are a function of the set of all documents; placing or retracting one document computes only what it changes,
// by looking at the neighbourhood: the same kind of event on the same days, the same surname, the same acronym.
// Whatever the order of documents, the graph comes out the same.
#pragma once

#include <string_view>

#include "forewhen/base/result.h"
#include "forewhen/model/claim_source.h"

namespace forewhen {

// What has to change in the graph when these claims are the document's (a new document, or a new version of one).
// Nothing at all when the document is already there with the same claims: then is_empty(change).
// Errors are those of the source.
Result<GraphChange> place_document(const ClaimSource& source, DocumentClaims claims);

// What has to change when the document is taken back; as if it had never been read. not_found: no such document.
Result<GraphChange> retract_document(const ClaimSource& source, std::string_view document);

bool is_empty(const GraphChange& change);

}  // namespace forewhen
