// SPDX-License-Identifier: Apache-2.0
// Names to actors and places. All that bear exactly the name are meant; if none does, the one that contains it; if
// several contain it, the caller is told which.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

// `text` is an actor id (a and 16 hexadecimal digits), a name or an alias. Never empty when it is a value.
// not_found: nobody of that name; ambiguous: `what` lists those who contain it.
Result<std::vector<Actor>> resolve_actors(const EventSource& source, std::string_view text);
// The same with a place id (p...) or a name.
Result<std::vector<Place>> resolve_places(const EventSource& source, std::string_view text);

// What NAME of `timeline NAME` stands for: actors, places or both; or nobody, but a thing that participants are said
// with ("the Orlan treaty"): then both lists are empty.
struct Entity {
  std::string name;
  std::vector<Actor> actors;
  std::vector<Place> places;

  friend bool operator==(const Entity&, const Entity&) = default;
};
// An exact actor or place wins over a name that is only contained; one who bears a name that contains it over a thing.
// Unnamed people ("buyers of the Orlan phone") do not count as bearing it. ambiguous as above; never not_found, since
// whether a thing of that name is told of, only the events know.
Result<Entity> resolve_entity(const EventSource& source, std::string_view text);

}  // namespace forewhen
