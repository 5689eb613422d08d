// SPDX-License-Identifier: Apache-2.0
// Works out what one document or one decision changes. Terms: "before" is the graph as the source has it, "after" the
// graph as it will be. Only the neighbourhood is looked at:
//   names      a full name that comes or goes may change whom a bare surname means in other documents: these are dirty
//   events     local events of the document and the dirty ones, and whatever may be the same event, transitively
//   nodes      actors and places that these documents name, folded from all their lines
//   links      of the events that change
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "forewhen/timeline/timeline.h"
#include "timeline/actor_names.h"
#include "timeline/candidates.h"
#include "timeline/claim_links.h"
#include "timeline/compose_event.h"
#include "timeline/office_terms.h"
#include "timeline/place_document.h"
#include "timeline/same_event.h"

namespace forewhen {
namespace {

class Placement {
 public:
  Placement(const ClaimSource& source, StateChange change)
      : source_(source), states_(source, std::move(change)), candidates_(source, states_), nodes_(source) {}

  GraphChange compute() {
    const StateChange& change = states_.change();
    const bool decides = !change.added.empty() || !change.removed.empty();
    if (!decides && !states_.document_changes()) return GraphChange{change.document};
    return recompute();
  }

  // Also where nothing is known to change: what the store ought to have and has not.
  GraphChange recompute() {
    const StateChange& change = states_.change();
    change_.document = change.document;
    change_.put_document = change.claims;
    change_.put_decisions = change.added;
    change_.removed_decisions.assign(change.removed.begin(), change.removed.end());
    find_dirty_documents();
    find_decided_documents();
    visit_events();
    change_events();
    change_nodes();
    change_links();
    for (const NameBlocks* blocks : {&states_.names(), &nodes_}) {
      change_.put_names.insert(change_.put_names.end(), blocks->added().begin(), blocks->added().end());
      change_.removed_names.insert(change_.removed_names.end(), blocks->removed().begin(), blocks->removed().end());
    }
    return std::move(change_);
  }

 private:
  // Documents in which a bare surname or acronym may now mean somebody else, and the document itself.
  void find_dirty_documents() {
    if (!states_.change().document.empty()) dirty_.insert(states_.change().document);
    const NameBlocks& names = states_.names();
    std::set<BlockKey> blocks;
    for (const auto* uses : {&names.removed(), &names.added()}) {
      for (const NameUse& use : *uses) blocks.insert(use.block);
    }
    for (BlockKey block : blocks) {
      const auto before = names.before(block), after = names.after(block);
      if (full_names(before) == full_names(after)) continue;
      const OfficeTerms held_before(before), held_after(after);
      for (const std::string& name : before) {
        if (name.empty() || name[0] == kFullMark) continue;
        const auto day = mention_day(name);
        if (day && held_before.holder_on(*day) == held_after.holder_on(*day)) continue;
        for (std::string& document : need(source_.documents_with_name(block, name, 0)))
          dirty_.insert(std::move(document));
      }
    }
  }
  static std::set<std::string> full_names(const std::vector<std::string>& names) {
    std::set<std::string> full;
    for (const std::string& name : names) {
      if (!name.empty() && name[0] == kFullMark) full.insert(name);
    }
    return full;
  }

  // Documents about which people decide now; and with each document those that merges tie to it, in which a claim may
  // now belong to another local event.
  void find_decided_documents() {
    const StateChange& change = states_.change();
    for (const Decision& decision : need(source_.decisions())) {
      if (change.removed.contains(decision.number)) add_decided(decision);
    }
    for (const Decision& decision : change.added) add_decided(decision);
    for (const std::string& document : documents_of_decided_actors(source_, change)) dirty_.insert(document);
    std::deque<std::string> queue(dirty_.begin(), dirty_.end());
    while (!queue.empty()) {
      const std::string document = queue.front();
      queue.pop_front();
      for (bool after : {false, true}) {
        for (const std::string& other : states_.decisions(after).tied(document)) {
          if (dirty_.insert(other).second) queue.push_back(other);
        }
      }
    }
  }
  void add_decided(const Decision& decision) {
    if (decision.about != DecisionSubject::event) return;
    dirty_.insert(decision.a.document);
    dirty_.insert(decision.b.document);
  }

