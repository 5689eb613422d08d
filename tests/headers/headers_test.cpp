// SPDX-License-Identifier: Apache-2.0
// Every public header compiles alone: the build has compiled each in a file of its own; here it is looked up that none
// was left out, and that each begins as it should.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

const fs::path kInclude = fs::path(FOREWHEN_SOURCE_DIR) / "include";

std::set<std::string> public_headers() {
  std::set<std::string> headers;
  for (const auto& entry : fs::recursive_directory_iterator(kInclude)) {
    if (entry.is_regular_file()) headers.insert(entry.path().lexically_relative(kInclude).generic_string());
  }
  return headers;
}

TEST(Headers, EveryPublicHeaderWasCompiledAlone) {
  std::set<std::string> compiled;
  std::ifstream list(fs::path(FOREWHEN_BUILD_DIR) / "tests/headers/compiled_headers.txt");
  for (std::string line; std::getline(list, line);) compiled.insert(line);
  EXPECT_GT(compiled.size(), 10u);
  EXPECT_EQ(compiled, public_headers());
}

TEST(Headers, EachBeginsWithItsLicenceAndSaysWhatItIs) {
  for (const std::string& header : public_headers()) {
    std::ifstream in(kInclude / header);
    std::string licence, prose, text;
    std::getline(in, licence);
    std::getline(in, prose);
    EXPECT_EQ(licence, "// SPDX-License-Identifier: Apache-2.0") << header;
    EXPECT_TRUE(prose.starts_with("// ")) << header << ": the second line does not say what the file is";
    bool guarded = false;
    while (std::getline(in, text)) guarded = guarded || text == "#pragma once";
    EXPECT_TRUE(guarded) << header;
  }
}

}  // namespace
