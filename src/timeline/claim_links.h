// SPDX-License-Identifier: Apache-2.0
// What one document says about the order of its events.
#pragma once

#include <vector>

#include "forewhen/model/claim.h"

namespace forewhen {

// The links of the extractor, and for a document without a day of publication those between dates that are exact days
// from that unknown day: "two days ago" comes before "yesterday" although neither has a date.
std::vector<ClaimLink> links_between_claims(const DocumentClaims& document);

}  // namespace forewhen
