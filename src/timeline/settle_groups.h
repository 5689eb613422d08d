// SPDX-License-Identifier: Apache-2.0
// Which claims of a document are one local event once people have decided about some of them. The document's own joins
// (Claim::same_as) give way to decisions: a claim leaves its group when staying would bring together what was split,
// be it through merges with other documents.
#pragma once

#include <map>
#include <vector>

#include "forewhen/model/claim_source.h"
#include "timeline/decision_index.h"

namespace forewhen {

// For each claim the first claim of its local event.
using Homes = std::map<ClaimId, ClaimId>;

// As the document alone says.
Homes homes_of(const DocumentClaims& document);

// REQUIRES: all documents that merges tie together (DecisionIndex::tied), in the order of their ids, so far as they are
// in the graph.
Homes settle_groups(const std::vector<const DocumentClaims*>& documents, const DecisionIndex& decisions);

}  // namespace forewhen
