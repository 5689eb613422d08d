// SPDX-License-Identifier: Apache-2.0
// The runner of cases itself, on a program that only echoes.
#include <gtest/gtest.h>

#include "tests/cli/command_case.h"
#include "tests/ingest/temp_folder.h"

namespace forewhen::cli {
namespace {

std::vector<std::string> outcome(const std::string& expectations) {
  const auto cases = parse_cases("t.case",
                                 "case: echo\n"
                                 "file: news/a.txt\n"
                                 "  | One.\n"
                                 "  |   Two.\n"
                                 "run: forewhen first; cat news/a.txt\n"
                                 "run: forewhen \"two words\" < news/a.txt; echo wrong >&2; exit 3\n" +
                                     expectations);
  if (!cases) return {to_string(cases.error())};
  const TempFolder folder, scratch;
  const std::string program = folder.write("forewhen", "#!/bin/sh\nprintf '{\"said\":\"%s\"}\\n' \"$1\"\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  return run_case(cases->at(0), program, scratch.path());
}

TEST(CaseRunner, PassesWhatHolds) {
  for (const char* holds :
       {"exit 3", "stdout has two words", "stdout lacks first", "stdout is {\"said\":\"two words\"}", "stdout lines 1",
        "stdout json", "stderr is wrong", "stderr lines 1"})
    EXPECT_EQ(outcome(std::string("  ") + holds + "\n"), std::vector<std::string>{}) << holds;
  EXPECT_EQ(outcome("run: true\n  stdout empty\n  stderr empty\n  exit 0\n"), std::vector<std::string>{});
  EXPECT_EQ(
      outcome(
          "run: cat news/a.txt\n  stdout lines 2\n  stdout has   Two.\nrun: cat news/a.txt\n  stdout same as before\n"),
      std::vector<std::string>{});
}

TEST(CaseRunner, FailsWhatDoesNotHold) {
  for (const char* wrong :
       {"exit 0", "stdout has first", "stdout lacks words", "stdout is two words", "stdout lines 2", "stdout empty",
        "stderr json", "stderr empty", "stdout same as before", "loudly", "stdout maybe"})
    EXPECT_NE(outcome(std::string("  ") + wrong + "\n"), std::vector<std::string>{}) << wrong;
  EXPECT_NE(outcome(""), std::vector<std::string>{}) << "a case without expectations";
}

}  // namespace
}  // namespace forewhen::cli
