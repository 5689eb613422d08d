// SPDX-License-Identifier: Apache-2.0
// A case: files, commands as a person types them, and what they must print. The form is told in README.md of this
// folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen::cli {

struct Expectation {
  int line = 0;
  std::string stream;  // "stdout", "stderr" or "exit"
  std::string verb;    // "has", "lacks", "is", "lines", "empty", "json", "same"; "" for an exit code
  std::string text;
};

struct Command {
  int line = 0;
  std::string text;  // for /bin/sh
  std::vector<Expectation> expectations;
};

struct Case {
  std::string name;
  std::string file;
  int line = 0;
  std::vector<std::pair<std::string, std::string>> files;  // name, bytes
  std::vector<Command> commands;
};

// refused: names file and line.
Result<std::vector<Case>> parse_cases(const std::string& file, std::string_view text);

// Runs the commands one after the other in `scratch`, an empty folder, with the folder of `program` before all others
// on PATH. What did not hold, a line each.
std::vector<std::string> run_case(const Case& command_case, const std::filesystem::path& program,
                                  const std::filesystem::path& scratch);

}  // namespace forewhen::cli
