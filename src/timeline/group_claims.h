// SPDX-License-Identifier: Apache-2.0
// One document's claims, put together by what the extractor says is the same event within it (Claim::same_as), as far
// as people's decisions leave it standing.
#pragma once

#include <functional>
#include <vector>

#include "timeline/actor_names.h"
#include "timeline/local_event.h"
#include "timeline/settle_groups.h"

namespace forewhen {

using ResolveActor = std::function<ResolvedName(const Participant&, const Claim&)>;

// In the order of their first claims. `homes`: of every claim of the document; `story`: its profile.
std::vector<LocalEvent> group_claims(const DocumentClaims& document, const Homes& homes, const ResolveActor& resolve,
                                     const std::shared_ptr<const StoryProfile>& story);

}  // namespace forewhen
