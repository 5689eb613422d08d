// SPDX-License-Identifier: Apache-2.0
// What is wrong with a line of events beyond its form. Thrown from deep within a line, where none of the callers in
// between could do anything about it, and caught by parse_events_line.
#pragma once

#include <string>

#include "forewhen/ingest/reader.h"

namespace forewhen::ingest {

struct LineFault {
  Refusal refusal = Refusal::bad_field;
  std::string path;  // JSONPath
  std::string what;
  std::string mend;
};

}  // namespace forewhen::ingest
