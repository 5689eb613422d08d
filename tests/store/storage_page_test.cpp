// SPDX-License-Identifier: Apache-2.0
// The worked example in schemas/storage.md is what the code writes, byte for byte.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "forewhen/store/graph_store.h"
#include "store/body.h"
#include "store/open_layout.h"
#include "tests/store/worked_example.h"

namespace forewhen {
namespace {

std::string in_hex(std::string_view bytes) {
  std::string hex;
  for (const unsigned char c : bytes) hex += fmt::format(" {:02x}", c);
  return hex;
}

// Every row as " space key = value".
std::vector<std::string> written_rows() {
  const auto store = GraphStore::in_memory({.now = [] { return Instant(seconds(1615100000)); }});
  store::OrderedKv& kv = StoreAccess::kv(*store);
  EXPECT_TRUE(store::settle_layout(kv, true, ""));
  EXPECT_TRUE(store->apply(worked_example()));
  EXPECT_TRUE(check(*store)->sound());
  std::vector<std::string> rows;
  for (int space = 0; space < store::kSpaces; ++space) {
    const auto cursor = kv.cursor(static_cast<store::Space>(space));
    for (cursor->seek(""); cursor->valid(); cursor->next()) {
      rows.push_back(fmt::format("{}{} ={}", name_of(static_cast<store::Space>(space)), in_hex(cursor->key()),
                                 in_hex(cursor->value())));
    }
  }
  return rows;
}

// The blocks marked ```rows, in the same form: a line "space:" begins a space, "#" a comment, an indented line goes on
// with the row above.
std::vector<std::string> rows_on_page(const std::string& path) {
  std::ifstream page(path);
  std::vector<std::string> rows;
  std::string line, space;
  bool inside = false;
  while (std::getline(page, line)) {
    if (line.starts_with("```")) inside = line == "```rows";
    line = line.substr(0, line.find('#'));
    if (!inside || line.starts_with("```") || line.find_first_not_of(' ') == std::string::npos) continue;
    if (const auto colon = line.find(':'); colon != std::string::npos) {
      space = line.substr(0, colon);
      continue;
    }
    if (line[0] != ' ') rows.push_back(space);
    std::istringstream words(line);
    for (std::string word; words >> word;) rows.back() += ' ' + word;
  }
  return rows;
}

TEST(StoragePage, ShowsTheBytesThatAreWritten) {
  const auto written = written_rows();
  const auto shown = rows_on_page(FOREWHEN_SOURCE_DIR "/schemas/storage.md");
  EXPECT_EQ(shown.size(), written.size());
  for (std::size_t i = 0; i < written.size() && i < shown.size(); ++i) EXPECT_EQ(shown[i], written[i]);
  if (shown != written) {
    for (const std::string& row : written) std::cout << "written: " << row << '\n';
  }
}

}  // namespace
}  // namespace forewhen
