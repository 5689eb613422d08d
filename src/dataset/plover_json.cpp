// SPDX-License-Identifier: Apache-2.0
// PLOVER records as JSON lines (manual 2.0): id, date, actor[] and event[] are needed; time, enddate, recipient[],
// event_loc{}, mode[], context[], size{}, cite_info{} and the texts are taken where they are there. A member of another
// shape refuses its line.
#include <fmt/format.h>
#include <simdjson.h>

#include "dataset/format.h"
#include "dataset/values.h"

namespace forewhen::dataset {
namespace {

using Element = simdjson::dom::element;
using Object = simdjson::dom::object;

bool no_header(const Sample&) { return false; }

int fits(const Sample& sample) {
  if (sample.first.size() != 1) return 0;
  const std::string_view line = sample.first[0];
  const auto has = [&](const char* name) { return line.find(name) != std::string_view::npos; };
  return line.starts_with("{") && has("\"date\"") && has("\"actor\"") && has("\"event\"") ? 95 : 0;
}

std::string_view text_of(const Object& object, const char* name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? given(text) : std::string_view();
}

// A text, a number or a list of texts, joined by ';'.
std::string list_of(const Object& object, const char* name) {
  Element element;
  if (object[name].get(element) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS) return std::string(given(text));
  simdjson::dom::array array;
  std::string joined;
  if (element.get(array) != simdjson::SUCCESS) return element.is_number() ? simdjson::minify(element) : std::string();
  for (const Element one : array) {
    if (one.get(text) != simdjson::SUCCESS || given(text).empty()) continue;
    if (!joined.empty()) joined += ';';
    joined += given(text);
  }
  return joined;
}

class PloverJson final : public Mapper {
 public:
  explicit PloverJson(const Context& context) : codes_(context.codes), set_(context.set) {}

  std::optional<Fault> map(const Row& row, Record& record) override {
    Element element;
    Object object;
    if (parser_.parse(row.text.data(), row.text.size()).get(element) != simdjson::SUCCESS ||
        element.get(object) != simdjson::SUCCESS) {
      return Fault{"JSON", "not one JSON object"};
    }
    const std::string id = list_of(object, "id");
    if (id.empty()) return missing("id");
    set_id(record, set_, id);
    if (auto wrong = date(object, record)) return wrong;
    if (auto wrong = type(object, row, record)) return wrong;
    if (auto wrong = entities(object, "actor", Role::actor, record)) return wrong;
    if (record.claim.participants.empty()) return missing("actor");
    if (auto wrong = entities(object, "recipient", Role::recipient, record)) return wrong;
    if (auto wrong = place(object, record)) return wrong;
    for (const char* name : {"context", "quad_code", "event_scale", "coder", "coded_date", "comment"})
      add_attribute(record, name, list_of(object, name));
    Object size;
    if (object["size"].get(size) == simdjson::SUCCESS) {
      for (const char* name : {"dead", "injured", "arrested"}) add_attribute(record, name, list_of(size, name));
    }
    record.document.title =
        text_of(object, "event_text").empty() ? text_of(object, "text") : text_of(object, "event_text");
    Object cited;
    if (object["cite_info"].get(cited) == simdjson::SUCCESS) {
      record.document.url = text_of(cited, "url");
      for (const char* name : {"corpus", "citation", "publication", "language", "license", "codebook", "version"})
        add_attribute(record, name, list_of(cited, name));
    }
    return std::nullopt;
  }

 private:
  std::optional<Fault> date(const Object& object, Record& record) {
    const std::string_view first = text_of(object, "date"), time = text_of(object, "time"),
                           last = text_of(object, "enddate");
    const auto begin = parse_iso(time.empty() ? std::string(first) : fmt::format("{}T{}", first, time));
    if (!begin) return bad_date("date", first);
    record.claim.time = dated(*begin, "date");
    if (last.empty()) return std::nullopt;
    const auto end = parse_iso(last);
    if (!end) return bad_date("enddate", last);
    if (end->extent().end < begin->extent().end)
      return Fault{"date", fmt::format("enddate {} lies before date {}", last, first)};
    record.claim.time->when.bounds.earliest_end = end->start;
    record.claim.time->when.bounds.latest_end = end->extent().end;
    record.claim.time->when.edtf += fmt::format("/{}", last);
    return std::nullopt;
  }

