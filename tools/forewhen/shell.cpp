// SPDX-License-Identifier: Apache-2.0
// forewhen shell DIR: one question after the other to a database that stays open.
#include <fmt/format.h>
#include <stdio_ext.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

#include "commands.h"
#include "completion.h"
#include "kept_database.h"
#include "line_editor.h"
#include "program.h"
#include "shell_words.h"
#include "terminal.h"

namespace forewhen {
namespace {

// Ctrl-C while a command runs: what it still has to say is dropped; pressed again it ends the shell.
class Interruptible {
 public:
  Interruptible() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupt_output(); };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, &before_);
  }
  ~Interruptible() {
    sigaction(SIGINT, &before_, nullptr);
    if (!resume_output()) return;
    __fpurge(stdout);
    std::clearerr(stdout);
    fmt::print("\n");
  }

 private:
  struct sigaction before_ {};
};

std::filesystem::path history_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path folder;
  if (state && *state)
    folder = state;
  else if (home && *home)
    folder = std::filesystem::path(home) / ".local/state";
  else
    return {};
  folder /= "forewhen";
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  return failed ? std::filesystem::path() : folder / "history";
}

class Shell {
 public:
  explicit Shell(KeptDatabase& database) : database_(database) {
    Program program;
    for (const CommandEntry& entry : commands()) {
      const CLI::App& command = program.declare(entry.declare);
      if (command.get_name() == "shell" || command.get_name() == "query") continue;  // they keep a database themselves
      commands_.emplace(command.get_name(), entry.declare);
      help_ += fmt::format("  {:<10} {}\n", command.get_name(), command.get_description());
    }
  }

  bool done() const { return done_; }

  // The exit code of what the line says.
  int run(const std::string& line) {
    const ShellLine split = split_line(line);
    if (split.words.empty() || split.words.front().text.starts_with("#")) return kDone;
    std::vector<std::string> words;
    for (const ShellWord& word : split.words) words.push_back(word.text);
    const std::string name = words.front();
    if (name == "complete") return list_completions(line, split);
    if (split.open)
      return fail({ErrorKind::usage, "a quote is not closed", "", "close it, or write \\\" for the mark"});
    if (name == "exit" || name == "quit") return done_ = true, kDone;
    if (name == "help" && words.size() == 1) return help();
    if (name == "help") return run_command({words[1], "--help"});
    return run_command(std::move(words));
  }

  Completion complete(std::string_view line) {
    const Status renewed = database_.renew();
    return renewed ? completer_.complete(line) : Completion{};
  }

 private:
  int help() const {
    write_out("The commands of the program, without --db:\n" + help_ +
              "and of the shell:\n"
              "  help [CMD] this, or the options of a command\n"
              "  complete   what Tab would offer for the line behind it\n"
              "  exit       ends, as Ctrl-D does; Ctrl-C drops the line, or the rest of an answer");
    return kDone;
  }

  int list_completions(const std::string& line, const ShellLine& split) {
    const std::size_t begin = std::min(line.size(), split.words.front().begin + std::string_view("complete ").size());
    for (const std::string& word : complete(line.substr(begin)).candidates) write_out(word);
    return kDone;
  }

  int run_command(std::vector<std::string> words) {
    const auto named = commands_.find(words.front());
    if (named == commands_.end())
      return fail({ErrorKind::usage, "no command '" + words.front() + "'", "", "help lists them"});
    if (const Status renewed = database_.renew(); !renewed) return fail(renewed.error());
    Program program;
    CLI::App& command = program.declare(named->second);
    if (CLI::Option* option = command.get_option_no_throw("--db")) {
      option->required(false)->group("");
      const bool other = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "--db" || word.starts_with("--db=");
      });
      if (!other) words.insert(words.begin() + 1, "--db=" + database_.folder());
    }
    const Interruptible interruptible;
    const int code = program.parse_and_run(std::move(words));
    std::fflush(stdout);
    return code;
  }

  KeptDatabase& database_;
  std::map<std::string, DeclareCommand> commands_;
  Completer completer_{database_, commands_};
  std::string help_;
  bool done_ = false;
};

// From a person: goes on after mistakes, and has none to report in the end.
int talk(Shell& shell) {
  LineEditor editor("forewhen> ", history_file(), [&](std::string_view line) { return shell.complete(line); });
  while (!shell.done()) {
    const auto line = editor.read();
    if (!line) {
      fmt::print("\n");
      break;
    }
    shell.run(*line);
  }
  return kDone;
}

// From a file or a pipe: the exit code is that of the first line that failed.
int run_lines(Shell& shell) {
  int code = kDone;
  std::size_t number = 0;
  for (std::string line; !shell.done() && std::getline(std::cin, line);) {
    ++number;
    const int one = shell.run(line);
    if (one != kDone) fmt::print(stderr, "forewhen: that was line {}\n", number);
    if (code == kDone) code = one;
  }
  return code;
}

}  // namespace

RunCommand declare_shell(CLI::App& program, CLI::App*& command) {
  auto folder = std::make_shared<std::string>();
  command = program.add_subcommand(
      "shell", "One question after the other, with history and Tab; reads lines where standard input is no terminal");
  command->add_option("DIR", *folder, "folder of the database")->required();
  return [folder]() -> Result<int> {
    const auto database = KeptDatabase::open(*folder);
    if (!database) return database.error();
    Shell shell(**database);
    return isatty(STDIN_FILENO) ? talk(shell) : run_lines(shell);
  };
}

}  // namespace forewhen
