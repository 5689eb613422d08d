// SPDX-License-Identifier: Apache-2.0
// One event out of the local events that tell it: what each says is put together, and nothing is averaged.
#pragma once

#include <vector>

#include "timeline/local_event.h"

namespace forewhen {

// REQUIRES: at least one; any order gives the same event.
//   time          of the claim that says it most precisely; a date that the text says beats one that follows from a
//   rule bounds        that time, met with those of the others where they agree, and with the day of the report: what a
//                 document tells as having happened began before the end of its day of publication; and with the
//                 order that each document states (close_order.h)
//   participants  all that any claim names, by role
//   modality      the most certain of any claim: actual, reported, planned, hypothetical, negated
Event compose_event(std::vector<const LocalEvent*> members);

}  // namespace forewhen
