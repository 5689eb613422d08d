// SPDX-License-Identifier: Apache-2.0
// Lines from a terminal with editing, history and completion, by libedit.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "completion.h"

namespace forewhen {

class LineEditor {
 public:
  using Complete = std::function<Completion(std::string_view line)>;

  // The history is read from the file and written to it after each line; an empty path keeps none.
  LineEditor(std::string prompt, std::filesystem::path history, Complete complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  // The next line; an empty one after Ctrl-C; nothing after Ctrl-D.
  std::optional<std::string> read();

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace forewhen
