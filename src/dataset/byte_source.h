// SPDX-License-Identifier: Apache-2.0
// Bytes of a file or of standard input, unpacked (gzip, zstd, xz, zip: libarchive finds which). A zip may hold several
// files, which follow each other. Knows nothing of rows.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "forewhen/base/result.h"

namespace forewhen::dataset {

class ByteSource {
 public:
  static Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::FILE* standard_input);
  virtual ~ByteSource() = default;

  // The next bytes; empty at the end of an entry. Valid until the next call.
  virtual Result<std::string_view> read() = 0;
  // To the next entry of a zip; false when there is none.
  virtual Result<bool> next_entry() = 0;
  // "events.zip:2018.tab", else the path.
  virtual std::string name() const = 0;
};

}  // namespace forewhen::dataset
