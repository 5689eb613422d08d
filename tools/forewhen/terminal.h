// SPDX-License-Identifier: Apache-2.0
// How output looks: a table on a terminal, TSV in a pipe, JSON lines when asked; progress on stderr of a terminal only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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
// A line beside an answer, such as how much more there is: to stderr.
void write_note(std::string_view line);

// Nothing more is written out until resume_output(), which says whether that was so. For a handler of signals.
void interrupt_output();
bool resume_output();

// While it lives, notes are kept here in place of going to stderr, and the lines that are written out are counted. One
// at a time.
class AnswerWatch {
 public:
  AnswerWatch();
  ~AnswerWatch();
  AnswerWatch(const AnswerWatch&) = delete;
  AnswerWatch& operator=(const AnswerWatch&) = delete;

  std::size_t lines = 0;
  std::vector<std::string> notes;
};

// One line that is written over while work goes on; nothing where stderr is no terminal.
class Progress {
 public:
  ~Progress();
  void show(const std::string& line);

 private:
  bool shown_ = false;
};

}  // namespace forewhen
