// SPDX-License-Identifier: Apache-2.0
// The claims of one document that tell one event, with their actors resolved: the unit that is merged across documents.
#pragma once

#include <compare>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "forewhen/model/claim_source.h"
#include "forewhen/time/bounds.h"
#include "timeline/same_story.h"

namespace forewhen {

// Names a local event for as long as its document stays as it is.
struct LocalKey {
  std::string document;
  ClaimId first;

  friend auto operator<=>(const LocalKey&, const LocalKey&) = default;
};

struct LocalEvent {
  LocalKey key;
  std::vector<Claim> claims;  // in the order of the text
  // For each claim its participants' actors; 0 for what is no actor ("his residence").
  std::vector<std::vector<ActorId>> actors;
  std::vector<std::vector<std::string>> actor_names;
  std::optional<CalendarTime> published;
  std::string kind;                           // kind_of its first claim
  std::shared_ptr<const StoryProfile> story;  // of its document
  bool opens_document = false;                // the first of its document: carries the story's blocks
  Bounds order;  // of its start, as the order that the document states leaves it; open where it states none
};

// Days since 1970 that the event may have begun on, when that is one to three; else empty.
std::vector<std::int64_t> start_days(const LocalEvent& event);

// What an event of another document must be as well to be the same: its group, or its lemma where the lexicon has none.
// "" for what is never merged across documents: statements, states, plans, denials. From its first claim.
std::string kind_of(const Claim& claim);
// Blocks under which the same event of another document is looked for, two ways as same_event_score compares: its kind
// with each of its days and each actor or place of it; and, for the first of a document, those of the document's story.
std::vector<BlockKey> blocks_of(const LocalEvent& event);
std::vector<BlockKey> day_blocks_of(const LocalEvent& event);  // the former ones alone

}  // namespace forewhen
