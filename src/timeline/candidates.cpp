// SPDX-License-Identifier: Apache-2.0
#include "timeline/candidates.h"

#include "timeline/same_event.h"

namespace forewhen {

std::vector<const LocalEvent*> Candidates::same_as(const LocalEvent& event, const std::set<std::string>& also) {
  if (event.kind.empty()) return {};
  std::set<std::string> documents = of_story(event);
  for (BlockKey block : day_blocks_of(event)) {
    const std::set<std::string>& more = in_block(block);
    documents.insert(more.begin(), more.end());
  }
  documents.insert(also.begin(), also.end());
  documents.erase(event.key.document);
  std::vector<const LocalEvent*> out;
  for (const std::string& document : documents) {
    for (const LocalEvent* other : of_kind(document, event.kind)) {
      if (same_event_score(event, *other) > 0) out.push_back(other);
    }
  }
  return out;
}

// Of the documents that share a block with the story only those that are alike: by their texts, before any claim is
// read.
const std::set<std::string>& Candidates::of_story(const LocalEvent& event) {
  auto [at, fresh] = of_story_.try_emplace(event.story);
  if (!fresh || !event.story) return at->second;
  std::set<std::string> near;
  for (BlockKey block : event.story->blocks) {
    const std::set<std::string>& more = in_block(block);
    near.insert(more.begin(), more.end());
  }
  near.erase(event.key.document);
  for (const std::string& document : near) {
    const auto story = states_.story_after(document);
    if (story && likeness(*event.story, *story) >= kSameStory) at->second.insert(document);
  }
  return at->second;
}

const std::set<std::string>& Candidates::in_block(BlockKey block) {
  auto [at, fresh] = in_block_.try_emplace(block);
  if (!fresh) return at->second;
  for (EventId event : need(source_.events_in_block(block))) {
    const std::vector<std::string>& documents = telling(event);
    at->second.insert(documents.begin(), documents.end());
  }
  return at->second;
}

const std::vector<std::string>& Candidates::telling(EventId event) {
  auto [at, fresh] = telling_.try_emplace(event);
  if (!fresh) return at->second;
  if (const auto known = need(source_.find_event(event))) {
    for (const Mention& mention : known->mentions) at->second.push_back(mention.document);
  }
  return at->second;
}

const std::vector<const LocalEvent*>& Candidates::of_kind(const std::string& document, const std::string& kind) {
  static const std::vector<const LocalEvent*> kNone;
  auto [at, fresh] = of_kind_.try_emplace(document);
  if (fresh) {
    for (const LocalEvent& event : states_.events_after(document)) at->second[event.kind].push_back(&event);
  }
  const auto found = at->second.find(kind);
  return found == at->second.end() ? kNone : found->second;
}

}  // namespace forewhen
