// SPDX-License-Identifier: Apache-2.0
// dot: Graphviz, events from left to right by the order that sources state, with who and where.
#include <fmt/format.h>

#include "export/escape.h"
#include "export/formats.h"
#include "export/graph_parts.h"
#include "forewhen/base/utf8.h"

namespace forewhen {
namespace {

constexpr std::size_t kMaxLabel = 2000;  // bytes; Graphviz takes strings of up to 16,384

std::string shortened(const std::string& label) {
  if (label.size() <= kMaxLabel) return label;
  std::size_t end = kMaxLabel;
  while (end > 0 && !is_character_boundary(label, end)) --end;
  return label.substr(0, end) + "…";
}

}  // namespace

Status write_dot(ExportJob& job) {
  job.write("digraph " + dot_text(job.request.title.empty() ? "timeline" : job.request.title) +
            " {\n  rankdir=LR;\n  charset=\"UTF-8\";\n");
  const Status nodes = for_each_node(job, [&](const GraphNode& node) {
    if (node.kind == "event" && node.label.size() > kMaxLabel)
      job.losses.count("have a text of more than 2,000 bytes, which was cut");
    const char* shape = node.kind == "event" ? "box" : node.kind == "actor" ? "ellipse" : "hexagon";
    const std::string when = node.placement ? node.placement->words + "\n" : "";
    const std::string edtf =
        node.placement && !node.placement->edtf.empty() ? ", edtf=" + dot_text(node.placement->edtf) : "";
    job.write(fmt::format("  {} [shape={}, label={}{}];\n", dot_text(node.id), shape,
                          dot_text(when + shortened(node.label)), edtf));
  });
  if (!nodes) return nodes;
  const Status edges = for_each_edge(job, [&](const ExportedEdge& edge) {
    const bool order = edge.kind == "before" || edge.kind == "includes" || edge.kind == "simultaneous";
    job.write(fmt::format("  {} -> {} [label={}{}];\n", dot_text(edge.from), dot_text(edge.to), dot_text(edge.kind),
                          order ? "" : ", style=dashed, constraint=false"));
  });
  job.write("}\n");
  return edges;
}

}  // namespace forewhen
