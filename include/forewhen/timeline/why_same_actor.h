// SPDX-License-Identifier: Apache-2.0
// Why two names are one actor, or why they are not.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "forewhen/timeline/why_same.h"

namespace forewhen {

// A name and what documents use it for.
struct ActorName {
  std::string name;
  ActorId by_itself;  // what it is when neither other documents nor decisions speak; decisions know it by this
  // Whom it means, with the documents that mean them, sorted; several for an office with several holders.
  std::map<ActorId, std::pair<std::string, std::vector<std::string>>> means;

  bool used() const { return !means.empty(); }
  friend bool operator==(const ActorName&, const ActorName&) = default;
};
// What the documents use the name for that is this actor by itself. Nothing is used of a name that no document has.
Result<ActorName> find_actor_name(const ClaimSource& source, ActorId by_itself, const std::string& name);

struct WhySameActor {
  ActorName a, b;
  bool joined = false;  // they mean one actor, in some documents at least
  // What speaks for and against: names, offices with the day of each mention and the reports of holders, decisions.
  std::vector<SameFeature> features;

  friend bool operator==(const WhySameActor&, const WhySameActor&) = default;
};
Result<WhySameActor> why_same_actor(const ClaimSource& source, ActorName a, ActorName b);

}  // namespace forewhen
