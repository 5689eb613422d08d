// SPDX-License-Identifier: Apache-2.0
// The graph before and after a change, as local events: "before" is what the source has, "after" what it will have when
// one document and some decisions have changed. Look-ups are made once and kept.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "timeline/actor_decisions.h"
#include "timeline/decision_index.h"
#include "timeline/group_claims.h"
#include "timeline/name_blocks.h"
#include "timeline/state_change.h"

namespace forewhen {

// Its functions throw SourceFailure.
class GraphStates {
 public:
  GraphStates(const ClaimSource& source, StateChange change);

  // Nothing for a document that is not there in that state.
  const DocumentClaims* claims_before(const std::string& document);
  const DocumentClaims* claims_after(const std::string& document);
  bool document_changes() const { return before_ != change_.claims; }
  const StateChange& change() const { return change_; }

  // The story that a document tells after the change; nothing for a document that is not there then.
  std::shared_ptr<const StoryProfile> story_after(const std::string& document);

  const DecisionIndex& decisions(bool after) const { return after ? after_decisions_ : before_decisions_; }
  const ActorDecisions& actor_decisions(bool after) const {
    return after ? after_actor_decisions_ : before_actor_decisions_;
  }
  NameBlocks& names() { return names_; }
  // REQUIRES: the document is there in that state
  ResolveActor resolver(const std::string& document, bool after);

  const std::vector<LocalEvent>& events_after(const std::string& document);
  // Without the bounds that the order of the document gives.
  std::vector<LocalEvent> events_before(const std::string& document);
  // The local event after the change that has this claim.
  const LocalEvent* event_with(const std::string& document, ClaimId claim);
  // Other local events after the change that merges tie to this one directly.
  std::vector<const LocalEvent*> merged_with(const LocalEvent& event);

 private:
  const Homes& homes(const DocumentClaims& document, bool after);

  const ClaimSource& source_;
  const StateChange change_;
  std::optional<DocumentClaims> before_;
  DecisionIndex before_decisions_, after_decisions_;
  ActorDecisions before_actor_decisions_, after_actor_decisions_;
  NameBlocks names_;  // surnames, acronyms, offices
  std::map<std::string, std::optional<DocumentClaims>> loaded_;
  std::map<std::string, std::shared_ptr<const StoryProfile>> stories_;
  std::map<BlockKey, std::vector<std::string>> before_names_, after_names_;
  std::map<std::string, Homes> before_homes_, after_homes_;
  std::map<std::string, std::vector<LocalEvent>> local_;
};

}  // namespace forewhen
