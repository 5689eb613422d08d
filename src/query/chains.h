// SPDX-License-Identifier: Apache-2.0
// `before X --hops N`: chains back in time (after: forth), walked in a window of the graph, joined with the direct
// answers.
#pragma once

#include "forewhen/query/before.h"
#include "query/cursor.h"
#include "query/link_order.h"

namespace forewhen {

// usage: chains of dyads and chains by relevance are not offered.
Result<Answer> answer_in_chains(const EventSource& source, const Event& subject, LinkOrder& order,
                                const BeforeOptions& options, Direction direction, const PageCursor* from);

}  // namespace forewhen
