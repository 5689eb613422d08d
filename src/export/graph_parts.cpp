// SPDX-License-Identifier: Apache-2.0
#include "export/graph_parts.h"

#include <fmt/format.h>

#include <set>

#include "export/cells.h"

namespace forewhen {
namespace {

// Of an event besides those of csv that say whom and where, which are edges here.
constexpr std::string_view kEventFields[] = {
    "when", "edtf", "start_min", "start_max", "end_min",       "end_max",   "precision", "modality", "polarity",
    "type", "mode", "code",      "reported",  "attributed_to", "documents", "quote",     "record"};
constexpr std::string_view kOtherFields[] = {"actor_kind", "country", "within", "lat", "lon"};

Result<GraphNode> event_node(ExportJob& job, const Event& event) {
  auto fields = fields_of(job, event);
  if (!fields) return fields.error();
  GraphNode node{to_string(event.id), what_cell(event), "event", {}, placement_of(event)};
  for (Field& field : *fields) {
    const bool wanted =
        std::find(std::begin(kEventFields), std::end(kEventFields), field.name) != std::end(kEventFields);
    if (wanted) node.fields.push_back(std::move(field));
  }
  node.fields.push_back({"record", event.record});
  return node;
}

GraphNode place_node(const EventPlace& place) {
  GraphNode node{to_string(place.place), place.name, "place", {}, {}};
  node.fields = {{"country", place.country}, {"within", place.within}};
  if (place.point) {
    node.fields.push_back({"lat", fmt::format("{}", place.point->latitude)});
    node.fields.push_back({"lon", fmt::format("{}", place.point->longitude)});
  }
  return node;
}

}  // namespace

std::vector<std::string_view> graph_fields() {
  std::vector<std::string_view> names(std::begin(kEventFields), std::end(kEventFields));
  names.insert(names.end(), std::begin(kOtherFields), std::end(kOtherFields));
  return names;
}

Status for_each_node(ExportJob& job, const std::function<void(const GraphNode&)>& visit) {
  std::set<ActorId> actors;
  std::map<PlaceId, GraphNode> places;
  const Status written = job.for_each([&](const Event& event) -> Status {
    const auto node = event_node(job, event);
    if (!node) return node.error();
    visit(*node);
    for (const EventParticipant& each : event.participants) {
      if (each.actor) actors.insert(each.actor);
    }
    if (event.place && event.place->place) places.try_emplace(event.place->place, place_node(*event.place));
    return Done{};
  });
  if (!written) return written;
  for (const ActorId id : actors) {
    const auto actor = job.source.find_actor(id);
    if (!actor) return actor.error();
    GraphNode node{to_string(id), *actor ? (*actor)->name : to_string(id), "actor", {}, {}};
    if (*actor) node.fields = {{"actor_kind", std::string(name_of((*actor)->kind))}, {"country", (*actor)->country}};
    visit(node);
  }
  for (const auto& [id, node] : places) visit(node);
  return Done{};
}

Status for_each_edge(ExportJob& job, const std::function<void(const ExportedEdge&)>& visit) {
  std::uint64_t number = 0, outside = 0, nameless = 0;
  const Status written = job.for_each([&](const Event& event) -> Status {
    const std::string from = to_string(event.id);
    const Placement placement = placement_of(event);
    const auto add = [&](std::string to, std::string_view kind, std::string rule, int weight) {
      visit({fmt::format("x{}", ++number), from, std::move(to), kind, std::move(rule), weight, placement});
    };
    for (const EventParticipant& each : event.participants) {
      if (each.actor) {
        add(to_string(each.actor), name_of(each.role), "", 100);
      } else {
        ++nameless;
      }
    }
    if (event.place && event.place->place) add(to_string(event.place->place), "place", "", 100);
    const auto links = job.links_from(event, outside);
    if (!links) return links.error();
    for (const Link& link : *links) add(to_string(link.to), name_of(link.relation), link.rule, link.weight);
    return Done{};
  });
  if (nameless) job.losses.note(fmt::format("{} participants are no actors of the graph and have no node", nameless));
  if (outside) job.losses.note(fmt::format("{} stated orders lead to events that are not among these", outside));
  return written;
}

}  // namespace forewhen
