// SPDX-License-Identifier: Apache-2.0
// All dictionaries of a folder.
#pragma once

#include <string>
#include <vector>

#include "coding/actors.h"
#include "coding/agents.h"
#include "coding/discards.h"
#include "coding/verbs.h"

namespace forewhen {

struct PetrarchTables {
  ActorDictionary actors;
  AgentDictionary agents;
  VerbDictionary verbs;
  DiscardList discards;
  std::vector<Error> problems;
  std::string summary;
};

Result<PetrarchTables> load_tables(const std::string& folder);

}  // namespace forewhen
