// SPDX-License-Identifier: Apache-2.0
// Where the same event may be told as well: documents that share a block with a local event. What is read for it does
// not grow with the graph, only with what happened near the event.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "timeline/graph_states.h"

namespace forewhen {

// Its functions throw SourceFailure. Look-ups are made once and kept.
class Candidates {
 public:
  Candidates(const ClaimSource& source, GraphStates& states) : source_(source), states_(states) {}

  // Local events, after the change, that are the same as `event` by the two alone. `also`: documents whose blocks in
  // the source are not those that they will have.
  std::vector<const LocalEvent*> same_as(const LocalEvent& event, const std::set<std::string>& also);

 private:
  using OfKind = std::map<std::string, std::vector<const LocalEvent*>>;

  const std::set<std::string>& of_story(const LocalEvent& event);
  const std::set<std::string>& in_block(BlockKey block);
  const std::vector<std::string>& telling(EventId event);
  const std::vector<const LocalEvent*>& of_kind(const std::string& document, const std::string& kind);

  const ClaimSource& source_;
  GraphStates& states_;
  std::map<std::shared_ptr<const StoryProfile>, std::set<std::string>> of_story_;
  std::map<BlockKey, std::set<std::string>> in_block_;
  std::map<EventId, std::vector<std::string>> telling_;
  std::map<std::string, OfKind> of_kind_;
};

}  // namespace forewhen
