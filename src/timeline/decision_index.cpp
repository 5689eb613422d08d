// SPDX-License-Identifier: Apache-2.0
#include "timeline/decision_index.h"

#include <algorithm>
#include <deque>

namespace forewhen {
namespace {

// Merges from one claim to another, the fewest; among equals the lowest numbers. Nothing when there is no way.
std::optional<std::vector<Decision>> way(const std::vector<const Decision*>& merges, ClaimId from, ClaimId to) {
  std::map<ClaimId, std::pair<ClaimId, const Decision*>> came;
  came[from] = {from, nullptr};
  std::deque<ClaimId> queue = {from};
  while (!queue.empty() && !came.contains(to)) {
    const ClaimId at = queue.front();
    queue.pop_front();
    for (const Decision* merge : merges) {
      if (merge->a.claim != at && merge->b.claim != at) continue;
      const ClaimId next = merge->a.claim == at ? merge->b.claim : merge->a.claim;
      if (came.try_emplace(next, at, merge).second) queue.push_back(next);
    }
  }
  if (!came.contains(to)) return std::nullopt;
  std::vector<Decision> steps;
  for (ClaimId at = to; at != from; at = came[at].first) steps.push_back(*came[at].second);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace

std::vector<Decision> about(DecisionSubject subject, const std::vector<Decision>& decisions) {
  std::vector<Decision> chosen;
  for (Decision decision : decisions) {
    if (decision.about != subject) continue;
    if (subject == DecisionSubject::actor) {
      for (DecidedMention* mention : {&decision.a, &decision.b}) mention->claim = {mention->actor.value};
    }
    chosen.push_back(std::move(decision));
  }
  return chosen;
}

DecisionIndex::DecisionIndex(const std::vector<Decision>& decisions) : decisions_(decisions) {
  std::map<ClaimId, std::set<ClaimId>> members;
  for (const Decision& decision : decisions) {
    for (const DecidedMention* mention : {&decision.a, &decision.b}) {
      if (bundle_.try_emplace(mention->claim, mention->claim).second) members[mention->claim] = {mention->claim};
    }
    if (decision.kind != DecisionKind::merge) continue;
    const ClaimId into = std::min(bundle_[decision.a.claim], bundle_[decision.b.claim]);
    const ClaimId from = std::max(bundle_[decision.a.claim], bundle_[decision.b.claim]);
    if (into == from) continue;
    for (ClaimId claim : members[from]) bundle_[claim] = into;
    members[into].merge(members[from]);
    members.erase(from);
  }
  for (const Decision& decision : decisions) {
    const ClaimId a = bundle_[decision.a.claim], b = bundle_[decision.b.claim];
    documents_[a].insert(decision.a.document), documents_[b].insert(decision.b.document);
    bundles_in_[decision.a.document].insert(a), bundles_in_[decision.b.document].insert(b);
    if (decision.kind == DecisionKind::split && a != b) apart_.insert({a, b}), apart_.insert({b, a});
  }
}

std::optional<ClaimId> DecisionIndex::bundle(ClaimId claim) const {
  const auto at = bundle_.find(claim);
  return at == bundle_.end() ? std::nullopt : std::optional(at->second);
}

bool DecisionIndex::any_apart(const std::set<ClaimId>& a, const std::set<ClaimId>& b) const {
  if (apart_.empty()) return false;
  return std::any_of(a.begin(), a.end(), [&](ClaimId x) {
    return std::any_of(b.begin(), b.end(), [&](ClaimId y) { return apart(x, y); });
  });
}

const std::set<std::string>& DecisionIndex::documents(ClaimId bundle) const {
  static const std::set<std::string> kNone;
  const auto at = documents_.find(bundle);
  return at == documents_.end() ? kNone : at->second;
}

std::vector<std::uint64_t> DecisionIndex::merges(ClaimId bundle) const {
  std::vector<std::uint64_t> numbers;
  for (const Decision& each : decisions_) {
    if (each.kind == DecisionKind::merge && bundle_.at(each.a.claim) == bundle) numbers.push_back(each.number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<std::uint64_t> DecisionIndex::splits(ClaimId a, ClaimId b) const {
  std::vector<std::uint64_t> numbers;
  for (const Decision& each : decisions_) {
    const std::pair ends(bundle_.at(each.a.claim), bundle_.at(each.b.claim));
    if (each.kind == DecisionKind::split && (ends == std::pair(a, b) || ends == std::pair(b, a)))
      numbers.push_back(each.number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::set<std::string> DecisionIndex::tied(const std::string& document) const {
  if (!bundles_in_.contains(document)) return {};
  std::set<std::string> all = {document};
  std::deque<std::string> queue = {document};
  while (!queue.empty()) {
    const std::string at = queue.front();
    queue.pop_front();
    for (ClaimId bundle : bundles_in_.at(at)) {
      for (const std::string& other : documents(bundle)) {
        if (all.insert(other).second) queue.push_back(other);
      }
    }
  }
  return all;
}

namespace {

// Of decisions about one subject.
std::vector<Decision> contradiction_within(const std::vector<Decision>& decisions) {
  const DecisionIndex index(decisions);
  std::vector<const Decision*> merges;
  for (const Decision& decision : decisions) {
    if (decision.kind == DecisionKind::merge) merges.push_back(&decision);
  }
  for (const Decision& split : decisions) {
    if (split.kind != DecisionKind::split || index.bundle(split.a.claim) != index.bundle(split.b.claim)) continue;
    std::vector<Decision> chain = {split};
    for (Decision& merge : way(merges, split.a.claim, split.b.claim).value_or(std::vector<Decision>{}))
      chain.push_back(std::move(merge));
    return chain;
  }
  return {};
}

}  // namespace

std::vector<Decision> contradiction(const std::vector<Decision>& decisions) {
  auto chain = contradiction_within(about(DecisionSubject::event, decisions));
  return chain.empty() ? contradiction_within(about(DecisionSubject::actor, decisions)) : chain;
}

}  // namespace forewhen
