// SPDX-License-Identifier: Apache-2.0
#include "decision_lines.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "forewhen/model/event.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

using Json = nlohmann::ordered_json;

Json json(const DecidedMention& mention) {
  if (mention.actor) return {{"name", mention.text}, {"actor", to_string(mention.actor)}};
  return {{"document", mention.document},
          {"begin", mention.trigger.begin},
          {"end", mention.trigger.end},
          {"text", mention.text},
          {"claim", to_string(mention.claim)}};
}

// What is wrong with a line, thrown by the helpers below and caught by read_line alone.
struct Wrong {
  std::string what;
};

const Json& field(const Json& object, const char* name) {
  if (!object.is_object() || !object.contains(name)) throw Wrong{fmt::format("the field \"{}\" is missing", name)};
  return object.at(name);
}

std::string text(const Json& object, const char* name, bool needed = true) {
  if (!needed && !object.contains(name)) return {};
  const Json& value = field(object, name);
  if (!value.is_string()) throw Wrong{fmt::format("\"{}\" is no text", name)};
  return value.get<std::string>();
}

std::uint32_t offset(const Json& object, const char* name) {
  const Json& value = field(object, name);
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > UINT32_MAX)
    throw Wrong{fmt::format("\"{}\" is no byte offset", name)};
  return value.get<std::uint32_t>();
}

DecidedMention mention(const Json& object, DecisionSubject about) {
  DecidedMention mention;
  if (about == DecisionSubject::actor) {
    mention.text = text(object, "name");
    const auto actor = parse_id('a', text(object, "actor"));
    if (!actor || *actor == 0) throw Wrong{"\"actor\" is not a and 16 hexadecimal digits"};
    mention.actor = {*actor};
    return mention;
  }
  mention.document = text(object, "document");
  mention.trigger = {offset(object, "begin"), offset(object, "end")};
  mention.text = text(object, "text", false);
  const auto claim = parse_id('c', text(object, "claim"));
  if (!claim) throw Wrong{"\"claim\" is not c and 16 hexadecimal digits"};
  mention.claim = {*claim};
  return mention;
}

Decision decision(const Json& object) {
  Decision decision;
  const Json& number = field(object, "decision");
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() == 0)
    throw Wrong{"\"decision\" is no number from 1 on"};
  decision.number = number.get<std::uint64_t>();
  const std::string kind = text(object, "kind");
  if (kind != "merge" && kind != "split") throw Wrong{"\"kind\" is neither merge nor split"};
  decision.kind = kind == "merge" ? DecisionKind::merge : DecisionKind::split;
  const std::string about = text(object, "about", false);
  if (!about.empty() && about != "event" && about != "actor") throw Wrong{"\"about\" is neither event nor actor"};
  if (about == "actor") decision.about = DecisionSubject::actor;
  decision.a = mention(field(object, "a"), decision.about);
  decision.b = mention(field(object, "b"), decision.about);
  const auto made = parse_iso(text(object, "made"));
  if (!made) throw Wrong{"\"made\": " + made.error().what};
  decision.made = made->start;
  decision.who = text(object, "who", false);
  decision.why = text(object, "why", false);
  return decision;
}

}  // namespace

std::string to_json(const Decision& decision) {
  Json out;
  out["decision"] = decision.number;
  out["kind"] = name_of(decision.kind);
  if (decision.about == DecisionSubject::actor) out["about"] = name_of(decision.about);
  out["a"] = json(decision.a);
  out["b"] = json(decision.b);
  out["made"] = format_iso(CalendarTime{decision.made, Grain::second}) + "Z";
  out["who"] = decision.who;
  out["why"] = decision.why;
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::vector<Decision>> read_decisions(const std::string& path) {
  std::ifstream file;
  if (path != "-") file.open(path);
  std::istream& in = path == "-" ? std::cin : file;
  if (!in)
    return Error{ErrorKind::refused, "the file of decisions cannot be read", path,
                 "forewhen decisions --json writes one"};
  std::vector<Decision> decisions;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      const Json object = Json::parse(line, nullptr, false);
      if (object.is_discarded()) throw Wrong{"it is no JSON object"};
      decisions.push_back(decision(object));
    } catch (const Wrong& wrong) {
      return Error{ErrorKind::refused, wrong.what, fmt::format("{}:{}", path, number),
                   "lines as forewhen decisions --json writes them"};
    }
  }
  return decisions;
}

}  // namespace forewhen
