// SPDX-License-Identifier: Apache-2.0
// The index of formats, in the order in which they are tried.
#include <fmt/format.h>

#include "dataset/format.h"
#include "dataset/values.h"

namespace forewhen::dataset {

const std::vector<Format>& formats() {
  static const std::vector<Format> kAll{kIcews,        kGdelt, kGdeltMentions, kGkg,  kGkgCounts, kAcled,
                                        kAcledDeleted, kUcdp,  kPolecat,       kGtd,  kPhoenix,   kClinePhoenix,
                                        kPlover,       kQuads, kKeds,          kWeis, kAnyTable};
  return kAll;
}

std::string folded_column(std::string_view name) {
  std::string folded;
  for (const char c : trimmed(name)) {
    if (c == '_' || c == ' ' || c == '-' || c == '.') continue;
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return folded;
}

Columns::Columns(const std::vector<std::string_view>& header) {
  for (const std::string_view name : header) names_.push_back(folded_column(name));
}

std::size_t Columns::find(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const std::string folded = folded_column(name);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == folded) return i;
    }
  }
  return npos;
}

std::optional<Fault> check_width(const Row& row, std::size_t columns) {
  if (row.cells.size() == columns) return std::nullopt;
  return Fault{"columns", fmt::format("{} columns where {} are needed", row.cells.size(), columns)};
}

}  // namespace forewhen::dataset
