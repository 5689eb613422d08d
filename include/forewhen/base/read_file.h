// SPDX-License-Identifier: Apache-2.0
// A whole file as bytes.
#pragma once

#include <string>

#include "forewhen/base/result.h"

namespace forewhen {

// io when it is missing, may not be read, or is a folder; `mend` goes with the error.
Result<std::string> read_file(const std::string& path, std::string mend = "");

}  // namespace forewhen
