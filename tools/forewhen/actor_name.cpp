// SPDX-License-Identifier: Apache-2.0
#include "actor_name.h"

#include "forewhen/query/names.h"

namespace forewhen {
namespace {

// Of the names of an actor the one that is that actor by itself; else the one shown.
std::string own_name(const Actor& actor) {
  if (actor_id(actor.name) == actor.id) return actor.name;
  for (const std::string& alias : actor.aliases) {
    if (actor_id(alias) == actor.id) return alias;
  }
  return actor.name;
}

}  // namespace

bool is_actor_id(const std::string& text) { return parse_id('a', text).has_value(); }

Result<ActorName> find_actor_name(const GraphStore& store, const std::string& text) {
  if (!is_actor_id(text)) {
    auto found = find_actor_name(store, actor_id(text), text);
    if (!found || found->used()) return found;
  }
  const auto actors = resolve_actors(store, text);
  if (!actors) return actors.error();
  if (actors->size() > 1) {
    std::string ids;
    for (const Actor& actor : *actors) ids += "\n  " + to_string(actor.id) + "  " + actor.name;
    return Error{ErrorKind::ambiguous, "several actors go by '" + text + "':" + ids, "", "give the id"};
  }
  return find_actor_name(store, actors->front().id, own_name(actors->front()));
}

}  // namespace forewhen
