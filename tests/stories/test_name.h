// SPDX-License-Identifier: Apache-2.0
// A sentence as a name that test runners take: letters, digits and _.
#pragma once

#include <cctype>
#include <string>

namespace forewhen {

inline std::string test_name(const std::string& words) {
  std::string name;
  for (const char c : words) {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      name += c;
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  while (name.ends_with('_')) name.pop_back();
  return name;
}

}  // namespace forewhen
