// SPDX-License-Identifier: Apache-2.0
// 1: a text file becomes a graph, and the graph a timeline.
//   example_1_first_timeline harbour.txt
#include <cstdio>

#include "forewhen/export/table.h"
#include "forewhen/pipeline/build.h"
#include "forewhen/query/listing.h"
#include "forewhen/time/iso.h"

using namespace forewhen;

// Everything that can fail gives a Result: a value, or an Error that says what, where and how to mend it.
int failed(const Error& error) {
  std::fprintf(stderr, "%s\n", to_string(error).c_str());
  return 1;
}

int main(int argc, char** argv) {
  if (argc != 2) return failed({ErrorKind::usage, "name a text file", "", ""});

  // "Sunday" and "last month" are counted from the day of publication.
  ReadOptions reading;
  reading.published = *parse_iso("2023-03-14");
  DocumentReader reader({argv[1]}, reading);

  const auto extractor = Extractor::load({});
  if (!extractor) return failed(extractor.error());

  // In memory; GraphStore::open keeps one in a folder.
  const auto store = GraphStore::in_memory();
  const auto report = build(*store, reader, *extractor, {});
  if (!report) return failed(report.error());
  for (const Error& refused : report->refusals) failed(refused);

  const auto events = list_events(*store);
  if (!events) return failed(events.error());
  std::fputs(to_table(*events).c_str(), stdout);
}
