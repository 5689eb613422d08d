// SPDX-License-Identifier: Apache-2.0
// How far back lists of events need be read for what may start within a window.
#pragma once

#include "forewhen/model/event_source.h"

namespace forewhen {

// What starts before this surely starts before `begin`; open past where that is not known.
Result<Instant> oldest_start(const EventSource& source, Instant begin);

}  // namespace forewhen
