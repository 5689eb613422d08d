// SPDX-License-Identifier: Apache-2.0
#include "timeline/graph_states.h"

#include "timeline/actor_names.h"
#include "timeline/claim_links.h"
#include "timeline/close_order.h"

namespace forewhen {

GraphStates::GraphStates(const ClaimSource& source, StateChange change)
    : source_(source), change_(std::move(change)), names_(source) {
  if (!change_.document.empty()) before_ = need(source_.document_claims(change_.document));
  std::vector<Decision> decisions = need(source_.decisions());
  before_decisions_ = DecisionIndex(about(DecisionSubject::event, decisions));
  before_actor_decisions_ = ActorDecisions(decisions);
  std::erase_if(decisions, [&](const Decision& decision) { return change_.removed.contains(decision.number); });
  decisions.insert(decisions.end(), change_.added.begin(), change_.added.end());
  after_decisions_ = DecisionIndex(about(DecisionSubject::event, decisions));
  after_actor_decisions_ = ActorDecisions(decisions);
  names_.change(before_ ? name_uses(*before_) : std::set<NameUse>{},
                change_.claims ? name_uses(*change_.claims) : std::set<NameUse>{});
}

const DocumentClaims* GraphStates::claims_after(const std::string& document) {
  if (document == change_.document) return change_.claims ? &*change_.claims : nullptr;
  return claims_before(document);
}

const DocumentClaims* GraphStates::claims_before(const std::string& document) {
  if (document == change_.document) return before_ ? &*before_ : nullptr;
  auto [at, fresh] = loaded_.try_emplace(document);
  if (fresh) at->second = need(source_.document_claims(document));
  return at->second ? &*at->second : nullptr;
}

std::shared_ptr<const StoryProfile> GraphStates::story_after(const std::string& document) {
  auto [at, fresh] = stories_.try_emplace(document);
  if (!fresh) return at->second;
  const auto loaded = loaded_.find(document);
  if (document == change_.document || (loaded != loaded_.end() && loaded->second)) {
    if (const DocumentClaims* claims = claims_after(document))
      at->second = std::make_shared<const StoryProfile>(profile_of(claims->document));
  } else if (const auto alone = need(source_.document_without_claims(document))) {
    at->second = std::make_shared<const StoryProfile>(profile_of(*alone));
  }
  return at->second;
}

ResolveActor GraphStates::resolver(const std::string& document, bool after) {
  const DocumentClaims* claims = after ? claims_after(document) : claims_before(document);
  return [this, claims, after](const Participant& participant, const Claim& claim) {
    const auto names_in_block = [this, after](BlockKey block) {
      auto& cache = after ? after_names_ : before_names_;
      auto [at, fresh] = cache.try_emplace(block);
      if (fresh) at->second = after ? names_.after(block) : names_.before(block);
      return at->second;
    };
    return resolve_actor(participant, claim, claims->document, {names_in_block, actor_decisions(after)});
  };
}

const Homes& GraphStates::homes(const DocumentClaims& document, bool after) {
  auto& cache = after ? after_homes_ : before_homes_;
  auto [at, fresh] = cache.try_emplace(document.document.id);
  if (!fresh) return at->second;
  const std::set<std::string> tied = decisions(after).tied(document.document.id);
  if (tied.empty()) return at->second = homes_of(document);
  std::vector<const DocumentClaims*> documents;
  for (const std::string& id : tied) {
    if (const DocumentClaims* claims = after ? claims_after(id) : claims_before(id)) documents.push_back(claims);
  }
  at->second = settle_groups(documents, decisions(after));
  return at->second;
}

const std::vector<LocalEvent>& GraphStates::events_after(const std::string& document) {
  auto [at, fresh] = local_.try_emplace(document);
  const DocumentClaims* claims = fresh ? claims_after(document) : nullptr;
  if (claims) {
    at->second = group_claims(*claims, homes(*claims, true), resolver(document, true), story_after(document));
    close_order(at->second, links_between_claims(*claims));
  }
  return at->second;
}

std::vector<LocalEvent> GraphStates::events_before(const std::string& document) {
  const DocumentClaims* claims = claims_before(document);
  if (!claims) return {};
  const bool changes = document == change_.document;
  const auto story =
      changes ? std::make_shared<const StoryProfile>(profile_of(claims->document)) : story_after(document);
  return group_claims(*claims, homes(*claims, false), resolver(document, false), story);
}

const LocalEvent* GraphStates::event_with(const std::string& document, ClaimId claim) {
  for (const LocalEvent& event : events_after(document)) {
    for (const Claim& one : event.claims) {
      if (one.id == claim) return &event;
    }
  }
  return nullptr;
}

std::vector<const LocalEvent*> GraphStates::merged_with(const LocalEvent& event) {
  std::set<ClaimId> bundles;
  std::set<std::string> documents;
  for (const Claim& claim : event.claims) {
    const auto bundle = after_decisions_.bundle(claim.id);
    if (!bundle || !bundles.insert(*bundle).second) continue;
    const std::set<std::string>& more = after_decisions_.documents(*bundle);
    documents.insert(more.begin(), more.end());
  }
  std::vector<const LocalEvent*> out;
  for (const std::string& document : documents) {
    for (const LocalEvent& other : events_after(document)) {
      const bool tied =
          other.key != event.key && std::any_of(other.claims.begin(), other.claims.end(), [&](const auto& c) {
            const auto bundle = after_decisions_.bundle(c.id);
            return bundle && bundles.contains(*bundle);
          });
      if (tied) out.push_back(&other);
    }
  }
  return out;
}

}  // namespace forewhen
