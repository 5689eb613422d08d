// SPDX-License-Identifier: Apache-2.0
// Includes point down the table of src/README.md, and the targets of CMakeLists.txt are the same table.
#include <gtest/gtest.h>

#include "tests/layering/include_lines.h"

namespace forewhen::layering {
namespace {

const fs::path kRepository = FOREWHEN_SOURCE_DIR;

Table project_table() { return read_table(read_file(kRepository / "src/README.md")); }

TEST(Layering, EveryIncludePointsDownTheTableOfSrcReadme) {
  const Table table = project_table();
  const std::vector<IncludeLine> lines = all_include_lines(kRepository);
  EXPECT_GT(lines.size(), 50u);
  for (const IncludeLine& line : lines) {
    const std::string wrong = complaint(line, table);
    if (!wrong.empty()) ADD_FAILURE() << line.where() << ": " << wrong;
  }
}

TEST(Layering, TheTableHasNoCycleAndNamesOnlyItsOwnModules) {
  const Table table = project_table();
  EXPECT_GT(table.size(), 10u);
  EXPECT_EQ(find_cycle(table), std::vector<std::string>{});
  for (const auto& [module, allowed] : table) {
    for (const std::string& other : allowed) EXPECT_TRUE(table.contains(other)) << module << " may include " << other;
  }
}

TEST(Layering, EveryModuleIsOneTargetWithTheRowOfTheTableAsItsDependencies) {
  Table table = project_table();
  table.erase("tools");
  const Table targets = read_cmake(read_file(kRepository / "CMakeLists.txt"));
  for (const auto& [module, allowed] : table) {
    ASSERT_TRUE(targets.contains(module)) << module << " has no forewhen_module line";
    EXPECT_EQ(targets.at(module), allowed) << module << ": CMakeLists.txt differs from src/README.md";
  }
  EXPECT_EQ(targets.size(), table.size());
}

TEST(Layering, EveryFolderOfSourcesIsAModule) {
  const Table table = project_table();
  for (const char* folder : {"include/forewhen", "src"}) {
    for (const auto& entry : fs::directory_iterator(kRepository / folder)) {
      if (!entry.is_directory()) continue;
      EXPECT_TRUE(table.contains(entry.path().filename())) << entry.path();
    }
  }
}

// The check itself can fail.

const Table kTable = read_table(
    "| module | one line | may include (besides base) |\n"
    "|---|---|---|\n"
    "| base | words | – |\n"
    "| time | instants | – |\n"
    "| store | RocksDB | time |\n"
    "| graph | Boost | time |\n"
    "| export | formats | time |\n"
    "| pipeline | all of it | all but graph, export |\n"
    "| tools/forewhen | the program | all |\n"
    "\n"
    "| other | table | time |\n");

TEST(LayeringCheck, ReadsListsAllAndAllBut) {
  using Names = std::set<std::string>;
  EXPECT_EQ(kTable.size(), 7u);
  EXPECT_EQ(kTable.at("time"), (Names{"base", "time"}));
  EXPECT_EQ(kTable.at("store"), (Names{"base", "store", "time"}));
  EXPECT_EQ(kTable.at("pipeline"), (Names{"base", "pipeline", "store", "time"}));
  EXPECT_EQ(kTable.at("tools"), (Names{"base", "export", "graph", "pipeline", "store", "time", "tools"}));
}

TEST(LayeringCheck, FindsEveryKindOfWrongLine) {
  const struct {
    const char* file;
    const char* source;
    const char* complaint;
  } cases[] = {
      {"src/store/a.cpp", "#include \"forewhen/time/bounds.h\"", ""},
      {"src/store/a.cpp", "#include \"store/rows.h\"", ""},
      {"src/store/a.cpp", "#include <rocksdb/db.h>", ""},
      {"include/forewhen/graph/window.h", "#include <boost/graph/adjacency_list.hpp>", ""},
      {"tools/train_store/main.cpp", "#include \"store/rows.h\"", ""},
      {"tools/train_time/main.cpp", "#include \"store/rows.h\"", "\"store/rows.h\" is private to 'store'"},
      {"tools/forewhen/main.cpp", "#include \"forewhen/graph/window.h\"", ""},
      {"include/forewhen/time/a.h", "#include <sys/types.h>", ""},
      {"src/time/a.cpp", "  #  include  \"forewhen/store/store.h\"", "'time' may not include 'store'"},
      {"src/pipeline/a.cpp", "#include \"forewhen/graph/window.h\"", "'pipeline' may not include 'graph'"},
      {"src/graph/a.cpp", "#include <rocksdb/db.h>", "RocksDB is shown outside src/store"},
      {"include/forewhen/store/store.h", "#include <rocksdb/db.h>", "RocksDB is shown outside src/store"},
      {"src/export/a.cpp", "#include <boost/graph/graph_traits.hpp>", "Boost is shown outside the module graph"},
      {"src/export/a.cpp", "#include \"store/rows.h\"", "\"store/rows.h\" is private to 'store'"},
      {"tools/forewhen/a.cpp", "#include \"store/rows.h\"", "\"store/rows.h\" is private to 'store'"},
      {"include/forewhen/time/a.h", "#include \"time/rows.h\"",
       "a public header includes the private header \"time/rows.h\""},
      {"include/forewhen/time/a.h", "#include <fmt/format.h>",
       "a public header shows the library header <fmt/format.h>"},
      {"src/news/a.cpp", "#include <vector>", "the module 'news' is not in the table of src/README.md"},
  };
  for (const auto& c : cases) {
    const std::vector<IncludeLine> lines = include_lines(c.file, std::string("// first\n") + c.source + "\n");
    ASSERT_EQ(lines.size(), 1u) << c.source;
    EXPECT_EQ(lines[0].where(), std::string(c.file) + ":2");
    EXPECT_EQ(complaint(lines[0], kTable), c.complaint) << c.file << ": " << c.source;
  }
}

TEST(LayeringCheck, FindsACycle) {
  EXPECT_EQ(find_cycle(kTable), std::vector<std::string>{});
  const Table cyclic{
      {"base", {"base"}}, {"a", {"base", "a", "b"}}, {"b", {"base", "b", "c"}}, {"c", {"base", "c", "a"}}};
  EXPECT_EQ(find_cycle(cyclic), (std::vector<std::string>{"a", "b", "c", "a"}));
}

TEST(LayeringCheck, ReadsTheTargetsOfCMake) {
  const Table targets = read_cmake(
      "forewhen_module(base      DEPENDS            LIBRARIES fmt::fmt xxHash::xxHash)\n"
      "forewhen_module(store     DEPENDS base time  LIBRARIES RocksDB::rocksdb)\n"
      "forewhen_module(time      DEPENDS base)\n");
  EXPECT_EQ(targets, (Table{{"base", {"base"}}, {"store", {"base", "store", "time"}}, {"time", {"base", "time"}}}));
}

}  // namespace
}  // namespace forewhen::layering
