// SPDX-License-Identifier: Apache-2.0
// cytoscape: Cytoscape JSON (cyjs), for the desktop program and cytoscape.js.
#include "export/event_json.h"
#include "export/formats.h"
#include "export/graph_parts.h"
#include "export/line_list.h"

namespace forewhen {

Status write_cytoscape(ExportJob& job) {
  job.write("{\"format_version\":\"1.0\",\"generated_by\":\"forewhen\",\"data\":" +
            dump({{"name", job.request.title}}) + ",\n\"elements\":{\"nodes\":[\n");
  LineList nodes(job);
  const Status noded = for_each_node(job, [&](const GraphNode& node) {
    Json data = {{"id", node.id}, {"name", node.label}, {"kind", node.kind}};
    for (const Field& field : node.fields) data[std::string(field.name)] = field.value;
    nodes.add(dump({{"data", data}}));
  });
  if (!noded) return noded;
  job.write("\n],\n\"edges\":[\n");
  LineList edges(job);
  const Status edged = for_each_edge(job, [&](const ExportedEdge& edge) {
    Json data = {{"id", edge.id},     {"source", edge.from},          {"target", edge.to}, {"interaction", edge.kind},
                 {"rule", edge.rule}, {"weight", edge.weight / 100.0}};
    edges.add(dump({{"data", data}}));
  });
  job.write("\n]}}\n");
  return edged;
}

}  // namespace forewhen
