// SPDX-License-Identifier: Apache-2.0
// One document's claims, put together by what the extractor says is the same event within it (Claim::same_as).
#pragma once

#include <functional>
#include <vector>

#include "timeline/actor_names.h"
#include "timeline/local_event.h"

namespace forewhen {

using ResolveActor = std::function<ResolvedName(const Participant&)>;

// In the order of their first claims.
std::vector<LocalEvent> group_claims(const DocumentClaims& document, const ResolveActor& resolve);

}  // namespace forewhen
