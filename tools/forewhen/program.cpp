// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <fmt/format.h>

#include <ranges>

#include <algorithm>
#include <cstdio>

#include "commands.h"
#include "forewhen/export/table.h"

namespace forewhen {
namespace {

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return kUsedWrongly;
    case ErrorKind::refused:
      return kDataRefused;
    default:
      return kFailed;
  }
}

}  // namespace

int fail(const Error& error) {
  std::fflush(stdout);
  // An error may list what was meant, one a line.
  std::string lines;
  for (const auto line : std::views::split(to_string(error), '\n'))
    lines += (lines.empty() ? "" : "\n") + printable(std::string_view(line.begin(), line.end()));
  fmt::print(stderr, "forewhen: {}\n", lines);
  return exit_code(error.kind);
}

Program::Program() : app_("Keeps news as a graph of time-stamped events and answers: what preceded X?", "forewhen") {
  app_.set_version_flag("--version", "forewhen " FOREWHEN_VERSION);
  app_.require_subcommand(1);
  app_.footer("Exit codes: 0 done, 1 failed, 2 used wrongly, 3 data refused.");
}

CLI::App& Program::declare(DeclareCommand declare) {
  CLI::App* command = nullptr;
  RunCommand run = declare(app_, command);
  commands_.emplace_back(command, std::move(run));
  return *command;
}

void Program::declare_all() {
  for (const CommandEntry& entry : commands()) declare(entry.declare);
}

void Program::parse(std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());  // the parser takes them from the end
  app_.parse(std::move(words));
}

Result<int> Program::run() const {
  for (const auto& [command, run] : commands_) {
    if (command->parsed()) return run();
  }
  return kUsedWrongly;
}

int Program::parse_failure(const CLI::ParseError& error) const {
  if (error.get_exit_code() == 0) return app_.exit(error);  // --help, --version
  const CLI::App* at = &app_;
  for (const CLI::App* chosen : app_.get_subcommands()) at = chosen;
  const std::string name = at == &app_ ? "forewhen" : "forewhen " + at->get_name();
  fmt::print(stderr, "forewhen: {} (see {} --help)\n", error.what(), name);
  return kUsedWrongly;
}

int Program::parse_and_run(std::vector<std::string> words) {
  try {
    parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    return parse_failure(error);
  }
  const Result<int> code = run();
  return code ? *code : fail(code.error());
}

}  // namespace forewhen
