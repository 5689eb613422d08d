// SPDX-License-Identifier: Apache-2.0
// Real tables in a store: importing twice writes nothing, and the order of the files does not matter. Of the folder
// that FOREWHEN_CORPORA names; skipped without it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "forewhen/pipeline/import.h"

namespace forewhen {
namespace {

const char* const kTables[] = {"gdelt/20170101073000.export.CSV",
                               "gdelt/20170101073000.mentions.CSV",
                               "gdelt/20191024143000.export.CSV",
                               "gdelt/gdelt1.57col.tsv",
                               "gdelt/gdelt1.58col.tsv",
                               "gdelt/gkg2.sample.tsv",
                               "gtd-drone/incidents.csv",
                               "icews-raw/events.2018.sample.tab",
                               "icews14/events.tsv",
                               "ucdp-syria/ged-syria.2000.csv"};

ImportReport import_into(GraphStore& store, const std::vector<std::string>& files) {
  DatasetReader reader(files);
  auto report = import_data(store, reader, {});
  EXPECT_TRUE(report);
  return report ? *report : ImportReport();
}

// What a listing says of every event, in its order.
std::vector<EventRow> rows_of(const GraphStore& store) {
  std::vector<EventRow> rows;
  const auto cursor = store.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const auto row = cursor->next();
    EXPECT_TRUE(row);
    if (!row || !*row) return rows;
    rows.push_back(**row);
  }
}

TEST(CorporaImport, TwiceWritesNothingAndTheOrderOfFilesDoesNotMatter) {
  setenv("FOREWHEN_DATA", FOREWHEN_BUILD_DIR "/share/forewhen", 0);
  const char* corpora = std::getenv("FOREWHEN_CORPORA");
  if (!corpora) GTEST_SKIP() << "FOREWHEN_CORPORA is not set";
  std::vector<std::string> files;
  for (const char* table : kTables) {
    const std::string path = std::string(corpora) + "/" + table;
    if (std::filesystem::exists(path)) files.push_back(path);
  }
  if (files.empty()) GTEST_SKIP() << "none of the tables is there";
  const auto together = GraphStore::in_memory(), apart = GraphStore::in_memory();
  const ImportReport first = import_into(*together, files);
  EXPECT_EQ(first.import.refused, 0u);
  const ImportReport again = import_into(*together, files);
  EXPECT_EQ(again.import.number, 0u);
  EXPECT_EQ(again.import.unchanged, again.import.rows);
  EXPECT_EQ(imports(*together)->size(), 1u);

  std::reverse(files.begin(), files.end());
  for (const std::string& file : files) import_into(*apart, {file});
  EXPECT_EQ(rows_of(*apart), rows_of(*together));
  const auto one = together->counts(), other = apart->counts();
  EXPECT_EQ(one->claims, other->claims);
  EXPECT_EQ(one->documents, other->documents);
  EXPECT_EQ(one->actors, other->actors);
  EXPECT_EQ(one->places, other->places);
  // Events that are told by several rows are told by the same ones.
  std::size_t told = 0;
  for (const EventRow& row : rows_of(*apart)) {
    if (++told % 50 != 0) continue;
    ASSERT_EQ(*apart->find_event(row.event), *together->find_event(row.event));
  }
  for (const auto* store : {together.get(), apart.get()}) {
    const auto checked = check(*store);
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->problems, std::vector<std::string>());
  }
}

}  // namespace
}  // namespace forewhen
