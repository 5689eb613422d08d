// SPDX-License-Identifier: Apache-2.0
// The files of a folder and the folders below it, in the order of their names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/refused.h"

namespace forewhen::ingest {

struct FolderFile {
  std::string path;  // as it can be opened
  std::string name;  // below the folder, with / between its parts
};

struct FolderListing {
  std::vector<FolderFile> files;                 // of a known extension
  std::map<std::string, std::uint64_t> skipped;  // the others, by extension
  std::vector<Refused> refused;                  // folders that cannot be read
};

FolderListing list_folder(const std::string& folder);

// Extension in lower case with its dot: ".txt"; "" without one.
std::string extension_of(const std::string& path);
bool is_text_extension(const std::string& extension);
bool is_json_lines_extension(const std::string& extension);
bool is_conllu_extension(const std::string& extension);

}  // namespace forewhen::ingest
