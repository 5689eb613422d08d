// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/read_file.h"

#include <fstream>
#include <iterator>

namespace forewhen {

Result<std::string> read_file(const std::string& path, std::string mend) {
  std::ifstream file(path, std::ios::binary);
  // A folder opens as a file does and fails at the first byte.
  const bool readable = file && (file.peek() != std::ifstream::traits_type::eof() || !file.bad());
  std::string bytes;
  if (readable) {
    file.clear();
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  if (!readable || file.bad()) return Error{ErrorKind::io, "cannot be read", path, std::move(mend)};
  return bytes;
}

}  // namespace forewhen
