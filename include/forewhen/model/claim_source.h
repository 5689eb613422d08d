// SPDX-License-Identifier: Apache-2.0
// The seam between the timeline and storage: what the timeline must look up to place the claims of one more document,
// and the change that it hands back. The store applies a change as a whole or not at all.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/decision.h"
#include "forewhen/model/event.h"

namespace forewhen {

// A key under which things that may be the same are found together (same kind of event on the same day; same surname).
using BlockKey = std::uint64_t;

// An event with the blocks that it is found in, sorted.
struct PlacedEvent {
  Event event;
  std::vector<BlockKey> blocks;

  friend bool operator==(const PlacedEvent&, const PlacedEvent&) = default;
};

class ClaimSource {
 public:
  virtual ~ClaimSource() = default;

  virtual Result<std::optional<DocumentClaims>> document_claims(std::string_view document) const = 0;
  // The document by itself: less to read.
  virtual Result<std::optional<Document>> document_without_claims(std::string_view document) const = 0;
  virtual Result<std::optional<EventId>> event_of_claim(ClaimId id) const = 0;
  virtual Result<std::optional<Event>> find_event(EventId id) const = 0;
  // Of texts: rows of data sets are in no block.
  virtual Result<std::optional<PlacedEvent>> placed_event(EventId id) const = 0;
  virtual Result<std::optional<Actor>> find_actor(ActorId id) const = 0;
  virtual Result<std::vector<Link>> links_of(EventId id) const = 0;
  // Events in a block, by id.
  virtual Result<std::vector<EventId>> events_in_block(BlockKey block) const = 0;
  // Distinct names in a block of names, sorted.
  virtual Result<std::vector<std::string>> names_in_block(BlockKey block) const = 0;
  // Ids of the documents that use this name in this block, sorted; `limit` 0 means all.
  virtual Result<std::vector<std::string>> documents_with_name(BlockKey block, std::string_view name,
                                                               std::size_t limit) const = 0;
  // What people decided, by number; none where a source keeps no decisions.
  virtual Result<std::vector<Decision>> decisions() const { return std::vector<Decision>{}; }
};

struct NameUse {
  BlockKey block = 0;
  std::string name;
  std::string document;

  friend auto operator<=>(const NameUse&, const NameUse&) = default;
};

// Everything that one document (new, changed or retracted) or a decision changes. Derived index rows are the store's
// own business: it reads the old record of every event named here, takes its rows away and writes those of the new one.
struct GraphChange {
  std::string document;                        // whose claims change; empty when decisions change and no document
  std::optional<DocumentClaims> put_document;  // nothing: the document goes
  std::vector<EventId> removed_events;
  std::vector<PlacedEvent> put_events;  // new ones and new states of old ones
  std::vector<Actor> put_actors;
  std::vector<ActorId> removed_actors;
  std::vector<Place> put_places;
  std::vector<PlaceId> removed_places;
  std::vector<Link> put_links;
  std::vector<Link> removed_links;
  std::vector<NameUse> put_names;
  std::vector<NameUse> removed_names;
  std::vector<Decision> put_decisions;
  std::vector<std::uint64_t> removed_decisions;  // by number

  friend bool operator==(const GraphChange&, const GraphChange&) = default;
};

}  // namespace forewhen
