// SPDX-License-Identifier: Apache-2.0
#include "ingest/json_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "forewhen/ingest/events_schema.h"

namespace forewhen::ingest {
namespace {

constexpr std::size_t kMostShown = 60;  // bytes of a value in an error

bool is_whole(const Json& value) {
  if (value.is_number_integer()) return true;
  if (!value.is_number_float()) return false;
  const double number = value.get<double>();
  return std::isfinite(number) && number == std::floor(number);
}

bool is_of_type(const Json& value, std::string_view type) {
  if (type == "null") return value.is_null();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  return type == "integer" ? is_whole(value) : value.is_number();
}

std::size_t count_characters(const std::string& text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

// "a, b or c"
std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::string with_article(const std::string& type) {
  if (type == "null") return type;
  if (type == "integer") return "a whole number";
  return (type == "object" || type == "array" ? "an " : "a ") + type;
}

class Checker {
 public:
  explicit Checker(std::size_t most) : most_(most) {}

  void check(const Json& schema, const Json& value, const std::string& path) {
    if (faults_.size() >= most_) return;
    if (!check_type(schema, value, path) || !check_choice(schema, value, path)) return;
    if (value.is_string()) check_string(schema, value, path);
    if (value.is_number()) check_number(schema, value, path);
    if (value.is_array()) check_array(schema, value, path);
    if (value.is_object()) check_object(schema, value, path);
  }

  std::vector<SchemaFault> take() { return std::move(faults_); }

 private:
  void add(const std::string& path, std::string what, std::string mend) {
    if (faults_.size() < most_) faults_.push_back({path, std::move(what), std::move(mend)});
  }

  bool check_type(const Json& schema, const Json& value, const std::string& path) {
    const auto types = schema.find("type");
    if (types == schema.end()) return true;
    std::vector<std::string> names;
    for (const Json& type : types->is_array() ? *types : Json::array({*types})) {
      if (is_of_type(value, type.get<std::string>())) return true;
      names.push_back(with_article(type.get<std::string>()));
    }
    add(path, "is " + shown(value), fmt::format("{} is expected{}", listed(names), described(schema)));
    return false;
  }

  bool check_choice(const Json& schema, const Json& value, const std::string& path) {
    const auto choices = schema.find("enum");
    if (choices == schema.end() || std::ranges::find(*choices, value) != choices->end()) return true;
    std::vector<std::string> names;
    for (const Json& choice : *choices) names.push_back(choice.dump());
    add(path, shown(value) + " is none of the words that may stand here", "use " + listed(names));
    return false;
  }

  void check_string(const Json& schema, const Json& value, const std::string& path) {
    const std::size_t size = count_characters(value.get_ref<const std::string&>());
    if (size < schema.value("minLength", std::size_t{0})) add(path, "is empty", "write" + described(schema, " "));
    if (size > schema.value("maxLength", size))
      add(path, fmt::format("is {} characters long", size),
          fmt::format("{} are the most", schema["maxLength"].get<std::size_t>()));
  }

  void check_number(const Json& schema, const Json& value, const std::string& path) {
    const auto least = schema.find("minimum"), greatest = schema.find("maximum");
    if (least != schema.end() && value < *least)
      add(path, "is " + shown(value), fmt::format("the least is {}", least->dump()));
    if (greatest != schema.end() && value > *greatest)
      add(path, "is " + shown(value), fmt::format("the most is {}", greatest->dump()));
  }

  void check_array(const Json& schema, const Json& value, const std::string& path) {
    if (value.size() < schema.value("minItems", std::size_t{0}) ||
        value.size() > schema.value("maxItems", value.size()))
      add(path, fmt::format("has {} elements", value.size()),
          fmt::format("{} are expected", schema["minItems"].get<std::size_t>()));
    const auto items = schema.find("items");
    if (items == schema.end()) return;
    for (std::size_t i = 0; i < value.size(); ++i) check(*items, value[i], fmt::format("{}[{}]", path, i));
  }

  void check_object(const Json& schema, const Json& value, const std::string& path) {
    const auto properties = schema.find("properties");
    if (properties == schema.end()) return;
    if (const auto required = schema.find("required"); required != schema.end()) {
      for (const Json& name : *required) {
        if (!value.contains(name.get<std::string>()))
          add(path, fmt::format("\"{}\" is missing", name.get<std::string>()),
              "add it" + described((*properties)[name.get<std::string>()]));
      }
    }
    const bool closed = schema.contains("additionalProperties");
    for (const auto& [name, member] : value.items()) {
      const auto known = properties->find(name);
      if (known != properties->end()) {
        check(*known, member, path + '.' + name);
      } else if (closed) {
        add(path, fmt::format("has a field {} that is not known", shown(name)),
            "leave it out or use " + listed(names_of(*properties)));
      }
    }
  }

  static std::vector<std::string> names_of(const Json& properties) {
    std::vector<std::string> names;
    for (const auto& [name, schema] : properties.items()) names.push_back(name);
    return names;
  }

  // The first sentence of what the schema says of the value.
  static std::string described(const Json& schema, std::string_view before = ": ") {
    const std::string description = schema.value("description", "");
    const std::size_t end = description.find(". ");
    return std::string(before) +
           description.substr(0, end == std::string::npos ? description.find_last_not_of('.') + 1 : end);
  }

  std::size_t most_;
  std::vector<SchemaFault> faults_;
};

}  // namespace

std::string shown(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "an array";
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() <= kMostShown) return text;
  std::size_t end = kMostShown;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + (value.is_string() ? "…\"" : "…");
}

JsonSchema::JsonSchema(std::string_view text) : schema_(Json::parse(text)) {}

std::vector<SchemaFault> JsonSchema::check(const Json& value, std::size_t most) const {
  Checker checker(most);
  checker.check(schema_, value, "$");
  return checker.take();
}

const JsonSchema& events_schema() {
  static const JsonSchema schema(events_schema_text());
  return schema;
}

}  // namespace forewhen::ingest
