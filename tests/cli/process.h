// SPDX-License-Identifier: Apache-2.0
// Runs a program as a person would, and holds what it said.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace forewhen {

struct ProcessResult {
  int exit_code = -1;  // 128 + signal when it was ended by one
  std::string out;
  std::string err;
};

// `arguments[0]` is the program. Standard input is `input`. The program's output goes over files in `scratch`, so that
// no full pipe can stop it.
ProcessResult run_process(const std::vector<std::string>& arguments, const std::filesystem::path& scratch,
                          const std::string& input = "", const std::filesystem::path& working_folder = ".");

// The forewhen that is tested: $FOREWHEN_PROGRAM, else the one of this build.
std::filesystem::path forewhen_program();

}  // namespace forewhen
