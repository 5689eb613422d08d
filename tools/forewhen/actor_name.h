// SPDX-License-Identifier: Apache-2.0
// The name that a command about actors is asked about.
#pragma once

#include <string>

#include "forewhen/store/graph_store.h"
#include "forewhen/timeline/why_same_actor.h"

namespace forewhen {

// True for an actor's id: a and 16 hexadecimal digits.
bool is_actor_id(const std::string& text);

// An id: the name by which that actor goes. Words: a name as a document uses it ("Ruiz"), else the actor that goes by
// them. not_found, ambiguous as of resolve_actors.
Result<ActorName> find_actor_name(const GraphStore& store, const std::string& text);

}  // namespace forewhen
