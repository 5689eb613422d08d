// SPDX-License-Identifier: Apache-2.0
// README promises two commands for a fresh machine; they are these two, and they exist.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRepository = FOREWHEN_SOURCE_DIR;

std::vector<std::string> quickstart_commands() {
  const std::string script = (kRepository / "tools/quickstart-commands.sh").string();
  const std::string command = "'" + script + "' '" + (kRepository / "README.md").string() + "'";
  std::FILE* pipe = popen(command.c_str(), "r");
  std::vector<std::string> lines;
  char line[4096];
  while (pipe && std::fgets(line, sizeof line, pipe)) {
    lines.emplace_back(line);
    lines.back().pop_back();
  }
  EXPECT_EQ(pclose(pipe), 0);
  return lines;
}

TEST(Readme, TheQuickStartIsExactlyTwoCommands) {
  EXPECT_EQ(quickstart_commands(), (std::vector<std::string>{"./tools/quickstart.sh", "./tools/test.sh"}));
}

TEST(Readme, ItsCommandsCanBeRun) {
  for (const char* script : {"tools/quickstart.sh", "tools/test.sh", ".ci/run"}) {
    const auto permissions = fs::status(kRepository / script).permissions();
    EXPECT_NE(permissions & fs::perms::owner_exec, fs::perms::none) << script;
  }
}

}  // namespace