  // Everything whose cluster may change: closed under "may be the same" and "was merged".
  void visit_events() {
    std::deque<const LocalEvent*> queue;
    const auto visit = [&](const LocalEvent* event) {
      if (visited_.emplace(event->key, event).second) queue.push_back(event);
    };
    for (const std::string& document : dirty_) {
      for (const LocalEvent& event : states_.events_after(document)) visit(&event);
      for (const LocalEvent& old : states_.events_before(document)) {
        for (const Claim& claim : old.claims) note_old_event(claim.id);
        for (const LocalEvent* other : candidates_.same_as(old, dirty_)) visit(other);
      }
    }
    while (!queue.empty()) {
      const LocalEvent* event = queue.front();
      queue.pop_front();
      if (!dirty_.contains(event->key.document)) note_old_event(event->key.first);
      for (const LocalEvent* other : candidates_.same_as(*event, dirty_)) visit(other);
      for (const LocalEvent* other : states_.merged_with(*event)) visit(other);
    }
  }
  void note_old_event(ClaimId claim) {
    if (const auto id = need(source_.event_of_claim(claim))) old_events_.insert(*id);
  }

  void change_events() {
    std::vector<const LocalEvent*> events;
    for (const auto& [key, event] : visited_) events.push_back(event);
    std::set<EventId> fresh;
    for (const std::vector<std::size_t>& members : clusters_of(events)) {
      std::vector<const LocalEvent*> told;
      for (std::size_t member : members) told.push_back(events[member]);
      PlacedEvent placed{compose_event(told), {}};
      std::set<BlockKey> blocks;
      for (const LocalEvent* event : told) {
        for (BlockKey block : blocks_of(*event)) blocks.insert(block);
        for (const Claim& claim : event->claims) event_of_[claim.id] = placed.event.id;
      }
      placed.blocks.assign(blocks.begin(), blocks.end());
      fresh.insert(placed.event.id);
      if (old_events_.contains(placed.event.id) && need(source_.placed_event(placed.event.id)) == placed) continue;
      change_.put_events.push_back(std::move(placed));
    }
    std::sort(change_.put_events.begin(), change_.put_events.end(),
              [](const auto& a, const auto& b) { return a.event.id < b.event.id; });
    change_.removed_events = minus(old_events_, fresh);
    touched_ = fresh;
  }

  // Only events of one kind are compared, and those whose kinds a decision brings together; what is never merged stands
  // alone. Keeps the comparison of all pairs small.
  std::vector<std::vector<std::size_t>> clusters_of(const std::vector<const LocalEvent*>& events) const {
    std::set<std::string> decided_kinds;
    for (const LocalEvent* event : events) {
      if (decided(*event)) decided_kinds.insert(event->kind);
    }
    std::vector<std::vector<std::size_t>> out;
    std::map<std::string, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const std::string& kind = events[i]->kind;
      if (kind.empty() && !decided(*events[i])) {
        out.push_back({i});
      } else {
        kinds[decided_kinds.contains(kind) ? std::string() : kind].push_back(i);
      }
    }
    for (const auto& [kind, members_of_kind] : kinds) {
      std::vector<const LocalEvent*> chosen;
      for (std::size_t i : members_of_kind) chosen.push_back(events[i]);
      for (std::vector<std::size_t> members : cluster(chosen, states_.decisions(true))) {
        for (std::size_t& member : members) member = members_of_kind[member];
        out.push_back(std::move(members));
      }
    }
    return out;
  }

  bool decided(const LocalEvent& event) const {
    return std::any_of(event.claims.begin(), event.claims.end(),
                       [&](const Claim& claim) { return states_.decisions(true).bundle(claim.id).has_value(); });
  }

  struct Nodes {
    std::set<NameUse> uses;
    std::map<BlockKey, ActorId> actors;
    std::map<BlockKey, PlaceId> places;
  };
  void add_nodes(const DocumentClaims& claims, const ResolveActor& resolve, Nodes& nodes) const {
    for (const Claim& claim : claims.claims) {
      for (const Participant& participant : claim.participants) {
        const ResolvedName resolved = resolve(participant, claim);
        if (!resolved.actor) continue;
        const BlockKey block = actor_block(resolved.actor);
        nodes.actors[block] = resolved.actor;
        for (std::string& line : actor_lines(participant, resolved.name))
          nodes.uses.insert({block, std::move(line), claims.document.id});
      }
      if (!claim.place) continue;
      const PlaceId place = place_id(claim.place->name, claim.place->country);
      nodes.places[place_block(place)] = place;
      nodes.uses.insert({place_block(place), place_line(*claim.place), claims.document.id});
    }
  }

