// SPDX-License-Identifier: Apache-2.0
// "What went on while X did?" Events by how their time lies to that of X (time/allen.h), as far as the bounds tell.
// Links that sources state are not looked at here: before and after do that.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "forewhen/query/before.h"
#include "forewhen/time/allen.h"

namespace forewhen {

struct RelationOptions {
  EventFilter filter;
  CertaintyFilter certainty = CertaintyFilter::both;
  AllenSet wanted = kSharesTime;
  std::size_t limit = 0;  // 0: all; definite ones are kept first, then those that start latest
  bool undated = false;   // events of which no earliest start is known are left out and counted otherwise
};

struct RelatedEvent {
  Event event;
  Certainty certainty = Certainty::possible;  // that the event stands to X as wanted
  AllenSet possible = 0;                      // all that may be
  std::string reason;                         // "it may be during or meets; starts 2023-03, ends by 2023-04-01"
};

struct RelationAnswer {
  Event subject;
  std::vector<RelatedEvent> items;  // in the order of time
  std::uint64_t more = 0;
  LeftOut left_out;
};

// not_found: no such event.
Result<RelationAnswer> related(const EventSource& source, EventId x, const RelationOptions& options = {});

}  // namespace forewhen
