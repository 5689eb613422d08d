// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/command_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "tests/cli/process.h"

namespace forewhen::cli {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text = trimmed(text.substr(prefix.size()));
  return true;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

class Parser {
 public:
  explicit Parser(const std::string& file) : file_(file) {}

  Result<std::vector<Case>> run(std::string_view text) {
    for (const std::string& line : lines_of(std::string(text))) {
      ++number_;
      const std::string_view content = trimmed(line);
      if (line.starts_with("#") || content.empty()) continue;
      line.starts_with(" ") ? below(content) : heading(content);
      if (error_) return *error_;
    }
    finish();
    if (error_) return *error_;
    return std::move(cases_);
  }

 private:
  void fail(std::string what) {
    error_ =
        Error{ErrorKind::refused, std::move(what), fmt::format("{}:{}", file_, number_), "see tests/cli/README.md"};
  }

  void heading(std::string_view line) {
    in_file_ = false;
    if (take_prefix(line, "case:")) {
      finish();
      cases_.push_back({std::string(line), file_, number_, {}, {}});
    } else if (cases_.empty()) {
      fail("nothing comes before the first case");
    } else if (take_prefix(line, "file:")) {
      cases_.back().files.emplace_back(line, "");
      in_file_ = true;
    } else if (take_prefix(line, "run:")) {
      cases_.back().commands.push_back({number_, std::string(line), {}});
    } else {
      fail(fmt::format("'{}' is no case:, file: or run:", line));
    }
  }

  void below(std::string_view line) {
    if (in_file_) return file_line(line);
    if (cases_.empty() || cases_.back().commands.empty()) return fail("expectations stand below a run:");
    Expectation e{number_, "", "", ""};
    if (take_prefix(line, "exit ")) {
      e.stream = "exit";
    } else if (!stream(line, e)) {
      return fail(fmt::format("'{}' is no expectation", line));
    }
    e.text = line;
    cases_.back().commands.back().expectations.push_back(std::move(e));
  }

  static bool stream(std::string_view& line, Expectation& e) {
    for (const char* name : {"stdout", "stderr"}) {
      if (!take_prefix(line, name)) continue;
      e.stream = name;
      for (const char* verb : {"has", "lacks", "lines", "is", "empty", "json", "same"}) {
        if (!line.starts_with(verb)) continue;
        line = trimmed(line.substr(std::string_view(verb).size()));
        e.verb = verb;
        return true;
      }
    }
    return false;
  }

  void file_line(std::string_view line) {
    if (!line.starts_with("|")) return fail("lines of a file begin with |");
    line.remove_prefix(1);
    if (line.starts_with(" ")) line.remove_prefix(1);
    cases_.back().files.back().second += std::string(line) + "\n";
  }

  void finish() {
    if (cases_.empty()) return;
    const auto expects = [](const Command& command) { return !command.expectations.empty(); };
    if (std::ranges::none_of(cases_.back().commands, expects))
      fail(fmt::format("the case '{}' expects nothing", cases_.back().name));
  }

  std::string file_;
  int number_ = 0;
  bool in_file_ = false;
  std::vector<Case> cases_;
  std::optional<Error> error_;
};

// Empty when it holds. `before` is what the command before this one printed.
std::string complaint(const Expectation& e, const ProcessResult& result, const ProcessResult& before) {
  if (e.stream == "exit") {
    const std::string code = std::to_string(result.exit_code);
    return code == e.text ? "" : fmt::format("exit code {} and not {}", code, e.text);
  }
  const std::string& got = e.stream == "stdout" ? result.out : result.err;
  if (e.verb == "has")
    return got.find(e.text) != std::string::npos ? "" : fmt::format("{} lacks '{}'", e.stream, e.text);
  if (e.verb == "lacks")
    return got.find(e.text) == std::string::npos ? "" : fmt::format("{} has '{}'", e.stream, e.text);
  if (e.verb == "is")
    return trimmed(got) == e.text || got == e.text + "\n" ? "" : fmt::format("{} is not '{}'", e.stream, e.text);
  if (e.verb == "empty") return got.empty() ? "" : fmt::format("{} is not empty", e.stream);
  if (e.verb == "same")
    return got == (e.stream == "stdout" ? before.out : before.err)
               ? ""
               : fmt::format("{} differs from that of the command before", e.stream);
  const std::vector<std::string> lines = lines_of(got);
  if (e.verb == "lines")
    return std::to_string(lines.size()) == e.text ? "" : fmt::format("{} has {} lines", e.stream, lines.size());
  for (const std::string& line : lines) {
    if (!nlohmann::json::parse(line, nullptr, false).is_object())
      return fmt::format("{} is no JSON object: {}", e.stream, line);
  }
  return lines.empty() ? e.stream + " is empty" : "";
}

void write_files(const Case& command_case, const std::filesystem::path& folder) {
  for (const auto& [name, bytes] : command_case.files) {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
}

}  // namespace

Result<std::vector<Case>> parse_cases(const std::string& file, std::string_view text) { return Parser(file).run(text); }

std::vector<std::string> run_case(const Case& command_case, const std::filesystem::path& program,
                                  const std::filesystem::path& scratch) {
  const auto folder = scratch / "work", streams = scratch / "streams";
  std::filesystem::create_directories(folder);
  std::filesystem::create_directories(streams);
  write_files(command_case, folder);
  const std::string path = fmt::format("PATH={}:{}", program.parent_path().string(), std::getenv("PATH"));
  std::vector<std::string> complaints;
  ProcessResult before;
  for (const Command& command : command_case.commands) {
    const ProcessResult result =
        run_process({"/usr/bin/env", path, "LC_ALL=C.UTF-8", "/bin/sh", "-c", command.text}, streams, "", folder);
    for (const Expectation& e : command.expectations) {
      const std::string wrong = complaint(e, result, before);
      if (wrong.empty()) continue;
      complaints.push_back(fmt::format("{}:{}: {}\n  {}\n  stdout: {}\n  stderr: {}", command_case.file, e.line, wrong,
                                       command.text, result.out, result.err));
    }
    before = result;
  }
  return complaints;
}

}  // namespace forewhen::cli
