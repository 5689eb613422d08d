// SPDX-License-Identifier: Apache-2.0
#include "coding/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "forewhen/base/read_file.h"
#include "forewhen/base/utf8.h"

namespace forewhen {
namespace {

namespace fs = std::filesystem;

enum class Kind { actors, agents, verbs, discards };

constexpr std::string_view kNames = "names end with .actors.txt, .agents.txt, .verbs.txt and .discards.txt";

bool ends_with(std::string_view name, std::string_view tail) {
  return name.size() >= tail.size() && name.substr(name.size() - tail.size()) == tail;
}

bool is_kind(const std::string& name, Kind kind) {
  switch (kind) {
    case Kind::actors:
      return ends_with(name, ".actors.txt");
    case Kind::agents:
      return ends_with(name, ".agents.txt");
    case Kind::discards:
      return ends_with(name, ".discards.txt");
    case Kind::verbs:
      return ends_with(name, ".verbs.txt") ||
             (name.find(".verbpatterns.") != std::string::npos && ends_with(name, ".txt"));
  }
  return false;
}

std::vector<std::string> files_of(const std::vector<std::string>& names, Kind kind) {
  std::vector<std::string> files;
  std::copy_if(names.begin(), names.end(), std::back_inserter(files),
               [&](const std::string& name) { return is_kind(fs::path(name).filename().string(), kind); });
  return files;
}

Result<std::vector<std::string>> list(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return Error{ErrorKind::not_found, "there is no such folder", folder,
                 "name a folder with dictionaries whose " + std::string(kNames)};
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored)) names.push_back(at->path().string());
  }
  if (error) return Error{ErrorKind::io, error.message(), folder, ""};
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string> read(const std::string& path) {
  auto text = read_file(path);
  if (!text) return text.error();
  if (const auto at = find_invalid_utf8(*text)) {
    const auto line = 1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(*at), '\n');
    return Error{ErrorKind::refused, "is not UTF-8", path + ":" + std::to_string(line), "save it as UTF-8"};
  }
  return text;
}

}  // namespace

Result<PetrarchTables> load_tables(const std::string& folder) {
  const auto names = list(folder);
  if (!names) return names.error();
  PetrarchTables tables;
  std::string missing;
  const auto load = [&](Kind kind, std::string_view what, bool needed, const auto& take) -> Status {
    const std::vector<std::string> files = files_of(*names, kind);
    if (files.empty()) {
      if (needed) missing += (missing.empty() ? "no ." : " and no .") + std::string(what) + ".txt";
      if (!needed)
        tables.problems.push_back(
            Error{ErrorKind::not_found, fmt::format("has no file whose name ends with .{}.txt", what), folder, ""});
    }
    for (const std::string& file : files) {
      const auto text = read(file);
      if (!text) return text.error();
      take(*text, file);
    }
    return Done{};
  };
  std::vector<Error>& problems = tables.problems;
  for (const Status& status :
       {load(Kind::actors, "actors", true,
             [&](const auto&text, const auto&file) { tables.actors.read(text, file, problems); }),
        load(Kind::verbs, "verbs", true,
             [&](const auto&text, const auto&file) { tables.verbs.read(text, file, problems); }),
        load(Kind::agents, "agents", false,
             [&](const auto&text, const auto&file) { tables.agents.read(text, file, problems); }),
        load(Kind::discards, "discards", false, [&](const auto&text, const auto&) { tables.discards.read(text); })}) {
    if (!status) return status.error();
  }
  if (!missing.empty())
    return Error{ErrorKind::not_found, "the folder has " + missing, folder,
                 "the program looks for dictionaries whose " + std::string(kNames)};
  tables.summary =
      fmt::format("{} actors, {} agents, {} verbs with {} patterns, {} discards", tables.actors.size(),
                  tables.agents.size(), tables.verbs.verbs(), tables.verbs.pattern_count(), tables.discards.size());
  return tables;
}

}  // namespace forewhen
