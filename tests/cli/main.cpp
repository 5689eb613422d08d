// SPDX-License-Identifier: Apache-2.0
// Each case of each *.case file of this folder becomes a test of its own: cli.<file>.<name of the case>.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/cli/command_case.h"
#include "tests/cli/process.h"
#include "tests/ingest/temp_folder.h"
#include "tests/stories/test_name.h"

namespace forewhen::cli {
namespace {

namespace fs = std::filesystem;

class CaseTest : public ::testing::Test {
 public:
  explicit CaseTest(Case command_case) : case_(std::move(command_case)) {}

  void TestBody() override {
    if (case_.file == "tests/cli/html.case" && !FOREWHEN_HAS_PAGE) GTEST_SKIP() << "this build has no timeline page";
    const TempFolder scratch;
    for (const std::string& complaint : run_case(case_, forewhen_program(), scratch.path())) ADD_FAILURE() << complaint;
  }

 private:
  Case case_;
};

void register_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto cases = parse_cases("tests/cli/" + file.filename().string(), text);
  if (!cases) {
    std::fprintf(stderr, "%s\n", to_string(cases.error()).c_str());
    std::exit(1);
  }
  for (const Case& one : *cases) {
    ::testing::RegisterTest(file.stem().c_str(), test_name(one.name).c_str(), nullptr, nullptr, one.file.c_str(),
                            one.line, [one]() -> ::testing::Test* { return new CaseTest(one); });
  }
}

void register_cases() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(FOREWHEN_SOURCE_DIR) / "tests/cli")) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const fs::path& file : files) register_file(file);
}

}  // namespace
}  // namespace forewhen::cli

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  forewhen::cli::register_cases();
  return RUN_ALL_TESTS();
}
