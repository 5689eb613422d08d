// SPDX-License-Identifier: Apache-2.0
// The worked example in schemas/storage.md is what the code writes, byte for byte.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "forewhen/store/graph_store.h"
#include "store/body.h"
#include "store/open_layout.h"
#include "tests/store/rows_text.h"
#include "tests/store/worked_example.h"

namespace forewhen {
namespace {

std::vector<store::KvWrite> written_rows() {
  const auto store = GraphStore::in_memory({.now = [] { return Instant(seconds(1615100000)); }});
  store::OrderedKv& kv = StoreAccess::kv(*store);
  EXPECT_TRUE(store::settle_layout(kv, true, ""));
  EXPECT_TRUE(store->apply(worked_example()));
  EXPECT_TRUE(check(*store)->sound());
  return store::rows_of(kv);
}

// The blocks marked ```rows.
std::vector<store::KvWrite> rows_on_page(const std::string& path) {
  std::ifstream page(path);
  std::string line, blocks;
  bool inside = false;
  while (std::getline(page, line)) {
    if (line.starts_with("```"))
      inside = line == "```rows";
    else if (inside)
      blocks += line + '\n';
  }
  std::istringstream text(blocks);
  return store::read_rows(text);
}

TEST(StoragePage, ShowsTheBytesThatAreWritten) {
  const auto written = written_rows();
  const auto shown = rows_on_page(FOREWHEN_SOURCE_DIR "/schemas/storage.md");
  EXPECT_EQ(store::rows_text(shown), store::rows_text(written));
}

}  // namespace
}  // namespace forewhen
