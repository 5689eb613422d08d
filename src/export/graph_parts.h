// SPDX-License-Identifier: Apache-2.0
// The events as a graph for programs that draw graphs: nodes are events, actors and places; edges lead from an event to
// who takes part (named by the role), to its place ("place"), and to events that a source orders with it ("before",
// "includes", "simultaneous"). Nodes come before edges, events before actors before places.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/event_fields.h"

namespace forewhen {

struct GraphNode {
  std::string id, label;
  std::string_view kind;               // "event", "actor", "place"
  std::vector<Field> fields;           // those of graph_fields() that it has; `record`: the id of a data set's row
  std::optional<Placement> placement;  // of an event
};

struct ExportedEdge {
  std::string id;  // "x1", "x2", ...
  std::string from, to;
  std::string_view kind;
  std::string rule;                    // of an order that a source states
  int weight = 100;                    // percent of trust in it
  std::optional<Placement> placement;  // of the event that it comes from
};

// Names of the fields that nodes have.
std::vector<std::string_view> graph_fields();
Status for_each_node(ExportJob& job, const std::function<void(const GraphNode&)>& visit);
// Counts what leads out of the events asked for as a loss.
Status for_each_edge(ExportJob& job, const std::function<void(const ExportedEdge&)>& visit);

}  // namespace forewhen
