// SPDX-License-Identifier: Apache-2.0
// Real tables, by their counts: those of the folder that FOREWHEN_CORPORA names; skipped without it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "forewhen/dataset/reader.h"

namespace forewhen {
namespace {

struct Table {
  const char* file;
  const char* format;
  std::uint64_t rows, refused;
};

std::string letters_of(std::string text) {
  std::erase(text, '-');
  return text;
}

class Corpora : public testing::TestWithParam<Table> {};

TEST_P(Corpora, EveryRowIsTakenOrRefusedAsItsNoteSays) {
  setenv("FOREWHEN_DATA", FOREWHEN_BUILD_DIR "/share/forewhen", 0);
  const char* corpora = std::getenv("FOREWHEN_CORPORA");
  if (!corpora) GTEST_SKIP() << "FOREWHEN_CORPORA is not set";
  const Table& table = GetParam();
  const std::string path = std::string(corpora) + "/" + table.file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  DatasetReader reader({path});
  Record record;
  std::uint64_t taken = 0;
  while (true) {
    const auto more = reader.next(record);
    if (more && !*more) break;
    taken += more.ok();
  }
  EXPECT_EQ(reader.report().rows, table.rows);
  EXPECT_EQ(reader.report().refused_in_all(), table.refused);
  EXPECT_EQ(taken, table.rows - table.refused);
  EXPECT_EQ(reader.report().formats.begin()->second, table.format);
}

INSTANTIATE_TEST_SUITE_P(Tables, Corpora,
                         testing::Values(Table{"icews-raw/events.2018.sample.tab", "icews", 3705, 0},
                                         Table{"icews14/events.tsv", "quads", 90730, 0},
                                         Table{"gdelt/20170101073000.export.CSV", "gdelt", 720, 0},
                                         Table{"gdelt/20191024143000.export.CSV", "gdelt", 2111, 0},
                                         Table{"gdelt/gdelt1.57col.tsv", "gdelt", 100, 0},
                                         Table{"gdelt/gdelt1.58col.tsv", "gdelt", 710, 0},
                                         Table{"gdelt/20170101073000.mentions.CSV", "gdelt-mentions", 1983, 0},
                                         Table{"gdelt/gkg2.sample.tsv", "gkg", 100, 0},
                                         Table{"gdelt/20190121220000.excel-damaged.csv", "gdelt", 1629, 1629},
                                         Table{"ucdp-syria/ged-syria.2000.csv", "ucdp", 2000, 0},
                                         Table{"gtd-drone/incidents.csv", "gtd", 491, 0}),
                         [](const auto& info) { return letters_of(info.param.format) + std::to_string(info.index); });

}  // namespace
}  // namespace forewhen
