// SPDX-License-Identifier: Apache-2.0
// What a document says of the order of its events, drawn into their dates: whatever follows the strike of Friday did
// not start before Friday. The closure of a simple temporal network (Dechter, Meiri, Pearl 1991) whose only constraints
// are "starts no later than", by repeated relaxation.
#pragma once

#include <vector>

#include "timeline/local_event.h"

namespace forewhen {

// Fills in LocalEvent::order. Links of less than that trust are not drawn in; a link that the dates of its two ends
// forbid, or that would leave no start possible, is not heard.
inline constexpr int kLeastTrust = 80;
void close_order(std::vector<LocalEvent>& events, const std::vector<ClaimLink>& links);

}  // namespace forewhen
