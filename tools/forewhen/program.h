// SPDX-License-Identifier: Apache-2.0
// The program as the parser of command lines sees it: some of the commands or all, and the way from words to an answer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command.h"

namespace forewhen {

// Options keep what a parse has set, so whoever runs several command lines declares a program for each.
class Program {
 public:
  Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  CLI::App& app() { return app_; }
  // The command as the parser knows it.
  CLI::App& declare(DeclareCommand declare);
  void declare_all();

  // `words` are those behind the program's name. Throws CLI::ParseError, also for --help.
  void parse(std::vector<std::string> words);
  // Runs the command that was parsed; the int is its exit code.
  Result<int> run() const;
  // Both; says on stderr what is wrong and gives the exit code.
  int parse_and_run(std::vector<std::string> words);

 private:
  int parse_failure(const CLI::ParseError& error) const;

  CLI::App app_;
  std::vector<std::pair<CLI::App*, RunCommand>> commands_;
};

// Says on stderr what is wrong and gives the exit code.
int fail(const Error& error);

}  // namespace forewhen
