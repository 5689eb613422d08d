// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/data_path.h"

#include <cstdlib>
#include <vector>

#include "forewhen/base/read_file.h"

namespace forewhen {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> data_folders() {
  std::vector<fs::path> folders;
  if (const char* chosen = std::getenv("FOREWHEN_DATA")) folders.emplace_back(chosen);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (!program.empty()) folders.push_back(program.parent_path().parent_path() / "share" / "forewhen");
  return folders;
}

}  // namespace

Result<fs::path> find_data(std::string_view name) {
  std::string tried;
  for (const fs::path& folder : data_folders()) {
    const fs::path path = folder / name;
    std::error_code ignored;
    if (fs::exists(path, ignored)) return path;
    tried += (tried.empty() ? "" : ", ") + folder.string();
  }
  return Error{ErrorKind::not_found, "the program's data file " + std::string(name) + " is in none of: " + tried, "",
               "set FOREWHEN_DATA to the folder that holds it"};
}

Result<std::string> read_data(std::string_view name) {
  Result<fs::path> path = find_data(name);
  if (!path) return path.error();
  return read_file(path->string());
}

}  // namespace forewhen
