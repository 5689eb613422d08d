// SPDX-License-Identifier: Apache-2.0
// The writers of the formats; export_formats.cpp is their index.
#pragma once

#include "export/export_job.h"

namespace forewhen {

Status write_json(ExportJob& job);
Status write_jsonl(ExportJob& job);
Status write_csv(ExportJob& job);
Status write_tsv(ExportJob& job);
Status write_markdown(ExportJob& job);
Status write_html(ExportJob& job);
Status write_svg(ExportJob& job);
Status write_timelinejs(ExportJob& job);
Status write_vis(ExportJob& job);
Status write_ics(ExportJob& job);
Status write_geojson(ExportJob& job);
Status write_graphml(ExportJob& job);
Status write_gexf(ExportJob& job);
Status write_gexf12(ExportJob& job);
Status write_dot(ExportJob& job);
Status write_turtle(ExportJob& job);
Status write_trig(ExportJob& job);
Status write_jsonld(ExportJob& job);
Status write_mermaid(ExportJob& job);
Status write_markwhen(ExportJob& job);
Status write_cytoscape(ExportJob& job);
Status write_kepler(ExportJob& job);
Status write_sqlite(ExportJob& job);
Status write_ftm(ExportJob& job);
Status write_timesketch(ExportJob& job);
Status write_plover(ExportJob& job);
Status write_semeval(ExportJob& job);
Status write_neo4j(ExportJob& job);

}  // namespace forewhen
