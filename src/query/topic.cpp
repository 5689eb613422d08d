// SPDX-License-Identifier: Apache-2.0
#include "query/topic.h"

#include <algorithm>

#include "forewhen/base/stem.h"
#include "forewhen/graph/event_row.h"

namespace forewhen {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool contains_words(std::string_view text, const std::string& folded) {
  const std::string whole = normalised_name(text);
  for (std::size_t at = whole.find(folded); at != std::string::npos; at = whole.find(folded, at + 1)) {
    const std::size_t end = at + folded.size();
    if ((at == 0 || !is_word(whole[at - 1])) && (end == whole.size() || !is_word(whole[end]))) return true;
  }
  return false;
}

bool tells_of(const Event& event, const std::string& folded) {
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const EventParticipant& p) {
    return contains_words(p.text, folded) || contains_words(p.name, folded);
  });
}

}  // namespace

Result<std::vector<EventRow>> topic_rows(const EventSource& source, std::string_view name) {
  std::vector<EventRow> rows;
  const std::vector<std::string> stems = content_stems(name);
  const std::string folded = normalised_name(name);
  if (stems.empty() || folded.empty()) return rows;
  const Result<std::vector<ScoredEvent>> found = source.search(stems, static_cast<std::size_t>(-1));
  if (!found.ok()) return found.error();
  for (const ScoredEvent& scored : *found) {
    const Result<std::optional<Event>> event = source.find_event(scored.event);
    if (!event.ok()) return event.error();
    if (event->has_value() && tells_of(**event, folded)) rows.push_back(row_of(**event));
  }
  return rows;
}

Result<Entity> add_rows_of(const EventSource& source, std::string_view name, Instant end, MergedRows& rows) {
  Result<Entity> entity = resolve_entity(source, name);
  if (!entity.ok()) return entity;
  for (const Actor& actor : entity->actors) rows.add(source.rows(Axis::actor, actor.id.value, end));
  for (const Place& place : entity->places) rows.add(source.rows(Axis::place, place.id.value, end));
  if (!entity->actors.empty() || !entity->places.empty()) return entity;
  Result<std::vector<EventRow>> about = topic_rows(source, name);
  if (!about.ok()) return about.error();
  if (about->empty()) {
    return Error{ErrorKind::not_found, "no actor, place or thing '" + std::string(name) + "'", "",
                 "names are found by whole words"};
  }
  rows.add(*std::move(about));
  return entity;
}

}  // namespace forewhen
