// SPDX-License-Identifier: Apache-2.0
// What every command is: it declares its options on the command line parser, and runs once they are read. One file a
// command, one line in commands.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "forewhen/base/result.h"

namespace forewhen {

// Exit codes, the same for every command.
enum ExitCode { kDone = 0, kFailed = 1, kUsedWrongly = 2, kDataRefused = 3 };

// Runs after parsing; an Error is printed by main. The int is the exit code.
using RunCommand = std::function<Result<int>()>;

// Adds itself to the program and returns what to run when it was chosen. The returned function owns the options.
using DeclareCommand = RunCommand (*)(CLI::App& program, CLI::App*& command);

struct CommandEntry {
  DeclareCommand declare;
  // It only asks the graph, with --db and --json: a question of schemas/query.md.
  bool question = false;
};

}  // namespace forewhen
