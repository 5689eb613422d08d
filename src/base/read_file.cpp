// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/read_file.h"

#include <fstream>
#include <iterator>

namespace forewhen {

Result<std::string> read_file(const std::string& path, std::string mend) {
  std::ifstream file(path, std::ios::binary);
  // A folder opens as a file does and fails at the first byte; an empty file only ends there.
  file.peek();
  if (!file.is_open() || file.bad()) return Error{ErrorKind::io, "cannot be read", path, std::move(mend)};
  file.clear();
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  return bytes;
}

}  // namespace forewhen
