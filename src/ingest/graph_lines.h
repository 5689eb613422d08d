// SPDX-License-Identifier: Apache-2.0
// The JSON that `forewhen export --format json` writes, as the lines of events that it holds:
//
//   {"format":"forewhen graph","version":1,
//   "documents":[
//   {"document":...},
//   {"document":...}
//   ],
//   "events":[ ...
//
// What stands behind the documents follows from them and is passed over.
#pragma once

#include <cstdint>
#include <string_view>

namespace forewhen::ingest {

class GraphLines {
 public:
  // The line as it is to be read: without the comma behind an element; empty when there is nothing to read in it.
  // `number` counts from 1. A file that begins otherwise is read as it is.
  std::string_view take(std::string_view line, std::uint64_t number) {
    if (number == 1 && line.starts_with(R"({"format":"forewhen graph")")) part_ = Part::head;
    if (part_ == Part::none) return line;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (part_ == Part::head && line == R"("documents":[)") {
      part_ = Part::documents;
    } else if (part_ == Part::documents && line.starts_with(']')) {
      part_ = Part::rest;
    } else if (part_ == Part::documents) {
      if (line.ends_with(',')) line.remove_suffix(1);
      return line;
    }
    return {};
  }

 private:
  enum class Part { none, head, documents, rest } part_ = Part::none;
};

}  // namespace forewhen::ingest
