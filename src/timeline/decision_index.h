// SPDX-License-Identifier: Apache-2.0
// Decisions as the timeline asks for them. "merge A B, merge B C" makes A, B and C one bundle, whether or not B is in
// the graph; "split" holds between bundles. All of it is a function of the set of decisions.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "forewhen/model/decision.h"

namespace forewhen {

// Those about events, or about actors; these last with the actor's number for the claim that it has not.
std::vector<Decision> about(DecisionSubject subject, const std::vector<Decision>& decisions);

// Of decisions about one subject.
class DecisionIndex {
 public:
  DecisionIndex() = default;
  explicit DecisionIndex(const std::vector<Decision>& decisions);

  // The least claim of the bundle; nothing for a claim that nobody decided about.
  std::optional<ClaimId> bundle(ClaimId claim) const;
  // Of two bundles. A split within one bundle, which no store takes in, is not heard.
  bool apart(ClaimId a, ClaimId b) const { return apart_.contains({a, b}); }
  bool any_apart(const std::set<ClaimId>& a, const std::set<ClaimId>& b) const;
  // Documents that have mentions in the bundle.
  const std::set<std::string>& documents(ClaimId bundle) const;
  // Numbers of the merges that tie the bundle, and of the splits between two; ascending.
  std::vector<std::uint64_t> merges(ClaimId bundle) const;
  std::vector<std::uint64_t> splits(ClaimId a, ClaimId b) const;
  // The document and those that merges tie to it, directly or through others; empty when nobody decided about it.
  std::set<std::string> tied(const std::string& document) const;

 private:
  std::vector<Decision> decisions_;
  std::map<ClaimId, ClaimId> bundle_;
  std::set<std::pair<ClaimId, ClaimId>> apart_;  // both ways
  std::map<ClaimId, std::set<std::string>> documents_;
  std::map<std::string, std::set<ClaimId>> bundles_in_;
};

// The decisions, of either subject, in the order of the chain, by which a split joins what it parts: the split first,
// then the merges from its one end to the other. Empty when the decisions agree.
std::vector<Decision> contradiction(const std::vector<Decision>& decisions);

}  // namespace forewhen
