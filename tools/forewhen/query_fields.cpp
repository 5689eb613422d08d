// SPDX-License-Identifier: Apache-2.0
#include "query_fields.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>

namespace forewhen {
namespace {

using Json = nlohmann::ordered_json;
using Kind = QueryField::Kind;

Kind kind_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return Kind::flag;
  const std::string type = option.get_type_name();
  if (type.starts_with("UINT")) return Kind::count;
  if (type.starts_with("INT")) return Kind::integer;
  return type.starts_with("FLOAT") ? Kind::number : Kind::text;
}

const char* json_type(Kind kind) {
  switch (kind) {
    case Kind::integer:
    case Kind::count:
      return "integer";
    case Kind::number:
      return "number";
    case Kind::flag:
      return "boolean";
    default:
      return "string";
  }
}

bool fits(Kind kind, const Json& value) {
  switch (kind) {
    case Kind::integer:
      return value.is_number_integer();
    case Kind::count:
      return value.is_number_unsigned();
    case Kind::number:
      return value.is_number();
    case Kind::flag:
      return value.is_boolean();
    default:
      return value.is_string() && !value.get_ref<const std::string&>().empty();
  }
}

std::string wanted(const QueryField& field) {
  const char* one = field.kind == Kind::text      ? "a text that is not empty"
                    : field.kind == Kind::flag    ? "true or false"
                    : field.kind == Kind::integer ? "a whole number"
                    : field.kind == Kind::count   ? "a whole number from 0 on"
                                                  : "a number";
  return field.list ? fmt::format("{}, or a list of them", one) : one;
}

std::string word_of(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

QueryError wrong(std::string what, std::string field, std::string mend) {
  return {{ErrorKind::usage, std::move(what), "", std::move(mend)}, std::move(field)};
}

bool is_given(const Json& query, const std::string& field) { return query.contains(field) && !query[field].is_null(); }

void add_range(const CLI::Option& option, Json& schema) {
  const std::string type = option.get_type_name();
  int low = 0, high = 0;
  if (const auto at = type.find(" in ["); at != std::string::npos) {
    if (std::sscanf(type.c_str() + at, " in [%d - %d]", &low, &high) == 2)
      schema["minimum"] = low, schema["maximum"] = high;
  } else if (type.find("POSITIVE") != std::string::npos) {
    schema["exclusiveMinimum"] = 0;
  } else if (kind_of(option) == Kind::count) {
    schema["minimum"] = 0;
  }
}

bool names(std::string_view text, const std::string& option) {
  const auto is_part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; };
  for (auto at = text.find(option); at != std::string_view::npos; at = text.find(option, at + 1)) {
    const auto end = at + option.size();
    if ((at == 0 || !is_part(text[at - 1])) && (end == text.size() || !is_part(text[end]))) return true;
  }
  return false;
}

}  // namespace

std::string field_name(const CLI::Option& option) {
  std::string name = option.get_positional() ? option.get_name(true) : option.get_lnames().front();
  if (name == "X") return "event";
  for (char& c : name) c = c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();  // such as "TEXT:{a,b}"
  const auto begin = type.find(":{"), end = type.rfind('}');
  if (begin == std::string::npos || end == std::string::npos) return {};
  return CLI::detail::split(type.substr(begin + 2, end - begin - 2), ',');
}

std::vector<QueryField> fields_of(const CLI::App& command) {
  std::vector<QueryField> fields;
  for (const CLI::Option* option : command.get_options()) {
    if (option == command.get_help_ptr()) continue;
    std::string name = field_name(*option);
    // Of the program that asks, not of a question.
    if (name == "db" || name == "memory" || name == "json" || name == "format") continue;
    fields.push_back({std::move(name), option, kind_of(*option), option->get_items_expected_max() > 1});
  }
  return fields;
}

std::variant<std::vector<std::string>, QueryError> command_line_of(const CLI::App& command, const Json& query) {
  const std::vector<QueryField> fields = fields_of(command);
  std::vector<std::string> known;
  for (const QueryField& field : fields) known.push_back(field.name);
  for (const auto& [name, value] : query.items()) {
    if (name == "question" || name == "id" || std::count(known.begin(), known.end(), name) != 0) continue;
    return wrong(fmt::format("'{}' has no field '{}'", command.get_name(), name), name,
                 fmt::format("its fields are {}", fmt::join(known, ", ")));
  }
  std::vector<std::string> line{command.get_name(), "--json"}, positional;
  for (const QueryField& field : fields) {
    if (!is_given(query, field.name)) {
      if (field.option->get_required()) return wrong("is missing", field.name, field.option->get_description());
      continue;
    }
    const Json& given = query[field.name];
    const Json values = field.list && given.is_array() ? given : Json::array({given});
    if (values.empty() && field.option->get_required()) return wrong("is empty", field.name, "give at least one");
    for (const Json& value : values) {
      if (!fits(field.kind, value)) return wrong("is " + value.dump(), field.name, "give " + wanted(field));
      if (field.option->get_positional()) {
        positional.push_back(word_of(value));
      } else if (field.kind != Kind::flag) {
        line.push_back("--" + field.option->get_lnames().front() + "=" + word_of(value));
      } else if (value.get<bool>()) {
        line.push_back("--" + field.option->get_lnames().front());
      }
    }
  }
  line.push_back("--");  // what follows is no option, whatever it begins with
  line.insert(line.end(), positional.begin(), positional.end());
  return line;
}

std::string field_of(const CLI::App& command, const Json& query, std::string_view where, std::string_view what) {
  const std::vector<QueryField> fields = fields_of(command);
  for (const std::string_view text : {where, what}) {
    for (const QueryField& field : fields) {
      const bool positional = field.option->get_positional();
      if (is_given(query, field.name) && names(text, field.option->get_name(positional))) return field.name;
    }
  }
  std::string found, longest;
  for (const QueryField& field : fields) {
    if (field.kind != Kind::text || !is_given(query, field.name)) continue;
    for (const Json& value : query[field.name].is_array() ? query[field.name] : Json::array({query[field.name]})) {
      const std::string word = word_of(value);
      if (word.size() <= longest.size() || what.find(word) == std::string_view::npos) continue;
      longest = word, found = field.name;
    }
  }
  return found;
}

Json schema_of(const CLI::App& command) {
  Json properties = Json::object(), required = Json::array();
  for (const QueryField& field : fields_of(command)) {
    Json one = {{"type", json_type(field.kind)}};
    if (field.kind == Kind::text) one["minLength"] = 1;
    if (const auto choices = choices_of(*field.option); !choices.empty()) one["enum"] = choices;
    if (field.kind != Kind::flag) add_range(*field.option, one);
    Json schema = {{"description", field.option->get_description()}};
    if (const std::string standard = field.option->get_default_str(); !standard.empty())
      schema["default"] = field.kind == Kind::text ? Json(standard) : Json::parse(standard);
    const bool required_here = field.option->get_required();
    Json forms = Json::array({one});
    if (field.list) {
      Json list = {{"type", "array"}, {"items", one}};
      if (required_here) list["minItems"] = 1;
      forms.push_back(std::move(list));
    }
    if (!required_here) forms.push_back({{"type", "null"}});
    if (forms.size() == 1)
      schema.update(forms[0]);
    else
      schema["anyOf"] = std::move(forms);
    properties[field.name] = std::move(schema);
    if (required_here) required.push_back(field.name);
  }
  return {{"description", command.get_description()}, {"properties", properties}, {"required", required}};
}

}  // namespace forewhen
