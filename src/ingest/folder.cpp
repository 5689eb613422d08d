// SPDX-License-Identifier: Apache-2.0
#include "ingest/folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace forewhen::ingest {
namespace {

namespace fs = std::filesystem;

Refused unreadable(const fs::path& folder, const std::error_code& error) {
  return {Refusal::unreadable,
          {ErrorKind::io, "the folder cannot be read: " + error.message(), folder.string(), "check its permissions"}};
}

void add_file(const fs::directory_entry& entry, const fs::path& root, FolderListing& listing) {
  const std::string extension = extension_of(entry.path().string());
  std::error_code ignored;
  // A dangling link is listed: opening it says what is wrong.
  const bool plain = entry.is_regular_file(ignored) || !entry.exists(ignored);
  if (!plain ||
      !(is_text_extension(extension) || is_json_lines_extension(extension) || is_conllu_extension(extension))) {
    ++listing.skipped[extension];
    return;
  }
  listing.files.push_back({entry.path().string(), entry.path().lexically_relative(root).generic_string()});
}

void add_folder(const fs::path& folder, const fs::path& root, FolderListing& listing) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  // increment() leaves the end iterator behind when it fails.
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    if (entries->is_directory(ignored) && !entries->is_symlink(ignored)) {
      add_folder(entries->path(), root, listing);
    } else {
      add_file(*entries, root, listing);
    }
  }
  if (error) listing.refused.push_back(unreadable(folder, error));
}

}  // namespace

FolderListing list_folder(const std::string& folder) {
  FolderListing listing;
  add_folder(folder, folder, listing);
  std::ranges::sort(listing.files, {}, &FolderFile::name);
  std::ranges::sort(listing.refused, {}, [](const Refused& refused) { return refused.error.where; });
  return listing;
}

std::string extension_of(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return extension;
}

bool is_text_extension(const std::string& extension) { return extension == ".txt" || extension == ".text"; }
bool is_json_lines_extension(const std::string& extension) { return extension == ".jsonl" || extension == ".ndjson"; }
bool is_conllu_extension(const std::string& extension) { return extension == ".conllu"; }

}  // namespace forewhen::ingest
