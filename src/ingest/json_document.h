// SPDX-License-Identifier: Apache-2.0
// One line of JSON as a document: {"id", "published", "title", "text", "url"}. Fields of other names are passed over;
// null and "" are the same as a missing field; an id may be a whole number.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/refused.h"

namespace forewhen::ingest {

class JsonDocumentParser {
 public:
  JsonDocumentParser();
  ~JsonDocumentParser();

  // `where` is "file:line" for the errors. REQUIRES: `line` is UTF-8.
  // The id is empty when the line has none. With `dated` the field "published" is not looked at.
  Taken<Document> parse(std::string_view line, const std::string& where, bool dated);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;  // kept from line to line
};

}  // namespace forewhen::ingest
