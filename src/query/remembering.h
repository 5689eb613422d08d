// SPDX-License-Identifier: Apache-2.0
// A source that keeps what was asked of it, for thousands of questions about the same stories. Events come without the
// stems that they are found by.
#pragma once

#include <map>
#include <unordered_map>

#include "forewhen/model/event_source.h"

namespace forewhen {

class RememberingSource : public EventSource {
 public:
  // Keeps at most about `most` events, claims, lists of links and of documents each; then it forgets all of that kind.
  RememberingSource(const EventSource& source, std::size_t most) : source_(source), most_(most) {}

  Result<std::optional<Event>> find_event(EventId id) const override {
    return remembered(events_, id, [&] {
      Result<std::optional<Event>> event = source_.find_event(id);
      if (event.ok() && event->has_value()) (*event)->terms = {};
      return event;
    });
  }
  Result<std::optional<Claim>> find_claim(ClaimId id) const override {
    return remembered(claims_, id, [&] { return source_.find_claim(id); });
  }
  Result<std::vector<Link>> links_of(EventId id) const override {
    return remembered(links_, id, [&] { return source_.links_of(id); });
  }
  Result<std::optional<DocumentSummary>> find_document(std::string_view document) const override {
    return remembered(documents_, std::string(document), [&] { return source_.find_document(document); });
  }
  Result<GraphCounts> counts() const override {
    if (!counts_) {
      Result<GraphCounts> counts = source_.counts();
      if (!counts.ok()) return counts;
      counts_ = *counts;
    }
    return *counts_;
  }
  Result<bool> any_links() const override { return source_.any_links(); }
  Result<std::optional<seconds>> vagueness() const override { return source_.vagueness(); }
  std::unique_ptr<EventCursor> rows(Axis axis, std::uint64_t key, Instant before) const override;

  Result<std::optional<EventId>> event_of_claim(ClaimId id) const override { return source_.event_of_claim(id); }
  Result<std::optional<Actor>> find_actor(ActorId id) const override { return source_.find_actor(id); }
  Result<std::optional<Place>> find_place(PlaceId id) const override { return source_.find_place(id); }
  Result<std::vector<Actor>> actors_named(std::string_view name) const override { return source_.actors_named(name); }
  Result<std::vector<Place>> places_named(std::string_view name) const override { return source_.places_named(name); }
  Result<BestEvents> best_events(const std::vector<SoughtWord>& words, std::size_t limit) const override {
    return source_.best_events(words, limit);
  }
  Result<std::optional<std::string>> text_of(std::string_view document) const override {
    return source_.text_of(document);
  }
  Result<std::vector<DocumentSummary>> documents() const override { return source_.documents(); }

 private:
  template <class Map, class Key, class Ask>
  Result<typename Map::mapped_type> remembered(Map& map, const Key& key, Ask ask) const {
    if (const auto at = map.find(key); at != map.end()) return at->second;
    Result<typename Map::mapped_type> answer = ask();
    if (!answer.ok()) return answer;
    if (map.size() >= most_) map.clear();
    map.emplace(key, *answer);
    return answer;
  }

  const EventSource& source_;
  std::size_t most_;
  mutable std::unordered_map<EventId, std::optional<Event>> events_;
  mutable std::unordered_map<ClaimId, std::optional<Claim>> claims_;
  mutable std::unordered_map<EventId, std::vector<Link>> links_;
  mutable std::unordered_map<std::string, std::optional<DocumentSummary>> documents_;
  mutable std::unordered_map<std::uint64_t, std::shared_ptr<const std::vector<EventRow>>> rows_;  // of documents
  mutable std::optional<GraphCounts> counts_;
};

}  // namespace forewhen
