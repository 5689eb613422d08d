// SPDX-License-Identifier: Apache-2.0
// neo4j: CSV for neo4j-admin database import: nodes-event.csv, nodes-actor.csv, nodes-place.csv, participations.csv,
// places.csv and orders.csv, with the types in their headers. Times are datetime of Neo4j; the rest of a date is text.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>

#include "export/escape.h"
#include "export/formats.h"
#include "export/graph_parts.h"

namespace forewhen {
namespace {

std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

class CsvFile {
 public:
  CsvFile(const std::string& folder, const std::string& name, const std::string& head)
      : path_(folder + "/" + name), out_(path_, std::ios::binary) {
    out_ << head << '\n';
  }
  void row(const std::string& text) { out_ << text << '\n'; }
  Status close() {
    out_.close();
    if (out_) return Done{};
    return Error{ErrorKind::io, std::string("cannot be written: ") + std::strerror(errno), path_, ""};
  }

 private:
  std::string path_;
  std::ofstream out_;
};

std::string time_cell(const std::optional<Placement>& placement, bool start) {
  if (!placement || !placement->has_start() || (!start && !placement->has_end())) return "";
  const Instant t = start ? placement->begin() : placement->end();
  return in_common_era(t) ? utc_time(t) : "";
}

}  // namespace

Status write_neo4j(ExportJob& job) {
  std::string event_head = "eventId:ID(Event),:LABEL,name,start:datetime,end:datetime";
  std::vector<std::string_view> names = graph_fields();
  for (const std::string_view name : names) event_head += "," + std::string(name);
  std::map<std::string_view, CsvFile> files;
  files.try_emplace("event", job.path, "nodes-event.csv", event_head);
  files.try_emplace("actor", job.path, "nodes-actor.csv", "actorId:ID(Actor),:LABEL,name,kind,country");
  files.try_emplace("place", job.path, "nodes-place.csv",
                    "placeId:ID(Place),:LABEL,name,country,latitude:double,longitude:double");
  const auto value = [](const GraphNode& node, std::string_view name) {
    for (const Field& field : node.fields) {
      if (field.name == name) return csv_cell(field.value);
    }
    return std::string();
  };
  const Status nodes = for_each_node(job, [&](const GraphNode& node) {
    CsvFile& file = files.at(node.kind);
    const std::string head = node.id + "," +
                             (node.kind == "event"   ? "Event,"
                              : node.kind == "actor" ? "Actor,"
                                                     : "Place,") +
                             csv_cell(node.label);
    if (node.kind == "actor") return file.row(head + "," + value(node, "actor_kind") + "," + value(node, "country"));
    if (node.kind == "place")
      return file.row(head + "," + value(node, "country") + "," + value(node, "lat") + "," + value(node, "lon"));
    if (time_cell(node.placement, true).empty())
      job.losses.count("have no start within the years 1 to 9999 and none as a datetime");
    std::string row = head + "," + time_cell(node.placement, true) + "," + time_cell(node.placement, false);
    for (const std::string_view name : names) row += "," + value(node, name);
    file.row(row);
  });
  if (!nodes) return nodes;
  CsvFile to_actors(job.path, "participations.csv", ":START_ID(Event),:END_ID(Actor),:TYPE");
  CsvFile to_places(job.path, "places.csv", ":START_ID(Event),:END_ID(Place),:TYPE");
  CsvFile to_events(job.path, "orders.csv", ":START_ID(Event),:END_ID(Event),:TYPE,rule,weight:double");
  const Status edges = for_each_edge(job, [&](const ExportedEdge& edge) {
    const std::string row = edge.from + "," + edge.to + ",";
    if (edge.to.front() == 'a') return to_actors.row(row + upper(edge.kind));
    if (edge.to.front() == 'p') return to_places.row(row + "AT");
    to_events.row(row + upper(edge.kind) + "," + csv_cell(edge.rule) + fmt::format(",{}", edge.weight / 100.0));
  });
  if (!edges) return edges;
  for (CsvFile* file :
       {&files.at("event"), &files.at("actor"), &files.at("place"), &to_actors, &to_places, &to_events}) {
    if (Status closed = file->close(); !closed) return closed;
  }
  return Done{};
}

}  // namespace forewhen
