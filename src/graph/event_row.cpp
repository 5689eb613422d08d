// SPDX-License-Identifier: Apache-2.0
#include "forewhen/graph/event_row.h"

#include <algorithm>

namespace forewhen {

EventRow row_of(const Event& event) {
  EventRow row{event.id, event.bounds, event.type, event.modality, event.polarity, {}, {}};
  for (const EventParticipant& participant : event.participants) {
    if (participant.actor) row.actors.push_back(participant.actor);
  }
  std::sort(row.actors.begin(), row.actors.end());
  row.actors.erase(std::unique(row.actors.begin(), row.actors.end()), row.actors.end());
  if (event.place) row.place = event.place->place;
  return row;
}

bool is_newer(const EventRow& a, const EventRow& b) {
  if (a.bounds.earliest_start != b.bounds.earliest_start) return a.bounds.earliest_start > b.bounds.earliest_start;
  return a.event < b.event;
}

}  // namespace forewhen
