// SPDX-License-Identifier: Apache-2.0
// The program: declares the commands, reads the command line, runs one. The only place where errors become words and
// exit codes. A reader that goes away (`forewhen events | head`) is no failure.
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <utility>
#include <vector>

#include "commands.h"
#include "forewhen/export/table.h"

namespace {

int exit_code(forewhen::ErrorKind kind) {
  switch (kind) {
    case forewhen::ErrorKind::usage:
      return forewhen::kUsedWrongly;
    case forewhen::ErrorKind::refused:
      return forewhen::kDataRefused;
    default:
      return forewhen::kFailed;
  }
}

int fail(const forewhen::Error& error) {
  std::fflush(stdout);
  fmt::print(stderr, "forewhen: {}\n", forewhen::printable(forewhen::to_string(error)));
  return exit_code(error.kind);
}

int parse_failure(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return program.exit(error);  // --help, --version
  const CLI::App* at = &program;
  for (const CLI::App* chosen : program.get_subcommands()) at = chosen;
  const std::string name = at == &program ? "forewhen" : "forewhen " + at->get_name();
  fmt::print(stderr, "forewhen: {} (see {} --help)\n", error.what(), name);
  return forewhen::kUsedWrongly;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // a closed pipe ends the program quietly
  CLI::App program("Keeps news as a graph of time-stamped events and answers: what preceded X?", "forewhen");
  program.set_version_flag("--version", "forewhen " FOREWHEN_VERSION);
  program.require_subcommand(1);
  program.footer("Exit codes: 0 done, 1 failed, 2 used wrongly, 3 data refused.");
  std::vector<std::pair<CLI::App*, forewhen::RunCommand>> declared;
  for (const forewhen::DeclareCommand declare : forewhen::commands()) {
    CLI::App* command = nullptr;
    forewhen::RunCommand run = declare(program, command);
    declared.emplace_back(command, std::move(run));
  }
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return parse_failure(program, error);
  }
  for (const auto& [command, run] : declared) {
    if (!command->parsed()) continue;
    const forewhen::Result<int> code = run();
    if (!code) return fail(code.error());
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
      return fail({forewhen::ErrorKind::io, "the output could not be written", "standard output", "is the disk full?"});
    }
    return *code;
  }
  return forewhen::kUsedWrongly;
}
