// SPDX-License-Identifier: Apache-2.0
// A question's JSON form, made from its options on the command line, so that neither is written twice: --shared-actor
// is the field shared_actor, X is the field event, any other word in its place is the field of that name in small
// letters.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "command.h"

namespace forewhen {

// An error of a query and the field that it is about; empty when it is about none.
struct QueryError {
  Error error;
  std::string field;
};

struct QueryField {
  enum class Kind { text, integer, count, number, flag };  // count: from 0 on

  std::string name;
  const CLI::Option* option = nullptr;
  Kind kind = Kind::text;
  bool list = false;  // may be given several times
};

// The field of an option.
std::string field_name(const CLI::Option& option);
// The words that the option may be; none where any text will do.
std::vector<std::string> choices_of(const CLI::Option& option);

// In the order of the options; without those that say where the database is and what the output looks like.
std::vector<QueryField> fields_of(const CLI::App& command);

// The command line that says what the query says. usage: a field that is not known, is missing or is of another type.
std::variant<std::vector<std::string>, QueryError> command_line_of(const CLI::App& command,
                                                                   const nlohmann::ordered_json& query);

// The field of `query` that an error of the command is about: the one whose option it names, else the one whose text it
// repeats; empty when there is none.
std::string field_of(const CLI::App& command, const nlohmann::ordered_json& query, std::string_view where,
                     std::string_view what);

// The JSON Schema of the query, without `question` and `id`.
nlohmann::ordered_json schema_of(const CLI::App& command);

}  // namespace forewhen
