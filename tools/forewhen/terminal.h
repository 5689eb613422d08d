// SPDX-License-Identifier: Apache-2.0
// How output looks: a table on a terminal, TSV in a pipe, JSON lines when asked; progress on stderr of a terminal only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "command.h"
#include "forewhen/export/table.h"

namespace forewhen {

enum class OutputForm { table, tsv, json };

struct OutputOptions {
  bool json = false;
  std::string format;  // "table", "tsv", "json", or empty: by what stdout is

  void declare(CLI::App& command);
  OutputForm form() const;
  TableStyle style(bool explain = false) const;
};

// Columns of the terminal, else those that $COLUMNS says, else `otherwise`.
std::size_t terminal_width(std::size_t otherwise);

// Writes the text and a line break if it has none.
void write_out(std::string_view text);

// One line that is written over while work goes on; nothing where stderr is no terminal.
class Progress {
 public:
  ~Progress();
  void show(const std::string& line);

 private:
  bool shown_ = false;
};

}  // namespace forewhen
