// SPDX-License-Identifier: Apache-2.0
// Bytes that nobody meant to be news: whatever comes in, every line is a document or a refusal, never both, never none,
// and every text that comes out is UTF-8 without NUL.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <random>

#include "forewhen/base/utf8.h"
#include "forewhen/ingest/reader.h"
#include "src/ingest/json_fault.h"
#include "tests/ingest/temp_folder.h"

namespace forewhen {
namespace {

// Pieces that break parsers, in random order.
std::string hostile_line(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  "\"",
                                                  "\\",
                                                  ":",
                                                  ",",
                                                  "\"text\":",
                                                  "\"id\":",
                                                  "\"published\":",
                                                  "null",
                                                  "true",
                                                  "-0",
                                                  "01",
                                                  "1e999",
                                                  "1.",
                                                  "\\u",
                                                  "\\ud83d",
                                                  "\\udea2",
                                                  "\\u0000",
                                                  "\\n",
                                                  "\x01",
                                                  "\x7F",
                                                  "\xC0\xAF",
                                                  "\xED\xA0\x80",
                                                  "\xF4\x90\x80\x80",
                                                  "\xE2\x82",
                                                  "\xEF\xBB\xBF",
                                                  "\xF0\x9F\x9A\xA2",
                                                  "\r",
                                                  "\t",
                                                  " ",
                                                  "Police",
                                                  "{\"text\":\"a\"}",
                                                  "{\"text\":\"",
                                                  "\"}",
                                                  "99999999999999999999",
                                                  "2021-02-30",
                                                  std::string(1, '\0')};
  std::string line;
  for (auto n = random() % 12; n > 0; --n) line += pieces[random() % pieces.size()];
  return line;
}

TEST(HostileBytes, EveryLineIsADocumentOrARefusal) {
  const TempFolder folder;
  std::mt19937 random(20230418);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    std::uint64_t lines = 0;
    for (int i = 0; i < 50; ++i) {
      const std::string line = hostile_line(random);
      const std::string_view seen =
          i == 0 && line.starts_with("\xEF\xBB\xBF") ? std::string_view(line).substr(3) : line;
      lines += seen.find_first_not_of(" \t\r") != std::string_view::npos;
      bytes += line + "\n";
    }
    DocumentReader reader({folder.write("hostile.jsonl", bytes)});
    std::uint64_t items = 0;
    while (auto item = reader.next()) {
      ++items;
      if (!item->ok()) {
        EXPECT_FALSE(item->error().what.empty());
        EXPECT_NE(item->error().where.find("hostile.jsonl:"), std::string::npos);
        continue;
      }
      EXPECT_EQ(find_invalid_utf8(item->value().text), std::nullopt);
      EXPECT_EQ(item->value().text.find('\0'), std::string::npos);
      EXPECT_FALSE(item->value().id.empty());
    }
    EXPECT_EQ(items + reader.report().repeated, lines) << "round " << round;
    EXPECT_EQ(reader.report().bytes, bytes.size());
  }
}

TEST(HostileBytes, RandomBytesAsTextAreRefusedOrKeptWhole) {
  const TempFolder folder;
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (auto n = random() % 40; n > 0; --n)
      bytes += static_cast<char>(round % 3 == 0 ? random() % 256 : 0x20 + random() % 0x60);
    DocumentReader reader({folder.write("bytes.txt", bytes)});
    const auto item = reader.next();
    ASSERT_TRUE(item);
    if (item->ok()) {
      EXPECT_EQ(item->value().text, bytes);
    } else {
      EXPECT_TRUE(find_invalid_utf8(bytes) || bytes.find('\0') != std::string::npos ||
                  bytes.find_first_not_of(" \t\r\n\f\v") == std::string::npos);
    }
    EXPECT_EQ(reader.next(), std::nullopt);
  }
}

TEST(HostileBytes, DeepNestingIsRefusedWithoutEatingTheStack) {
  const TempFolder folder;
  DocumentReader reader(
      {folder.write("deep.jsonl", "{\"text\":" + std::string(1'000'000, '[') + "\n{\"text\":\"Fine.\"}\n")});
  EXPECT_FALSE(reader.next()->ok());
  EXPECT_TRUE(reader.next()->ok());
}

// The locator says "no fault" exactly where simdjson parses; numbers out of range are the one thing that only the
// parser refuses.
TEST(JsonFault, AgreesWithTheParserOnRandomLines) {
  std::mt19937 random(42);
  simdjson::dom::parser parser;
  int broken = 0, sound = 0;
  for (int i = 0; i < 200'000; ++i) {
    const std::string line = hostile_line(random);
    if (line.empty() || find_invalid_utf8(line) || line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto error = parser.parse(line).error();
    const auto fault = ingest::find_json_fault(line);
    if (error == simdjson::NUMBER_ERROR && fault.what.empty()) continue;
    EXPECT_EQ(error == simdjson::SUCCESS, fault.what.empty()) << line << " | " << error << " | " << fault.what;
    ++(fault.what.empty() ? sound : broken);
    EXPECT_LE(fault.offset, line.size());
  }
  EXPECT_GT(sound, 1000);
  EXPECT_GT(broken, 1000);
}

TEST(JsonFault, NamesThePlace) {
  const struct {
    const char* text;
    const char* what;
    std::size_t offset;
  } cases[] = {
      {R"({"a":1})", "", 0},
      {R"({"a":1}})", "a second value begins", 7},
      {R"({"a":1,})", "unexpected '}' in an object", 7},
      {R"({a:1})", "unexpected 'a' in an object", 1},
      {R"({"a" 1})", "unexpected '1' in an object", 5},
      {R"({"a":)", "cut off inside a value", 5},
      {R"({"a":"b)", "cut off inside a string", 7},
      {R"({"a":"\x"})", "an escape that JSON does not know", 6},
      {R"({"a":"\ud83d"})", "half of a surrogate pair", 6},
      {R"({"a":"\u12g4"})", "\\u without four hexadecimal digits", 6},
      {R"({"a":01})", "a number with a leading zero", 6},
      {R"([1,2)", "cut off inside an array", 4},
      {"{\"a\":\"\t\"}", "a control character stands unescaped in a string", 6},
      {"", "cut off inside a value", 0},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(ingest::find_json_fault(c.text).what, c.what) << c.text;
    EXPECT_EQ(ingest::find_json_fault(c.text).offset, c.offset) << c.text;
  }
}

}  // namespace
}  // namespace forewhen
