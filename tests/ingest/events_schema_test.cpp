// SPDX-License-Identifier: Apache-2.0
// The schema of events: ours and an independent validator's reading of it agree, on thousands of lines that are changed
// at random from good ones.
#include "forewhen/ingest/events_schema.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "ingest/events_line.h"
#include "ingest/json_schema.h"
#include "tests/ingest/temp_folder.h"

namespace forewhen::ingest {
namespace {

const std::string kSource = FOREWHEN_SOURCE_DIR;

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Json example(const std::string& name) {
  return Json::parse(contents(kSource + "/tests/ingest/events/" + name + ".json"));
}

void for_each_schema(const Json& schema, const std::function<void(const Json&)>& visit) {
  visit(schema);
  if (schema.contains("properties")) {
    for (const auto& [name, member] : schema["properties"].items()) for_each_schema(member, visit);
  }
  if (schema.contains("items")) for_each_schema(schema["items"], visit);
}

TEST(EventsSchema, TheProgramHasTheOneOfTheRepository) {
  EXPECT_EQ(events_schema_text(), contents(kSource + "/schemas/events.schema.json"));
}

TEST(EventsSchema, UsesOnlyKeywordsThatAreChecked) {
  const std::set<std::string> known = {
      "$schema", "$id",   "title",    "description", "type",      "properties", "required", "additionalProperties",
      "enum",    "items", "minItems", "maxItems",    "minLength", "maxLength",  "minimum",  "maximum"};
  for_each_schema(events_schema().json(), [&](const Json& schema) {
    for (const auto& [keyword, value] : schema.items()) EXPECT_TRUE(known.contains(keyword)) << keyword;
    EXPECT_TRUE(schema.contains("description")) << schema.dump();
    if (schema.contains("additionalProperties")) {
      EXPECT_EQ(schema["additionalProperties"], false);
    }
  });
}

TEST(EventsSchema, TheOneForModelsIsClosedAndRequiresEveryField) {
  const Json schema = Json::parse(contents(kSource + "/schemas/events.model.schema.json"));
  for_each_schema(schema, [](const Json& each) {
    if (!each.contains("properties")) return;
    EXPECT_EQ(each["additionalProperties"], false);
    EXPECT_EQ(each["required"].size(), each["properties"].size());
    for (const Json& name : each["required"]) EXPECT_TRUE(each["properties"].contains(name)) << name;
  });
}

TEST(EventsSchema, GoodLinesAreTaken) {
  for (const char* name : {"model", "brief"}) {
    const auto taken = parse_events_line(example(name).dump(), name, std::nullopt);
    if (const auto* refused = std::get_if<Refused>(&taken)) ADD_FAILURE() << to_string(refused->error);
  }
}

using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t n) { return random() % n; }

// Every value below, in some order.
void gather(Json& value, std::vector<Json*>& all) {
  all.push_back(&value);
  if (!value.is_structured()) return;
  for (auto& member : value) gather(member, all);
}

Json odd_value(Random& random) {
  static const std::vector<Json> kOdd = {nullptr,
                                         true,
                                         0,
                                         1,
                                         -1,
                                         101,
                                         2.0,
                                         0.5,
                                         1e30,
                                         4294967296.0,
                                         "",
                                         "x",
                                         "é",
                                         "actor",
                                         "ASSAULT",
                                         "assault",
                                         "none",
                                         Json::array(),
                                         Json::object(),
                                         Json::array({1, 2}),
                                         std::string(1024, 'x'),
                                         std::string(1025, 'x'),
                                         -90.5,
                                         181};
  return kOdd[pick(random, kOdd.size())];
}

void change(Json& line, Random& random) {
  std::vector<Json*> all;
  gather(line, all);
  Json& value = *all[pick(random, all.size())];
  if (value.is_object() && !value.empty() && pick(random, 2)) {
    auto at = value.begin();
    std::advance(at, pick(random, value.size()));
    const std::string name = at.key();
    const Json member = at.value();
    value.erase(name);
    if (pick(random, 2)) value[pick(random, 2) ? name + "x" : "text"] = member;
  } else if (value.is_array() && pick(random, 2)) {
    value.push_back(value.empty() ? odd_value(random) : value[pick(random, value.size())]);
  } else {
    value = odd_value(random);
  }
}

std::vector<Json> changed_lines(std::size_t count) {
  Random random(20230314);
  const std::vector<Json> good = {example("model"), example("brief"), example("extracted")};
  std::vector<Json> lines = good;
  while (lines.size() < count) {
    Json line = good[pick(random, good.size())];
    for (std::size_t changes = 1 + pick(random, 3); changes > 0; --changes) change(line, random);
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(EventsSchema, AnIndependentValidatorComesToTheSameVerdicts) {
  const TempFolder folder;
  const std::vector<Json> lines = changed_lines(6000);
  std::string input;
  for (const Json& line : lines) input += line.dump() + '\n';
  const std::string in = folder.write("lines.jsonl", input), out = in + ".verdicts";
  const std::string command = "python3 '" + kSource + "/tests/ingest/verdicts.py' '" + kSource +
                              "/schemas/events.schema.json' < '" + in + "' > '" + out + "' 2> '" + out + ".err'";
  if (std::system(command.c_str()) != 0) {
    const std::string err = contents(out + ".err");
    if (err.empty()) GTEST_SKIP() << "there is no python3 with jsonschema here";
    FAIL() << err;
  }
  std::ifstream verdicts(out);
  std::size_t valid = 0;
  for (const Json& line : lines) {
    int verdict = -1;
    verdicts >> verdict;
    const auto faults = events_schema().check(line);
    EXPECT_EQ(faults.empty(), verdict == 1)
        << line.dump().substr(0, 2000) << (faults.empty() ? "" : faults[0].path + ": " + faults[0].what);
    valid += verdict == 1;
  }
  EXPECT_GT(valid, lines.size() / 20);
  EXPECT_LT(valid, lines.size() * 19 / 20);
}

TEST(EventsSchema, WhatDoesNotFitItIsRefusedWithItsPath) {
  for (const Json& line : changed_lines(2000)) {
    const auto faults = events_schema().check(line);
    const auto taken = parse_events_line(line.dump(), "x:1", std::nullopt);
    const auto* refused = std::get_if<Refused>(&taken);
    if (faults.empty()) continue;
    ASSERT_NE(refused, nullptr) << line.dump();
    EXPECT_TRUE(refused->error.what.starts_with(faults[0].path + ": ")) << refused->error.what;
    EXPECT_FALSE(refused->error.mend.empty()) << refused->error.what;
  }
}

}  // namespace
}  // namespace forewhen::ingest
