// SPDX-License-Identifier: Apache-2.0
// All rows that a filter lets through, and where they are read.
#pragma once

#include <vector>

#include "forewhen/query/filter.h"
#include "query/merged_rows.h"

namespace forewhen {

// The lists that hold every row which the filter may let through: those of its first actor, else the whole index.
MergedRows rows_for(const EventSource& source, const EventFilter& filter);

struct AdmittedRows {
  std::vector<EventRow> rows;  // in the order of time, undated ones last
  LeftOut left_out;
};
// `dated`: undated ones are left out and counted, unless the filter wants them.
Result<AdmittedRows> admitted_rows(const EventSource& source, const EventFilter& filter, bool dated);

}  // namespace forewhen
