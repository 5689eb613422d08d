// SPDX-License-Identifier: Apache-2.0
#include "output_folder.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "forewhen/base/id.h"

namespace forewhen {
namespace {

constexpr std::size_t kLongestName = 100;  // with hash and extension well below the 255 bytes of most file systems

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

std::string file_name_of(std::string_view document_id, std::string_view extension) {
  std::string name(document_id.substr(0, kLongestName));
  for (char& c : name)
    if (!is_plain(c)) c = '_';
  if (name.starts_with('.')) name[0] = '_';
  if (name != document_id || name.empty()) name += fmt::format("-{:016x}", content_hash(document_id));
  return fmt::format("{}.{}", name, extension);
}

}  // namespace

Status write_file(const std::string& folder, std::string_view document_id, std::string_view extension,
                  std::string_view text) {
  const std::filesystem::path path = std::filesystem::path(folder) / file_name_of(document_id, extension);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Error{ErrorKind::io, error.message(), folder, "name a folder that can be written"};
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file)
    return Error{ErrorKind::io, std::strerror(errno), path.string(), "is the disk full or the folder read-only?"};
  return Done{};
}

}  // namespace forewhen