  void change_nodes() {
    Nodes before, after;
    for (const std::string& document : dirty_) {
      if (const auto* claims = states_.claims_before(document))
        add_nodes(*claims, states_.resolver(document, false), before);
      if (const auto* claims = states_.claims_after(document))
        add_nodes(*claims, states_.resolver(document, true), after);
    }
    nodes_.change(before.uses, after.uses);
    std::map<ActorId, BlockKey> actors;
    std::map<PlaceId, BlockKey> places;
    for (const Nodes* nodes : {&before, &after}) {
      for (const auto& [block, id] : nodes->actors) actors[id] = block;
      for (const auto& [block, id] : nodes->places) places[id] = block;
    }
    for (const auto& [id, block] : actors) {
      const auto lines = nodes_.after(block);
      if (lines.empty()) {
        change_.removed_actors.push_back(id);
      } else {
        change_.put_actors.push_back(fold_actor(id, lines));
      }
    }
    for (const auto& [id, block] : places) {
      const auto lines = nodes_.after(block);
      if (lines.empty()) {
        change_.removed_places.push_back(id);
      } else {
        change_.put_places.push_back(fold_place(id, lines));
      }
    }
  }

  std::optional<EventId> event_after(ClaimId claim) {
    const auto at = event_of_.find(claim);
    return at != event_of_.end() ? at->second : need(source_.event_of_claim(claim));
  }

  void change_links() {
    std::set<Link> have, want;
    for (EventId id : old_events_) {
      for (Link& link : need(source_.links_of(id))) have.insert(std::move(link));
    }
    std::set<std::string> documents = dirty_;
    for (const auto& [key, event] : visited_) documents.insert(key.document);
    for (const std::string& document : documents) {
      const DocumentClaims* claims = states_.claims_after(document);
      if (!claims) continue;
      for (const ClaimLink& link : links_between_claims(*claims)) {
        const auto from = event_after(link.from), to = event_after(link.to);
        if (!from || !to || *from == *to || !(touched_.contains(*from) || touched_.contains(*to))) continue;
        want.insert({*from, *to, link.relation, link.rule, link.weight, document, link.evidence});
      }
    }
    change_.put_links = minus(want, have);
    change_.removed_links = minus(have, want);
  }

  const ClaimSource& source_;
  GraphStates states_;
  Candidates candidates_;
  NameBlocks nodes_;  // lines of actors and places
  std::set<std::string> dirty_;
  std::map<LocalKey, const LocalEvent*> visited_;
  std::set<EventId> old_events_;  // that the visited claims belong to before
  std::set<EventId> touched_;     // that they belong to after
  std::map<ClaimId, EventId> event_of_;
  GraphChange change_;
};

template <class Compute>
Result<GraphChange> guarded(Compute compute) {
  try {
    return compute();
  } catch (const SourceFailure& failure) {
    return failure.error;
  }
}

Error unknown(std::string_view document) {
  return {ErrorKind::not_found, "no document '" + std::string(document) + "' is in this database", "", ""};
}

}  // namespace

Result<GraphChange> graph_change(const ClaimSource& source, StateChange change) {
  return guarded([&] { return Placement(source, std::move(change)).compute(); });
}

Result<GraphChange> place_document(const ClaimSource& source, DocumentClaims claims) {
  std::string document = claims.document.id;
  return graph_change(source, {std::move(document), std::move(claims), {}, {}});
}

Result<GraphChange> retract_document(const ClaimSource& source, std::string_view document) {
  const auto known = source.document_claims(document);
  if (!known) return known.error();
  if (!*known) return unknown(document);
  return graph_change(source, {std::string(document), std::nullopt, {}, {}});
}

Result<GraphChange> recompute_document(const ClaimSource& source, std::string_view document) {
  auto known = source.document_claims(document);
  if (!known) return known.error();
  if (!*known) return unknown(document);
  return guarded([&] { return Placement(source, {std::string(document), **std::move(known), {}, {}}).recompute(); });
}

bool is_empty(const GraphChange& change) {
  GraphChange nothing;
  nothing.document = change.document;
  return change == nothing;
}

}  // namespace forewhen
