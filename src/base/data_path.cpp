// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/data_path.h"

#include <cstdlib>
#include <fstream>
#include <vector>

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
  std::ifstream in(*path, std::ios::binary);
  if (!in) return Error{ErrorKind::io, "cannot be read", path->string(), ""};
  std::error_code failed;
  const std::uintmax_t size = fs::file_size(*path, failed);
  if (failed) return Error{ErrorKind::io, failed.message(), path->string(), ""};
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
    return Error{ErrorKind::io, "cannot be read", path->string(), ""};
  return bytes;
}

}  // namespace forewhen