  std::optional<Fault> type(const Object& object, const Row& row, Record& record) {
    const std::string types = list_of(object, "event"), mode = list_of(object, "mode");
    if (types.empty()) return missing("event");
    const std::string_view first = std::string_view(types).substr(0, types.find(';'));
    const auto plover = parse_plover(first);
    set_text(record, row, {}, mode.empty() ? types : fmt::format("{} {}", types, mode));
    record.claim.code = mode.empty() ? types : fmt::format("{}/{}", types, mode);
    if (plover)
      record.claim.type = *plover;
    else
      add_attribute(record, "code", "none of PLOVER 2.0");
    record.claim.mode = mode.substr(0, mode.find(';'));
    return std::nullopt;
  }

  std::optional<Fault> entities(const Object& object, const char* name, Role role, Record& record) {
    Element element;
    if (object[name].get(element) != simdjson::SUCCESS || element.is_null()) return std::nullopt;
    simdjson::dom::array array;
    if (element.get(array) != simdjson::SUCCESS) return entity(element, name, role, record);
    for (const Element one : array) {
      if (auto wrong = entity(one, name, role, record)) return wrong;
    }
    return std::nullopt;
  }

  std::optional<Fault> entity(const Element& element, const char* name, Role role, Record& record) {
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS) {
      if (!given(text).empty()) add(record, role, given(text), "", "");
      return std::nullopt;
    }
    Object object;
    if (element.get(object) != simdjson::SUCCESS)
      return Fault{"JSON", fmt::format("{} is neither a text nor an object", name)};
    const std::string_view code = text_of(object, "code"), words = text_of(object, "entity_text"),
                           known = text_of(object, "identifier_text");
    const std::string_view shown = !known.empty() ? known : !words.empty() ? words : code;
    if (!shown.empty()) add(record, role, shown, code, list_of(object, "sector"));
    return std::nullopt;
  }

  void add(Record& record, Role role, std::string_view name, std::string_view code, const std::string& sectors) {
    std::string_view country = codes_.country_of_alpha3(code.substr(0, 3));
    if (country.empty()) country = codes_.country_of_name(name);
    const bool is_country =
        !codes_.country_of_name(name).empty() || (name.size() == 3 && name == code && !country.empty());
    add_participant(record, role, is_country ? ActorKind::country : ActorKind::unknown, name, country, sectors).code =
        code;
  }

  std::optional<Fault> place(const Object& object, Record& record) {
    Object said;
    if (object["event_loc"].get(said) != simdjson::SUCCESS) return std::nullopt;
    PlaceMention mention;
    if (auto wrong = read_point(list_of(said, "lat"), list_of(said, "lon"), mention.point)) return wrong;
    mention.name =
        text_of(said, "resolved_place").empty() ? text_of(said, "extracted_place") : text_of(said, "resolved_place");
    if (mention.name.empty()) mention.name = text_of(said, "city");
    if (mention.name.empty()) mention.name = text_of(said, "country");
    mention.within = text_of(said, "province");
    mention.country = codes_.country_of_alpha3(text_of(said, "country_code"));
    if (mention.country.empty()) mention.country = codes_.country_of_name(text_of(said, "country"));
    const std::string resolution = list_of(said, "resolution");
    mention.precision = resolution == "1"                        ? "country"
                        : resolution == "2" || resolution == "3" ? "region"
                        : resolution == "5"                      ? "site"
                                                                 : "city";
    if (!mention.name.empty()) record.claim.place = std::move(mention);
    return std::nullopt;
  }

  const Codes& codes_;
  std::string set_;
  simdjson::dom::parser parser_;
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<PloverJson>(context));
}

}  // namespace

const Format kPlover{"plover", "PLOVER records as JSON lines", "plover", fits, no_header, make};

}  // namespace forewhen::dataset
