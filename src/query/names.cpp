// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/names.h"

#include <algorithm>

namespace forewhen {
namespace {

constexpr std::size_t kMostListed = 9;

bool bears(const Actor& actor, const std::string& folded) {
  const auto same = [&](const std::string& name) { return normalised_name(name) == folded; };
  return same(actor.name) || std::any_of(actor.aliases.begin(), actor.aliases.end(), same);
}
bool bears(const Place& place, const std::string& folded) { return normalised_name(place.name) == folded; }

// "Okoro" of Daniel Okoro, "Orlan" of the Orlan Line; not what unnamed people are said with.
bool bears_part(const Actor& actor, const std::string& folded) {
  if (actor.kind == ActorKind::group || actor.kind == ActorKind::unknown || actor.kind == ActorKind::thing)
    return false;
  if (actor.kind != ActorKind::person) return true;
  const auto ends = [&](const std::string& name) { return normalised_name(name).ends_with(" " + folded); };
  const auto begins = [&](const std::string& name) { return normalised_name(name).starts_with(folded + " "); };
  return ends(actor.name) || begins(actor.name) || std::any_of(actor.aliases.begin(), actor.aliases.end(), ends);
}

std::string describe(const Actor& actor) {
  std::string text = to_string(actor.id) + "  " + actor.name;
  if (actor.kind != ActorKind::unknown) text += ", " + std::string(name_of(actor.kind));
  return text;
}
std::string describe(const Place& place) {
  std::string text = to_string(place.id) + "  " + place.name;
  if (!place.within.empty()) text += ", " + place.within;
  return text;
}

// Those that bear exactly that name, and those that only contain it.
template <class Node>
struct Named {
  std::vector<Node> exact, containing;
};

template <class Node>
Named<Node> part(std::vector<Node> nodes, std::string_view name) {
  const std::string folded = normalised_name(name);
  Named<Node> named;
  for (Node& node : nodes) {
    (bears(node, folded) ? named.exact : named.containing).push_back(std::move(node));
  }
  return named;
}

template <class Node>
void list(const std::vector<Node>& nodes, std::string& what) {
  for (std::size_t i = 0; i < std::min(nodes.size(), kMostListed); ++i) what += "\n  " + describe(nodes[i]);
  if (nodes.size() > kMostListed) what += "\n  and " + std::to_string(nodes.size() - kMostListed) + " more";
}

Error nobody(std::string_view text, const char* kind) {
  return {ErrorKind::not_found, "no " + std::string(kind) + " '" + std::string(text) + "'", "",
          "names are found by whole words"};
}
Error several(std::string_view text, std::string listing) {
  return {ErrorKind::ambiguous, "several names contain '" + std::string(text) + "':" + listing, "",
          "give the whole name or the id"};
}

template <class Node>
Result<std::vector<Node>> choose(Named<Node> named, std::string_view text, const char* kind) {
  if (!named.exact.empty()) return std::move(named.exact);
  if (named.containing.empty()) return nobody(text, kind);
  if (named.containing.size() == 1) return std::move(named.containing);
  std::string listing;
  list(named.containing, listing);
  return several(text, listing);
}

template <class Node>
Result<std::vector<Node>> by_id(Result<std::optional<Node>> node, std::string_view text, const char* kind) {
  if (!node.ok()) return node.error();
  if (!node->has_value()) return nobody(text, kind);
  return std::vector<Node>{**std::move(node)};
}

}  // namespace

Result<std::vector<Actor>> resolve_actors(const EventSource& source, std::string_view text) {
  if (const auto id = parse_id('a', text)) return by_id(source.find_actor(ActorId{*id}), text, "actor");
  Result<std::vector<Actor>> actors = source.actors_named(text);
  if (!actors.ok()) return actors.error();
  return choose(part(*std::move(actors), text), text, "actor");
}

Result<std::vector<Place>> resolve_places(const EventSource& source, std::string_view text) {
  if (const auto id = parse_id('p', text)) return by_id(source.find_place(PlaceId{*id}), text, "place");
  Result<std::vector<Place>> places = source.places_named(text);
  if (!places.ok()) return places.error();
  return choose(part(*std::move(places), text), text, "place");
}

Result<Entity> resolve_entity(const EventSource& source, std::string_view text) {
  if (parse_id('a', text)) {
    Result<std::vector<Actor>> actors = resolve_actors(source, text);
    if (!actors.ok()) return actors.error();
    return Entity{actors->front().name, *std::move(actors), {}};
  }
  if (parse_id('p', text)) {
    Result<std::vector<Place>> places = resolve_places(source, text);
    if (!places.ok()) return places.error();
    return Entity{places->front().name, {}, *std::move(places)};
  }
  Result<std::vector<Actor>> all_actors = source.actors_named(text);
  if (!all_actors.ok()) return all_actors.error();
  Result<std::vector<Place>> all_places = source.places_named(text);
  if (!all_places.ok()) return all_places.error();
  Named<Actor> actors = part(*std::move(all_actors), text);
  Named<Place> places = part(*std::move(all_places), text);
  if (!actors.exact.empty() || !places.exact.empty()) {
    return Entity{std::string(text), std::move(actors.exact), std::move(places.exact)};
  }
  std::erase_if(actors.containing, [&](const Actor& actor) { return !bears_part(actor, normalised_name(text)); });
  const std::size_t containing = actors.containing.size() + places.containing.size();
  if (containing == 0) return Entity{std::string(text), {}, {}};
  if (containing > 1) {
    std::string listing;
    list(actors.containing, listing);
    list(places.containing, listing);
    return several(text, listing);
  }
  std::string name = actors.containing.empty() ? places.containing[0].name : actors.containing[0].name;
  return Entity{std::move(name), std::move(actors.containing), std::move(places.containing)};
}

}  // namespace forewhen
