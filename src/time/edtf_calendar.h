// SPDX-License-Identifier: Apache-2.0
// What an EDTF date means on the calendar: shared by the reader, which refuses what means nothing, and the bounds.
#pragma once

#include <string>

#include "forewhen/time/edtf.h"

namespace forewhen {

// Why no calendar day fits: "month 13 is out of range"; empty when one does.
std::string calendar_fault(const EdtfDate& date);
// REQUIRES: calendar_fault(date) is empty
Interval date_extent(const EdtfDate& date);

}  // namespace forewhen
