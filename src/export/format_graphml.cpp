// SPDX-License-Identifier: Apache-2.0
// graphml: http://graphml.graphdrawing.org/specification.html; a directed graph, all attributes strings but weight.
#include <fmt/format.h>

#include "export/escape.h"
#include "export/formats.h"
#include "export/graph_parts.h"

namespace forewhen {
namespace {

std::string data(std::string_view key, std::string_view value) {
  return value.empty() ? "" : fmt::format("<data key=\"{}\">{}</data>", key, xml_text(value));
}

}  // namespace

Status write_graphml(ExportJob& job) {
  job.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  std::vector<std::string_view> keys{"label", "kind"};
  for (const std::string_view name : graph_fields()) keys.push_back(name);
  for (const std::string_view key : keys)
    job.write(fmt::format("<key id=\"{0}\" for=\"node\" attr.name=\"{0}\" attr.type=\"string\"/>\n", key));
  for (const char* key : {"relation", "rule"})
    job.write(fmt::format("<key id=\"{0}\" for=\"edge\" attr.name=\"{0}\" attr.type=\"string\"/>\n", key));
  job.write("<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n");
  job.write("<graph edgedefault=\"directed\">\n");
  const Status nodes = for_each_node(job, [&](const GraphNode& node) {
    std::string line = fmt::format("<node id=\"{}\">{}{}", node.id, data("label", node.label), data("kind", node.kind));
    for (const Field& field : node.fields) line += data(field.name, field.value);
    job.write(line + "</node>\n");
  });
  if (!nodes) return nodes;
  const Status edges = for_each_edge(job, [&](const ExportedEdge& edge) {
    job.write(fmt::format("<edge id=\"{}\" source=\"{}\" target=\"{}\">{}{}{}</edge>\n", edge.id, edge.from, edge.to,
                          data("relation", edge.kind), data("rule", edge.rule),
                          data("weight", fmt::format("{}", edge.weight / 100.0))));
  });
  job.write("</graph>\n</graphml>\n");
  return edges;
}

}  // namespace forewhen
