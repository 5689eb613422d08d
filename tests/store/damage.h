// SPDX-License-Identifier: Apache-2.0
// Files of a store, and what may befall them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace forewhen {

inline void copy_folder(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::filesystem::remove_all(to);
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

inline std::string kind_of(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (name.ends_with(".sst") || name.ends_with(".log")) return name.substr(name.size() - 3);
  return name.substr(0, name.find('-'));
}

inline std::map<std::string, std::vector<std::filesystem::path>> files_by_kind(const std::filesystem::path& folder) {
  std::map<std::string, std::vector<std::filesystem::path>> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.file_size() > 0)
      files[kind_of(entry.path())].push_back(entry.path().filename());
  }
  for (auto& [kind, of_kind] : files) std::sort(of_kind.begin(), of_kind.end());
  return files;
}

inline void flip_bit(const std::filesystem::path& file, std::mt19937& random) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  const auto at = static_cast<std::streamoff>(random() % std::filesystem::file_size(file));
  stream.seekg(at);
  const char byte = static_cast<char>(stream.get() ^ (1 << random() % 8));
  stream.seekp(at);
  stream.put(byte);
}

inline void cut_short(const std::filesystem::path& file, std::mt19937& random) {
  std::filesystem::resize_file(file, random() % std::filesystem::file_size(file));
}

}  // namespace forewhen
