// SPDX-License-Identifier: Apache-2.0
// What people decided about which names are one actor. A name is known by the actor that it is by itself
// (actor_by_itself). Names that are merged are one actor, whatever the rules say of each; a short name or an office is
// not taken for a name that it was split from, nor for one merged with that. A function of the set of decisions alone.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "timeline/actor_names.h"
#include "timeline/decision_index.h"
#include "timeline/state_change.h"

namespace forewhen {

class ActorDecisions {
 public:
  ActorDecisions() = default;
  // All decisions; those about events are passed over.
  explicit ActorDecisions(const std::vector<Decision>& decisions);

  // The actor that a merged name is: of its bundle the name of the most words, the first in the alphabet among these.
  // Nothing for a name that nothing was merged with.
  std::optional<ResolvedName> merged(ActorId by_itself) const;
  // Whether a name that is `own` by itself may not be taken for `meant`: they are split, or it is split from another
  // short name or office that may stand for `meant` too.
  bool keeps_from(ActorId own, const ResolvedName& meant) const;
  // Numbers of the merges of the bundle of both, and of the splits between them; ascending.
  std::vector<std::uint64_t> merges(ActorId a, ActorId b) const;
  std::vector<std::uint64_t> splits(ActorId a, ActorId b) const;

 private:
  ClaimId bundle(ActorId actor) const;

  DecisionIndex index_;
  std::map<ClaimId, ResolvedName> bundles_;              // of more than one name
  std::map<ClaimId, std::set<std::string>> split_from_;  // the names that the bundle is split from
};

// Documents that may use the name `name`, which by itself is that actor: all that do are among them.
std::set<std::string> documents_with_actor_name(const ClaimSource& source, ActorId actor, const std::string& name);

// Documents that have a name about which a decision changes, or one that decisions tie to it.
std::set<std::string> documents_of_decided_actors(const ClaimSource& source, const StateChange& change);

}  // namespace forewhen
