// SPDX-License-Identifier: Apache-2.0
// Fields of a JSON object that the schema has let pass: null is the same as missing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ingest/json_schema.h"

namespace forewhen::ingest {

// nullptr when it is missing or null.
inline const Json* field(const Json& object, const char* name) {
  const auto at = object.find(name);
  return at == object.end() || at->is_null() ? nullptr : &*at;
}

inline std::string text_of(const Json& object, const char* name) {
  const Json* value = field(object, name);
  return value ? value->get<std::string>() : std::string();
}

inline std::string text_or(const Json& object, const char* name, std::string other) {
  std::string text = text_of(object, name);
  return text.empty() ? other : text;
}

inline bool flag_of(const Json& object, const char* name) {
  const Json* value = field(object, name);
  return value && value->get<bool>();
}

// The value of an enumeration by its name; `other` when there is none.
template <class Choice>
Choice choice_of(const Json& object, const char* name, Choice other) {
  const std::string wanted = text_of(object, name);
  for (int i = 0; i < 17 && !wanted.empty(); ++i) {
    const auto choice = static_cast<Choice>(i);
    if (name_of(choice) == wanted) return choice;
  }
  return other;
}

}  // namespace forewhen::ingest
