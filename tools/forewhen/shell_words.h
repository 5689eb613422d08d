// SPDX-License-Identifier: Apache-2.0
// A line of the shell as words: blanks part them, "double" and 'single' quotes and \ keep them together, as in sh.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forewhen {

struct ShellWord {
  std::string text;       // without the quotes
  std::size_t begin = 0;  // byte of the line
};

struct ShellLine {
  std::vector<ShellWord> words;
  bool open = false;   // a quote is not closed
  bool ended = false;  // a blank stands behind the last word, or there is none
};

ShellLine split_line(std::string_view line);

// As a word of such a line.
std::string as_word(std::string_view text);

}  // namespace forewhen
