// SPDX-License-Identifier: Apache-2.0
// The JSON Schema (draft 2020-12) of a line of events: schemas/events.schema.json as it was when the program was built.
#pragma once

#include <string_view>

namespace forewhen {

std::string_view events_schema_text();

}  // namespace forewhen
