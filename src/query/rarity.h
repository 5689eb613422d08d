// SPDX-License-Identifier: Apache-2.0
// How many events an actor takes part in, counted in the index once a question, and what that is worth.
#pragma once

#include <map>

#include "forewhen/model/event_source.h"
#include "forewhen/query/relevance.h"

namespace forewhen {

class Rarity {
 public:
  // `source` must outlive it.
  explicit Rarity(const EventSource& source) : source_(&source) {}

  // At most Relevance::kMostCounted.
  Result<std::uint64_t> events_of(ActorId actor);
  // Everything but the sources. `names`: an event of which those actors are.
  Result<Relevance> between(const EventRow& earlier, const EventRow& later, const Event& names, StatedOrder stated);

 private:
  const EventSource* source_;
  std::map<ActorId, std::uint64_t> counts_;
};

}  // namespace forewhen
