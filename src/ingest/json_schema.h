// SPDX-License-Identifier: Apache-2.0
// Checks a JSON value against a JSON Schema (draft 2020-12) and says what is wrong in words that a person can act on.
// Knows the keywords that the project's own schemas use: type, enum, properties, required, additionalProperties
// (false), items, minItems, maxItems, minLength, maxLength, minimum, maximum. The tests hold that no other is in use
// and that an independent validator comes to the same verdicts.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen::ingest {

using Json = nlohmann::json;

struct SchemaFault {
  std::string path;  // JSONPath: $.events[0].type
  std::string what;  // "\"KILL\" is none of the words that may stand here"
  std::string mend;  // "use one of AGREE, CONSULT, ..."
};

class JsonSchema {
 public:
  // REQUIRES: `text` is a schema of the keywords above.
  explicit JsonSchema(std::string_view text);

  // In the order of the value, not more than `most`; none: the value is valid.
  std::vector<SchemaFault> check(const Json& value, std::size_t most = 20) const;

  const Json& json() const { return schema_; }

 private:
  Json schema_;
};

// That of forewhen/ingest/events_schema.h.
const JsonSchema& events_schema();

// A value as an error shows it: as JSON, cut when it is long.
std::string shown(const Json& value);

}  // namespace forewhen::ingest
