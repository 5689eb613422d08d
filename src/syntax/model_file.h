// SPDX-License-Identifier: Apache-2.0
// The file of a trained model: sections of bytes, mapped into memory and shared by all threads.
//
//   magic "FWSYNTAX" | version:u32 | sections:u32 | size of the file:u64 | XXH3 of all bytes from 32 on:u64
//   sections x (name:16 bytes, padded with 0 | begin:u64 | size:u64)
//   the sections, each at a multiple of eight
// Numbers are little-endian.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "forewhen/base/result.h"

namespace forewhen::syntax {

// Raise it when the layout, a feature template or a hash changes.
constexpr std::uint32_t model_version = 2;

class ModelFile {
 public:
  // io, version or corrupt, as load_parser() says.
  static Result<std::unique_ptr<ModelFile>> open(const std::string& path);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  // Empty when there is no such section. Valid as long as this object.
  std::string_view section(const std::string& name) const;
  const std::string& path() const { return path_; }

 private:
  ModelFile(std::string path, std::string_view bytes) : path_(std::move(path)), bytes_(bytes) {}
  Status read_header();
  Status read_sections(std::uint32_t count);

  std::string path_;
  std::string_view bytes_;
  std::map<std::string, std::string_view> sections_;
};

// The bytes of such a file. REQUIRES: names of at most 15 bytes.
std::string pack_model(const std::map<std::string, std::string>& sections);

}  // namespace forewhen::syntax
