// SPDX-License-Identifier: Apache-2.0
// gexf: GEXF 1.3, http://gexf.net. An event and its edges stand from the earliest start to the last time that is known
// of them, both ends always written, since Gephi reads none that is open; the rest is in attributes. Actors and places
// have no time and are always there. gexf-1.2 is the same in the namespace that NetworkX of Debian 12 knows, which
// takes days for times and nothing finer; the attributes have the rest.
#include <fmt/format.h>

#include <algorithm>

#include "export/escape.h"
#include "export/formats.h"
#include "export/graph_parts.h"

namespace forewhen {
namespace {

struct Dialect {
  std::string_view head;   // the outermost element
  std::string_view times;  // attributes of <graph>
  bool days;
};
constexpr Dialect kGexf13{"<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">",
                          "timeformat=\"dateTime\" timerepresentation=\"interval\"", false};
constexpr Dialect kGexf12{"<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">", "timeformat=\"date\"", true};

// Empty for what GEXF cannot place: XML Schema 1.0 and 1.1 disagree about the years before 1.
std::string spell(const std::optional<Placement>& placement, const Dialect& dialect) {
  if (!placement || !placement->has_start()) return "";
  if (!in_common_era(placement->begin()) || !in_common_era(placement->end())) return "";
  // Days are taken with their end: the last is the one before a midnight.
  if (dialect.days)
    return fmt::format(" start=\"{}\" end=\"{}\"", iso_day(placement->begin()),
                       iso_day(std::max(placement->begin(), shifted(placement->end(), seconds{-1}))));
  return fmt::format(" start=\"{}\" end=\"{}\"", utc_time(placement->begin()), utc_time(placement->end()));
}

void count_losses(ExportJob& job, const Placement& placement, const Dialect& dialect) {
  if (!placement.has_start()) {
    job.losses.count("have no known start and stand in it without time");
  } else if (spell(placement, dialect).empty()) {
    job.losses.count("lie outside the years 1 to 9999 and stand in it without time");
  } else if (!placement.has_end()) {
    job.losses.count("have no known end; the last time that is known stands for it");
  }
}

Status write(ExportJob& job, const Dialect& dialect) {
  job.write(
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n<meta><creator>forewhen</creator>", dialect.head));
  job.write(fmt::format("<description>{}</description></meta>\n", xml_text(job.request.title)));
  job.write(fmt::format("<graph defaultedgetype=\"directed\" mode=\"dynamic\" {}>\n", dialect.times));
  job.write("<attributes class=\"node\">\n<attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n");
  for (const std::string_view name : graph_fields())
    job.write(fmt::format("<attribute id=\"{0}\" title=\"{0}\" type=\"string\"/>\n", name));
  job.write(
      "</attributes>\n<attributes class=\"edge\">\n<attribute id=\"relation\" title=\"relation\" type=\"string\"/>\n"
      "<attribute id=\"rule\" title=\"rule\" type=\"string\"/>\n</attributes>\n<nodes>\n");
  const auto value = [](std::string_view name, std::string_view text) {
    return text.empty() ? "" : fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", name, xml_text(text));
  };
  const Status nodes = for_each_node(job, [&](const GraphNode& node) {
    if (node.placement) count_losses(job, *node.placement, dialect);
    std::string line = fmt::format("<node id=\"{}\" label=\"{}\"{}><attvalues>{}", node.id, xml_text(node.label),
                                   spell(node.placement, dialect), value("kind", node.kind));
    for (const Field& field : node.fields) line += value(field.name, field.value);
    job.write(line + "</attvalues></node>\n");
  });
  if (!nodes) return nodes;
  job.write("</nodes>\n<edges>\n");
  const Status edges = for_each_edge(job, [&](const ExportedEdge& edge) {
    job.write(
        fmt::format("<edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{}\" weight=\"{}\"{}><attvalues>{}{}"
                    "</attvalues></edge>\n",
                    edge.id, edge.from, edge.to, edge.kind, edge.weight / 100.0, spell(edge.placement, dialect),
                    value("relation", edge.kind), value("rule", edge.rule)));
  });
  job.write("</edges>\n</graph>\n</gexf>\n");
  return edges;
}

}  // namespace

Status write_gexf(ExportJob& job) { return write(job, kGexf13); }
Status write_gexf12(ExportJob& job) { return write(job, kGexf12); }

}  // namespace forewhen
