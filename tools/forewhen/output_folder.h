// SPDX-License-Identifier: Apache-2.0
// Output as a file a document.
#pragma once

#include <string>
#include <string_view>

#include "forewhen/base/result.h"

namespace forewhen {

// Writes a file of its own for the document, making the folder where it is missing. Its name is the id with what no
// file system likes as "_", and a hash of the id where that changed it, so that two documents never share one; never
// with a folder in it. A file that is there is written over. io: names the file and what the system said
Status write_file(const std::string& folder, std::string_view document_id, std::string_view extension,
                  std::string_view text);

}  // namespace forewhen
