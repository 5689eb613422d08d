// SPDX-License-Identifier: Apache-2.0
#include "export/formats.h"

namespace forewhen {

std::span<const ExportFormat> export_formats() {
  using Target = ExportFormat::Target;
  static constexpr ExportFormat kAll[] = {
      {"json", "json", "all of it as one object; build --input-format events takes it back", Target::stream,
       write_json},
      {"jsonl", "jsonl", "documents with what they tell, a line each; build takes it back", Target::stream,
       write_jsonl},
      {"csv", "csv", "a row an event, RFC 4180", Target::stream, write_csv},
      {"tsv", "tsv", "the same with tabs", Target::stream, write_tsv},
      {"markdown", "md", "a list by day with sentences and sources", Target::stream, write_markdown},
      {"html", "html", "a timeline to look at, one file that asks for nothing else", Target::stream, write_html},
      {"svg", "svg", "a drawn timeline for papers; chart draws the same with lanes of your choice", Target::stream,
       write_svg},
      {"timelinejs", "json", "TimelineJS 3", Target::stream, write_timelinejs},
      {"vis-timeline", "json", "items and groups of vis-timeline", Target::stream, write_vis},
      {"ics", "ics", "iCalendar, RFC 5545", Target::stream, write_ics},
      {"geojson", "geojson", "points of the events that have a place, RFC 7946", Target::stream, write_geojson},
      {"graphml", "graphml", "events, actors, places and their ties: NetworkX, igraph, yEd", Target::stream,
       write_graphml},
      {"gexf", "gexf", "the same with time, GEXF 1.3: Gephi", Target::stream, write_gexf},
      {"gexf-1.2", "gexf", "the same in GEXF 1.2, times as days: NetworkX", Target::stream, write_gexf12},
      {"dot", "dot", "events and the order that sources state: Graphviz", Target::stream, write_dot},
      {"turtle", "ttl", "RDF: SEM, OWL-Time, PROV-O", Target::stream, write_turtle},
      {"trig", "trig", "the same, what each document says in a graph of its own", Target::stream, write_trig},
      {"jsonld", "jsonld", "schema.org Event", Target::stream, write_jsonld},
      {"mermaid", "mmd", "a Mermaid timeline", Target::stream, write_mermaid},
      {"markwhen", "mw", "a Markwhen timeline", Target::stream, write_markwhen},
      {"cytoscape", "cyjs", "events, actors, places and their ties: Cytoscape", Target::stream, write_cytoscape},
      {"kepler", "csv", "rows with a point and a full time: kepler.gl", Target::stream, write_kepler},
      {"sqlite", "sqlite", "tables with full-text search", Target::file, write_sqlite},
      {"ftm", "ftm.jsonl", "FollowTheMoney entities: Aleph, OpenSanctions", Target::stream, write_ftm},
      {"timesketch", "jsonl", "Timesketch", Target::stream, write_timesketch},
      {"plover", "jsonl", "PLOVER records", Target::stream, write_plover},
      {"semeval", "txt", "a timeline as the gold files of SemEval-2015 task 4 have it; --title is the entity",
       Target::stream, write_semeval},
      {"neo4j", "", "a folder of CSV for neo4j-admin import", Target::folder, write_neo4j},
  };
  return kAll;
}

Result<const ExportFormat*> find_export_format(std::string_view name) {
  std::string known;
  for (const ExportFormat& format : export_formats()) {
    if (format.name == name) return &format;
    known += (known.empty() ? "" : ", ") + std::string(format.name);
  }
  return Error{ErrorKind::usage, "'" + std::string(name) + "' is no format", "--format", "use one of: " + known};
}

}  // namespace forewhen
