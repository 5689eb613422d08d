// SPDX-License-Identifier: Apache-2.0
#include "timeline/actor_decisions.h"

#include <algorithm>

#include "timeline/name_blocks.h"
#include "timeline/office_terms.h"

namespace forewhen {
namespace {

std::pair<std::ptrdiff_t, std::string> rank(const std::string& name) {
  return {-std::count(name.begin(), name.end(), ' '), name};
}

void add_block(const ClaimSource& source, BlockKey block, const std::function<bool(const std::string&)>& wanted,
               std::set<std::string>& out) {
  for (const std::string& name : need(source.names_in_block(block))) {
    if (!wanted(name)) continue;
    for (std::string& document : need(source.documents_with_name(block, name, 0))) out.insert(std::move(document));
  }
}

// A surname, an acronym, an office ("prime minister (IQ)").
bool may_stand_for(const std::string& brief, const std::string& full) {
  if (brief.ends_with(')')) return true;
  for (const ActorKind kind : {ActorKind::person, ActorKind::organisation}) {
    const NameForm of_brief = form_of(brief, kind), of_full = form_of(full, kind);
    if (of_brief.block && !of_brief.full && of_full.full && of_brief.block == of_full.block) return true;
  }
  return false;
}

}  // namespace

ActorDecisions::ActorDecisions(const std::vector<Decision>& decisions) {
  const std::vector<Decision> chosen = about(DecisionSubject::actor, decisions);
  index_ = DecisionIndex(chosen);
  for (const Decision& decision : chosen) {
    if (decision.kind == DecisionKind::split) {
      split_from_[bundle(decision.a.actor)].insert(decision.b.text);
      split_from_[bundle(decision.b.actor)].insert(decision.a.text);
      continue;
    }
    for (const DecidedMention* mention : {&decision.a, &decision.b}) {
      const ResolvedName name{mention->actor, mention->text};
      const auto [at, fresh] = bundles_.try_emplace(bundle(mention->actor), name);
      if (!fresh && rank(name.name) < rank(at->second.name)) at->second = name;
    }
  }
}

ClaimId ActorDecisions::bundle(ActorId actor) const {
  return index_.bundle({actor.value}).value_or(ClaimId{actor.value});
}

std::optional<ResolvedName> ActorDecisions::merged(ActorId by_itself) const {
  const auto at = bundles_.find(bundle(by_itself));
  return at == bundles_.end() ? std::nullopt : std::optional(at->second);
}

bool ActorDecisions::keeps_from(ActorId own, const ResolvedName& meant) const {
  if (index_.apart(bundle(own), bundle(meant.actor))) return true;
  const auto others = split_from_.find(bundle(own));
  return others != split_from_.end() &&
         std::any_of(others->second.begin(), others->second.end(),
                     [&](const std::string& other) { return may_stand_for(other, meant.name); });
}

std::vector<std::uint64_t> ActorDecisions::merges(ActorId a, ActorId b) const {
  return bundle(a) == bundle(b) ? index_.merges(bundle(a)) : std::vector<std::uint64_t>{};
}

std::vector<std::uint64_t> ActorDecisions::splits(ActorId a, ActorId b) const {
  return index_.splits(bundle(a), bundle(b));
}

std::set<std::string> documents_of_decided_actors(const ClaimSource& source, const StateChange& change) {
  const std::vector<Decision> before = need(source.decisions());
  std::vector<Decision> all = about(DecisionSubject::actor, before);
  std::map<ActorId, std::string> names;
  const auto take = [&](const Decision& decision) {
    for (const DecidedMention* mention : {&decision.a, &decision.b}) names.try_emplace(mention->actor, mention->text);
  };
  for (const Decision& decision : all) {
    if (change.removed.contains(decision.number)) take(decision);
  }
  for (const Decision& decision : about(DecisionSubject::actor, change.added)) take(decision), all.push_back(decision);
  // Whatever decisions tie to these, merges and splits alike.
  for (std::size_t known = 0; known != names.size();) {
    known = names.size();
    for (const Decision& decision : all) {
      if (names.contains(decision.a.actor) || names.contains(decision.b.actor)) take(decision);
    }
  }
  std::set<std::string> documents;
  for (const auto& [actor, name] : names) documents.merge(documents_with_actor_name(source, actor, name));
  return documents;
}

std::set<std::string> documents_with_actor_name(const ClaimSource& source, ActorId actor, const std::string& name) {
  std::set<std::string> documents;
  const auto merged = ActorDecisions(need(source.decisions())).merged(actor);
  for (const ActorId node : {actor, merged ? merged->actor : actor})
    add_block(
        source, actor_block(node), [](const std::string&) { return true; }, documents);
  // Where it stands for a longer name, it is in no line of a node of its own.
  const auto same = [&](const std::string& other) { return normalised_name(other) == normalised_name(name); };
  add_block(source, office_name_block(name), same, documents);
  for (const ActorKind kind : {ActorKind::person, ActorKind::organisation}) {
    if (const BlockKey block = form_of(name, kind).block) add_block(source, block, same, documents);
  }
  return documents;
}

}  // namespace forewhen
