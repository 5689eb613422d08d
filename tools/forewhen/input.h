// SPDX-License-Identifier: Apache-2.0
// The options of commands that read documents.
#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "forewhen/extract/extract.h"
#include "forewhen/ingest/reader.h"

namespace forewhen {

struct InputOptions {
  std::vector<std::string> paths;
  std::string format = "auto";
  std::string published;
  std::string prefer = "tense";
  std::string kind = "news";

  void declare(CLI::App& command);
  Result<DocumentReader> reader() const;
  Result<Extractor> extractor() const;
};

}  // namespace forewhen
