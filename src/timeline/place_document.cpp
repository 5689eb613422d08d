// SPDX-License-Identifier: Apache-2.0
// Works out what one document changes. Terms: "before" is the graph as the source has it, "after" the graph as it will
// be. Only the neighbourhood is looked at:
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
#include "timeline/claim_links.h"
#include "timeline/close_order.h"
#include "timeline/compose_event.h"
#include "timeline/group_claims.h"
#include "timeline/same_event.h"

namespace forewhen {
namespace {

// A failure of the source, carried up to the two functions below: thrown because it may come from any look-up deep in
// the walk, and none of them can do anything about it.
struct SourceFailure {
  Error error;
};

template <class T>
T need(Result<T> result) {
  if (!result) throw SourceFailure{result.error()};
  return std::move(result).value();
}

template <class T>
std::vector<T> minus(const std::set<T>& a, const std::set<T>& b) {
  std::vector<T> out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

// Names in blocks, before and after the change.
class NameBlocks {
 public:
  explicit NameBlocks(const ClaimSource& source) : source_(source) {}

  void change(const std::set<NameUse>& before, const std::set<NameUse>& after) {
    for (const NameUse& use : minus(before, after)) removed_.insert(use);
    for (const NameUse& use : minus(after, before)) added_.insert(use);
  }

  std::vector<std::string> before(BlockKey block) const { return need(source_.names_in_block(block)); }

  std::vector<std::string> after(BlockKey block) const {
    std::vector<std::string> stored = before(block);
    std::set<std::string> names(stored.begin(), stored.end());
    for (auto use = removed_.lower_bound({block, "", ""}); use != removed_.end() && use->block == block; ++use) {
      if (!used_elsewhere(block, use->name)) names.erase(use->name);
    }
    for (auto use = added_.lower_bound({block, "", ""}); use != added_.end() && use->block == block; ++use)
      names.insert(use->name);
    return {names.begin(), names.end()};
  }

  const std::set<NameUse>& removed() const { return removed_; }
  const std::set<NameUse>& added() const { return added_; }

 private:
  bool used_elsewhere(BlockKey block, const std::string& name) const {
    std::size_t leaving = 0;
    for (auto use = removed_.lower_bound({block, name, ""});
         use != removed_.end() && use->block == block && use->name == name; ++use)
      ++leaving;
    return need(source_.documents_with_name(block, name, leaving + 1)).size() > leaving;
  }

  const ClaimSource& source_;
  std::set<NameUse> removed_, added_;
};

class Placement {
 public:
  Placement(const ClaimSource& source, std::string document, std::optional<DocumentClaims> after)
      : source_(source), document_(std::move(document)), after_(std::move(after)), names_(source), nodes_(source) {}

  GraphChange compute() {
    change_.document = document_;
    before_ = need(source_.document_claims(document_));
    if (before_ == after_) return std::move(change_);
    change_.put_document = after_;
    change_names();
    find_dirty_documents();
    visit_events();
    change_events();
    change_nodes();
    change_links();
    for (const NameBlocks* blocks : {&names_, &nodes_}) {
      change_.put_names.insert(change_.put_names.end(), blocks->added().begin(), blocks->added().end());
      change_.removed_names.insert(change_.removed_names.end(), blocks->removed().begin(), blocks->removed().end());
    }
    return std::move(change_);
  }

 private:
  // The claims of a document as they will be; nothing for one that goes.
  const DocumentClaims* claims_after(const std::string& document) {
    if (document == document_) return after_ ? &*after_ : nullptr;
    return claims_before(document);
  }
  const DocumentClaims* claims_before(const std::string& document) {
    if (document == document_) return before_ ? &*before_ : nullptr;
    auto [at, fresh] = loaded_.try_emplace(document);
    if (fresh) at->second = need(source_.document_claims(document));
    return at->second ? &*at->second : nullptr;
  }

  void change_names() {
    names_.change(before_ ? name_uses(*before_) : std::set<NameUse>{},
                  after_ ? name_uses(*after_) : std::set<NameUse>{});
  }

  // Documents in which a bare surname or acronym may now mean somebody else, and the document itself.
  void find_dirty_documents() {
    dirty_.insert(document_);
    std::set<BlockKey> blocks;
    for (const auto* uses : {&names_.removed(), &names_.added()}) {
      for (const NameUse& use : *uses) blocks.insert(use.block);
    }
    for (BlockKey block : blocks) {
      const auto before = names_.before(block), after = names_.after(block);
      if (full_names(before) == full_names(after)) continue;
      for (const std::string& name : before) {
        if (name.empty() || name[0] == kFullMark) continue;
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

  ResolveActor resolver(const std::string& document, bool after) {
    return [this, document, after](const Participant& participant) {
      return resolve_actor(participant, document, [this, after](BlockKey block) {
        auto& cache = after ? after_cache_ : before_cache_;
        auto [at, fresh] = cache.try_emplace(block);
        if (fresh) at->second = after ? names_.after(block) : names_.before(block);
        return at->second;
      });
    };
  }

  const std::vector<LocalEvent>& local_events(const std::string& document) {
    auto [at, fresh] = local_.try_emplace(document);
    const DocumentClaims* claims = fresh ? claims_after(document) : nullptr;
    if (claims) {
      at->second = group_claims(*claims, resolver(document, true));
      close_order(at->second, links_between_claims(*claims));
    }
    return at->second;
  }

  // Documents, after the change, that may tell of the same story, found once a document and version.
  const std::set<std::string>& told_by(const LocalEvent& event) {
    auto [at, fresh] = story_documents_.try_emplace(event.story.get());
    if (fresh && event.story) {
      stories_.push_back(event.story);
      for (BlockKey block : event.story->blocks) add_documents(block, at->second);
    }
    return at->second;
  }
  void add_documents(BlockKey block, std::set<std::string>& documents) {
    for (EventId id : need(source_.events_in_block(block))) {
      const auto other = need(source_.find_event(id));
      if (!other) continue;
      for (const Mention& mention : other->mentions) documents.insert(mention.document);
    }
  }
  // Local events, after the change, that may be the same as `event` by the two alone.
  std::vector<const LocalEvent*> same_as(const LocalEvent& event) {
    if (event.kind.empty()) return {};
    std::set<std::string> documents = told_by(event);
    for (BlockKey block : blocks_of(event)) add_documents(block, documents);
    documents.insert(dirty_.begin(), dirty_.end());
    std::vector<const LocalEvent*> out;
    for (const std::string& document : documents) {
      for (const LocalEvent& other : local_events(document)) {
        if (same_event_score(event, other) > 0) out.push_back(&other);
      }
    }
    return out;
  }

  // Everything whose cluster may change: closed under "may be the same".
  void visit_events() {
    std::deque<const LocalEvent*> queue;
    const auto visit = [&](const LocalEvent* event) {
      if (visited_.emplace(event->key, event).second) queue.push_back(event);
    };
    for (const std::string& document : dirty_) {
      for (const LocalEvent& event : local_events(document)) visit(&event);
      const DocumentClaims* claims = claims_before(document);
      if (!claims) continue;
      for (const LocalEvent& old : group_claims(*claims, resolver(document, false))) {
        for (const Claim& claim : old.claims) note_old_event(claim.id);
        for (const LocalEvent* other : same_as(old)) visit(other);
      }
    }
    while (!queue.empty()) {
      const LocalEvent* event = queue.front();
      queue.pop_front();
      if (!dirty_.contains(event->key.document)) note_old_event(event->key.first);
      for (const LocalEvent* other : same_as(*event)) visit(other);
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
      GraphChange::PlacedEvent placed{compose_event(told), {}};
      std::set<BlockKey> blocks;
      for (const LocalEvent* event : told) {
        for (BlockKey block : blocks_of(*event)) blocks.insert(block);
        for (const Claim& claim : event->claims) event_of_[claim.id] = placed.event.id;
      }
      placed.blocks.assign(blocks.begin(), blocks.end());
      fresh.insert(placed.event.id);
      if (old_events_.contains(placed.event.id) && need(source_.find_event(placed.event.id)) == placed.event) continue;
      change_.put_events.push_back(std::move(placed));
    }
    std::sort(change_.put_events.begin(), change_.put_events.end(),
              [](const auto& a, const auto& b) { return a.event.id < b.event.id; });
    change_.removed_events = minus(old_events_, fresh);
    touched_ = fresh;
  }

  // Only events of one kind are compared; what is never merged stands alone. Keeps the comparison of all pairs small.
  static std::vector<std::vector<std::size_t>> clusters_of(const std::vector<const LocalEvent*>& events) {
    std::vector<std::vector<std::size_t>> out;
    std::map<std::string, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (events[i]->kind.empty()) {
        out.push_back({i});
      } else {
        kinds[events[i]->kind].push_back(i);
      }
    }
    for (const auto& [kind, members_of_kind] : kinds) {
      std::vector<const LocalEvent*> chosen;
      for (std::size_t i : members_of_kind) chosen.push_back(events[i]);
      for (std::vector<std::size_t> members : cluster(chosen)) {
        for (std::size_t& member : members) member = members_of_kind[member];
        out.push_back(std::move(members));
      }
    }
    return out;
  }

  struct Nodes {
    std::set<NameUse> uses;
    std::map<BlockKey, ActorId> actors;
    std::map<BlockKey, PlaceId> places;
  };
  void add_nodes(const DocumentClaims& claims, const ResolveActor& resolve, Nodes& nodes) const {
    for (const Claim& claim : claims.claims) {
      for (const Participant& participant : claim.participants) {
        const ResolvedName resolved = resolve(participant);
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
      if (const auto* claims = claims_before(document)) add_nodes(*claims, resolver(document, false), before);
      if (const auto* claims = claims_after(document)) add_nodes(*claims, resolver(document, true), after);
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
      const DocumentClaims* claims = claims_after(document);
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
  const std::string document_;
  std::optional<DocumentClaims> before_, after_;
  std::map<std::string, std::optional<DocumentClaims>> loaded_;
  NameBlocks names_;  // surnames and acronyms
  NameBlocks nodes_;  // lines of actors and places
  std::map<BlockKey, std::vector<std::string>> before_cache_, after_cache_;
  std::set<std::string> dirty_;
  std::map<std::string, std::vector<LocalEvent>> local_;
  std::map<const StoryProfile*, std::set<std::string>> story_documents_;
  std::vector<std::shared_ptr<const StoryProfile>> stories_;  // keeps the keys of the map above alive
  std::map<LocalKey, const LocalEvent*> visited_;
  std::set<EventId> old_events_;  // that the visited claims belong to before
  std::set<EventId> touched_;     // that they belong to after
  std::map<ClaimId, EventId> event_of_;
  GraphChange change_;
};

Result<GraphChange> compute(const ClaimSource& source, std::string document, std::optional<DocumentClaims> after) {
  try {
    return Placement(source, std::move(document), std::move(after)).compute();
  } catch (const SourceFailure& failure) {
    return failure.error;
  }
}

}  // namespace

Result<GraphChange> place_document(const ClaimSource& source, DocumentClaims claims) {
  std::string document = claims.document.id;
  return compute(source, std::move(document), std::move(claims));
}

Result<GraphChange> retract_document(const ClaimSource& source, std::string_view document) {
  const auto known = source.document_claims(document);
  if (!known) return known.error();
  if (!*known)
    return Error{ErrorKind::not_found, "no document '" + std::string(document) + "' is in this database", "", ""};
  return compute(source, std::string(document), std::nullopt);
}

bool is_empty(const GraphChange& change) {
  GraphChange nothing;
  nothing.document = change.document;
  return change == nothing;
}

}  // namespace forewhen
