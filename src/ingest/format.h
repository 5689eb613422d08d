// SPDX-License-Identifier: Apache-2.0
// What kind of file it is, by its extension, else by its first bytes.
#pragma once

#include <string>
#include <string_view>

#include "ingest/refused.h"

namespace forewhen::ingest {

// `first` are the first bytes of the file. Never automatic. A file that is JSON but not in lines (an array of
// documents, an object over several lines) is refused rather than read as if it were prose.
Taken<InputFormat> format_of(const std::string& path, std::string_view first);

}  // namespace forewhen::ingest
