// SPDX-License-Identifier: Apache-2.0
// Things that are nobody: a product, a law, a ship. Their events are those one of whose participants is said with their
// name.
#pragma once

#include <string_view>
#include <vector>

#include "forewhen/model/event_source.h"
#include "forewhen/query/names.h"
#include "query/merged_rows.h"

namespace forewhen {

// Rows of the events with a participant, of any role and kind, whose words or name contain `name` as whole words,
// without regard to case. In no particular order.
Result<std::vector<EventRow>> topic_rows(const EventSource& source, std::string_view name);

// Adds what NAME of `timeline NAME` stands for: the rows of its actors and places that started before `end`, or those
// of a thing. not_found, ambiguous: as resolve_entity.
Result<Entity> add_rows_of(const EventSource& source, std::string_view name, Instant end, MergedRows& rows);

}  // namespace forewhen
