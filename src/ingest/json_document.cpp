// SPDX-License-Identifier: Apache-2.0
#include "ingest/json_document.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "ingest/json_fault.h"

namespace forewhen::ingest {
namespace {

namespace dom = simdjson::dom;

Refused bad_field(std::string what, const std::string& where, std::string mend) {
  return {Refusal::bad_field, {ErrorKind::refused, std::move(what), where, std::move(mend)}};
}

Refused broken(std::string_view line, const std::string& where) {
  JsonFault fault = find_json_fault(line);
  if (fault.what.empty()) fault.what = "a number of the line is out of range";  // JSON has no limit, the parser has
  return {Refusal::broken_json,
          {ErrorKind::refused, fmt::format("broken JSON: {}, at byte {} of the line", fault.what, fault.offset), where,
           "write each document as one JSON object on one line"}};
}

// A string field into `value`, which stays empty when there is none.
std::optional<Refused> read_string(const dom::object& object, const char* name, const std::string& where,
                                   std::string& value) {
  dom::element element;
  if (object[name].get(element) != simdjson::SUCCESS || element.is_null()) return std::nullopt;
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS)
    return bad_field(fmt::format("\"{}\" is no string", name), where, "put it in quotes or leave it out");
  value = text;
  return std::nullopt;
}

std::optional<Refused> read_id(const dom::object& object, const std::string& where, std::string& id) {
  std::int64_t number = 0;
  if (object["id"].get(number) == simdjson::SUCCESS) {
    id = std::to_string(number);
    return std::nullopt;
  }
  return read_string(object, "id", where, id);
}

std::optional<Refused> read_published(const dom::object& object, const std::string& where, Document& document) {
  std::string date;
  if (auto refused = read_string(object, "published", where, date)) return Refused{Refusal::bad_date, refused->error};
  if (date.empty()) return std::nullopt;
  Result<CalendarTime> published = parse_iso(date);
  if (!published)
    return Refused{Refusal::bad_date,
                   {ErrorKind::refused, "\"published\": " + published.error().what, where, published.error().mend}};
  document.published = *published;
  document.published_from = "field";
  return std::nullopt;
}

}  // namespace

struct JsonDocumentParser::Buffers {
  dom::parser parser;
  std::string padded;  // simdjson reads beyond the end
};

JsonDocumentParser::JsonDocumentParser() : buffers_(std::make_unique<Buffers>()) {}
JsonDocumentParser::~JsonDocumentParser() = default;

Taken<Document> JsonDocumentParser::parse(std::string_view line, const std::string& where, bool dated) {
  buffers_->padded.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  buffers_->padded = line;
  dom::element root;
  if (buffers_->parser.parse(buffers_->padded).get(root) != simdjson::SUCCESS) return broken(line, where);
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS)
    return Refused{Refusal::broken_json,
                   {ErrorKind::refused, "the line is JSON but no object", where, R"(write {"text": "..."})"}};
  if (object["text"].error() == simdjson::NO_SUCH_FIELD)
    return bad_field("\"text\" is missing", where, "give the article under \"text\"");
  Document document;
  if (auto refused = read_string(object, "text", where, document.text)) return *refused;
  if (auto refused = read_id(object, where, document.id)) return *refused;
  if (auto refused = read_string(object, "title", where, document.title)) return *refused;
  if (auto refused = read_string(object, "url", where, document.url)) return *refused;
  if (!dated) {
    if (auto refused = read_published(object, where, document)) return *refused;
  }
  return document;
}

}  // namespace forewhen::ingest
