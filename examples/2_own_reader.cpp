// SPDX-License-Identifier: Apache-2.0
// 2: documents of a format of your own. Whatever you read, a Document is its id, its text and its day of publication;
// the rest is two calls: find what it says, and place that in the graph.
//   example_2_own_reader
#include <cstdio>
#include <sstream>
#include <string>

#include "forewhen/extract/extract.h"
#include "forewhen/query/listing.h"
#include "forewhen/store/graph_store.h"
#include "forewhen/time/iso.h"
#include "forewhen/timeline/timeline.h"

using namespace forewhen;

namespace {

// The format: "From" lines with number and day, and a text until the next one.
constexpr const char* kMailbox =
    "From desk-1 2023-05-02\n"
    "Dockers struck in Karsholm on Monday.\n"
    "From desk-2 2023-05-03\n"
    "Police fired on dockers in Karsholm on Tuesday.\n";

std::vector<Document> read_mailbox(const std::string& text) {
  std::vector<Document> documents;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("From ")) {
      const auto blank = line.rfind(' ');
      Document document;
      document.id = line.substr(5, blank - 5);
      if (const auto day = parse_iso(line.substr(blank + 1))) document.published = *day;
      documents.push_back(document);
    } else if (!documents.empty()) {
      documents.back().text += line + "\n";
    }
  }
  return documents;
}

}  // namespace

int main() {
  const auto extractor = Extractor::load({});
  if (!extractor) return std::fputs(to_string(extractor.error()).c_str(), stderr), 1;
  const auto store = GraphStore::in_memory();
  const std::vector<Document> documents = read_mailbox(kMailbox);
  for (const Document& document : documents) {
    // What the document says becomes a change of the graph, which is taken as a whole or not at all.
    const auto change = place_document(*store, extractor->extract(document).claims);
    const Status applied = change ? store->apply(*change) : Status(change.error());
    if (!applied) return std::fputs(to_string(applied.error()).c_str(), stderr), 1;
  }
  const auto events = list_events(*store);
  if (!events) return 1;
  std::printf("%zu messages, %zu events\n", documents.size(), events->events.size());
  for (const Event& event : events->events) std::printf("  %s\n", event.summary.c_str());
}
