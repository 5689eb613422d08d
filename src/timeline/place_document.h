// SPDX-License-Identifier: Apache-2.0
// What changes in the graph when one document, some decisions, or both change.
#pragma once

#include "forewhen/base/result.h"
#include "timeline/graph_states.h"

namespace forewhen {

Result<GraphChange> graph_change(const ClaimSource& source, StateChange change);

}  // namespace forewhen
