// SPDX-License-Identifier: Apache-2.0
// All rows that a filter lets through.
#pragma once

#include <vector>

#include "forewhen/query/filter.h"

namespace forewhen {

struct AdmittedRows {
  std::vector<EventRow> rows;  // in the order of time, undated ones last
  LeftOut left_out;
};
// `dated`: undated ones are left out and counted, unless the filter wants them.
Result<AdmittedRows> admitted_rows(const EventSource& source, const EventFilter& filter, bool dated);

}  // namespace forewhen
