// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/result.h"

namespace forewhen {

std::string to_string(const Error& error) {
  std::string text = error.where.empty() ? error.what : error.where + ": " + error.what;
  if (!error.mend.empty()) text += " (" + error.mend + ")";
  return text;
}

}  // namespace forewhen
