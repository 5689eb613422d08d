// SPDX-License-Identifier: Apache-2.0
#include "query/find.h"

namespace forewhen {

Result<Event> find_event_or_alias(const EventSource& source, EventId id) {
  Result<std::optional<Event>> event = source.find_event(id);
  if (!event.ok()) return event.error();
  if (event->has_value()) return **std::move(event);
  const Result<std::optional<EventId>> current = source.event_of_claim(founding_claim(id));
  if (!current.ok()) return current.error();
  if (current->has_value()) {
    event = source.find_event(**current);
    if (!event.ok()) return event.error();
    if (event->has_value()) return **std::move(event);
  }
  return Error{ErrorKind::not_found, "no event " + to_string(id), "", "list them with 'events'"};
}

}  // namespace forewhen
