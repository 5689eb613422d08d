// SPDX-License-Identifier: Apache-2.0
// Where a text stops being JSON (RFC 8259). Read only after the fast parser has refused it, since that one does not
// tell the place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace forewhen::ingest {

struct JsonFault {
  std::string what;        // "unexpected 'x'", "cut off inside a string"; empty when there is no fault
  std::size_t offset = 0;  // of the first byte that cannot stand there; the size of the text when it is cut off
};

JsonFault find_json_fault(std::string_view text);

}  // namespace forewhen::ingest
