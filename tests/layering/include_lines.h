// SPDX-License-Identifier: Apache-2.0
// The #include lines of the sources, and the table of src/README.md that says which of them may be there.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen::layering {

namespace fs = std::filesystem;

// Module -> the modules that it may include, itself and base among them.
using Table = std::map<std::string, std::set<std::string>>;

inline std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> split(const std::string& text, const std::string& separators) {
  std::vector<std::string> parts;
  const std::regex part("[^" + separators + "]+");
  for (std::sregex_iterator i(text.begin(), text.end(), part), end; i != end; ++i) parts.push_back(i->str());
  return parts;
}

// Rows "| module | what it is | a, b |" of the table with "may include" in its head. The last cell is a list, "–" for
// nothing, "all", or "all but a, b". tools/forewhen is the module "tools".
inline Table read_table(const std::string& markdown) {
  std::vector<std::pair<std::string, std::string>> rows;
  std::istringstream lines(markdown);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("|")) {
      inside = false;
      continue;
    }
    if (line.find("may include") != std::string::npos) {
      inside = true;
      continue;
    }
    std::smatch cells;
    static const std::regex row(R"(\|\s*([a-z]+)(?:/[a-z]+)?\s*\|.*\|\s*(.*?)\s*\|\s*)");
    if (inside && std::regex_match(line, cells, row)) rows.emplace_back(cells[1], cells[2]);
  }
  Table table;
  for (const auto& [module, cell] : rows) {
    std::set<std::string>& allowed = table[module];
    if (cell.starts_with("all")) {
      for (const auto& [other, ignored] : rows) {
        if (other != "tools") allowed.insert(other);
      }
      if (cell.starts_with("all but ")) {
        for (const std::string& other : split(cell.substr(8), ", ")) allowed.erase(other);
      }
    } else if (cell != "–") {
      for (const std::string& other : split(cell, ", ")) allowed.insert(other);
    }
    allowed.insert({"base", module});
  }
  return table;
}

struct IncludeLine {
  std::string file;  // below the repository
  int line = 0;
  std::string target;   // "forewhen/time/bounds.h"
  bool angled = false;  // <...>

  std::string where() const { return file + ":" + std::to_string(line); }
  // "include/forewhen/time/x.h", "src/time/x.cpp" -> "time"; "tools/forewhen/x.cpp" -> "tools"
  std::string module() const {
    const std::vector<std::string> parts = split(file, "/");
    if (parts[0] == "tools") return "tools";
    return parts[0] == "include" ? parts[2] : parts[1];
  }
  bool in_public_header() const { return file.starts_with("include/"); }
};

inline std::vector<IncludeLine> include_lines(const std::string& file, const std::string& source) {
  static const std::regex directive(R"(\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
  std::vector<IncludeLine> found;
  std::istringstream lines(source);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (std::regex_match(line, match, directive)) found.push_back({file, number, match[2], match[1] == "<"});
  }
  return found;
}

inline std::vector<IncludeLine> all_include_lines(const fs::path& repository) {
  std::vector<IncludeLine> all;
  for (const char* folder : {"include", "src", "tools"}) {
    for (const auto& entry : fs::recursive_directory_iterator(repository / folder)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      const std::string name = entry.path().lexically_relative(repository).generic_string();
      std::ranges::move(include_lines(name, read_file(entry.path())), std::back_inserter(all));
    }
  }
  std::ranges::sort(all, {}, [](const IncludeLine& line) { return std::pair(line.file, line.line); });
  return all;
}

// A program that makes a module's data, "tools/train_syntax", is the other half of that module and sees its private
// headers.
inline std::string workshop_of(const std::string& module) { return "train_" + module + "/"; }

// What is wrong with the line; empty when nothing is.
inline std::string complaint(const IncludeLine& line, const Table& table) {
  const std::string module = line.module();
  const std::string& target = line.target;
  if (!table.contains(module)) return "the module '" + module + "' is not in the table of src/README.md";
  if (target.starts_with("rocksdb/") && !line.file.starts_with("src/store/"))
    return "RocksDB is shown outside src/store";
  if (target.starts_with("boost/") && module != "graph") return "Boost is shown outside the module graph";
  if (line.angled) {
    const bool library = target.find('/') != std::string::npos && !target.starts_with("sys/");
    if (line.in_public_header() && library && !(module == "graph" && target.starts_with("boost/")))
      return "a public header shows the library header <" + target + ">";
    return "";
  }
  const std::vector<std::string> parts = split(target, "/");
  const bool is_public = parts[0] == "forewhen";
  if (is_public && parts.size() > 2 && !table.at(module).contains(parts[1]))
    return "'" + module + "' may not include '" + parts[1] + "'";
  if (!is_public && line.in_public_header()) return "a public header includes the private header \"" + target + "\"";
  const bool of_a_module = !is_public && parts.size() > 1 && table.contains(parts[0]);
  if (of_a_module && parts[0] != module && !line.file.starts_with("tools/" + workshop_of(parts[0])))
    return "\"" + target + "\" is private to '" + parts[0] + "'";
  return "";
}

// A way around the table that comes back to where it began: {"a", "b", "a"}; empty when there is none.
inline std::vector<std::string> find_cycle(const Table& table) {
  std::set<std::string> done;
  std::vector<std::string> path;
  const auto visit = [&](const auto& self, const std::string& module) -> bool {
    if (std::ranges::find(path, module) != path.end()) return path.push_back(module), true;
    if (done.contains(module) || !table.contains(module)) return false;
    path.push_back(module);
    for (const std::string& other : table.at(module)) {
      if (other != module && other != "base" && self(self, other)) return true;
    }
    path.pop_back();
    done.insert(module);
    return false;
  };
  for (const auto& [module, ignored] : table) {
    if (visit(visit, module)) return path;
  }
  return {};
}

// forewhen_module(NAME DEPENDS a b LIBRARIES ...) lines of CMakeLists.txt, each module and base added to its own row.
inline Table read_cmake(const std::string& cmake) {
  Table table;
  static const std::regex call(R"(forewhen_module\((\w+)\s+DEPENDS\s+([\w\s]*?)\s*(?:LIBRARIES[^)]*)?\))");
  for (std::sregex_iterator i(cmake.begin(), cmake.end(), call), end; i != end; ++i) {
    std::set<std::string>& allowed = table[(*i)[1]];
    for (const std::string& other : split((*i)[2], " \n")) allowed.insert(other);
    allowed.insert({"base", (*i)[1]});
  }
  return table;
}

}  // namespace forewhen::layering
