// SPDX-License-Identifier: Apache-2.0
// Lists of events in the order of time: all, of an actor or place, of a window; and one event with all that is known.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "forewhen/query/answer.h"
#include "forewhen/query/names.h"

namespace forewhen {

struct ListOptions {
  std::size_t limit = 0;  // 0: all; else the latest that many are kept
  EventFilter filter;
};

// Every event, planned and negated ones as well if the filter says so.
Result<Listing> list_events(const EventSource& source, const ListOptions& options = {});

// Events in which an actor takes part or that happened at a place.
struct Timeline {
  Entity entity;
  Listing listing;
};
Result<Timeline> timeline(const EventSource& source, std::string_view name, const ListOptions& options = {});

// Events that may have started in [from, to).
Result<Listing> between(const EventSource& source, Interval window, const ListOptions& options = {});

struct LinkedEvent {
  Link link;
  EventId other;
  std::string other_summary;
  Quote quote;  // the words that say so, in their sentence's document

  friend bool operator==(const LinkedEvent&, const LinkedEvent&) = default;
};

// One event with everything behind it.
struct EventDossier {
  Event event;
  std::vector<Claim> claims;  // in the order of the mentions
  std::vector<Quote> quotes;  // one a mention
  std::vector<LinkedEvent> links;
  std::vector<DocumentSummary> documents;  // that mention it, by id
  // Their ids again, copies of one another together (Corroborator::groups_of).
  std::vector<std::vector<std::string>> sources;

  std::vector<ConflictKind> disputes;

  Corroboration told() const { return {documents.size(), sources.size()}; }
};
// not_found: no such event. `id` may be an old one.
Result<EventDossier> show(const EventSource& source, EventId id);

}  // namespace forewhen
