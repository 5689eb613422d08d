// SPDX-License-Identifier: Apache-2.0
// The lines of a PETRARCH dictionary without comments: "#" to the end of the line, except within a code ([###]);
// <!-- ... --> over lines; lines that begin with "<!"; nothing after ---STOP---.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen {

struct DictionaryLine {
  std::string_view text;     // blanks at its end cut off; never empty
  std::uint32_t number = 0;  // from 1
};

// Views of `text`.
std::vector<DictionaryLine> dictionary_lines(std::string_view text);

// The part of a line before its code and the code, without brackets and blanks.
struct CodedLine {
  std::string_view head;
  std::string_view code;  // empty when the line has none
  bool broken = false;    // "[" without "]"
};
CodedLine split_code(std::string_view line);

// Collects what is wrong with lines of one file.
class LineProblems {
 public:
  LineProblems(std::string where, std::vector<Error>& into) : where_(std::move(where)), into_(&into) {}
  void add(const DictionaryLine& line, std::string what, std::string mend) const;

 private:
  std::string where_;
  std::vector<Error>* into_;
};

// True for codes that mean none: "---", and all others without a letter or digit.
bool is_null_code(std::string_view code);

}  // namespace forewhen
