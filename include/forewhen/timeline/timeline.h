// SPDX-License-Identifier: Apache-2.0
// From the claims of documents to events: which claims tell the same event, which names are one actor, what is linked.
// Events are a function of the set of all documents and the set of all decisions of people; placing or retracting one
// document computes only what it changes, by looking at the neighbourhood: the same kind of event on the same days, the
// same surname, the same acronym. Whatever the order of documents, the graph comes out the same.
#pragma once

#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/claim_source.h"

namespace forewhen {

// What has to change in the graph when these claims are the document's (a new document, or a new version of one).
// Nothing at all when the document is already there with the same claims: then is_empty(change).
// Errors are those of the source.
Result<GraphChange> place_document(const ClaimSource& source, DocumentClaims claims);

// What has to change when the document is taken back; as if it had never been read. not_found: no such document.
Result<GraphChange> retract_document(const ClaimSource& source, std::string_view document);

// What has to change when people decide this too. put_decisions are those that the source does not have yet, each with
// its own number where that is free and else with the next. Mentions need not be in the graph: a decision about them
// waits. refused: the decisions, with those of the source, contradict each other; `what` names the chain. usage: a
// decision about one mention alone.
Result<GraphChange> add_decisions(const ClaimSource& source, std::vector<Decision> decisions);

// refused: decisions that contradict each other; `what` names the chain.
Status agree(const std::vector<Decision>& decisions);

// As if it had never been decided. not_found: no decision of that number.
Result<GraphChange> undo_decision(const ClaimSource& source, std::uint64_t number);

// For checking: everything that this document says of events, actors, places and links, worked out again from claims
// and decisions. Events, links and names are named only where they differ from the source's; actors and places all.
Result<GraphChange> recompute_document(const ClaimSource& source, std::string_view document);

bool is_empty(const GraphChange& change);

}  // namespace forewhen
