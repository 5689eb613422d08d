// SPDX-License-Identifier: Apache-2.0
// The runner of stories itself, on a program that prints canned answers: what holds must pass, and every kind of
// expectation must be able to fail.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/ingest/temp_folder.h"
#include "tests/stories/story.h"
#include "tests/stories/tell.h"
#include "tests/stories/test_name.h"

namespace forewhen::stories {
namespace {

constexpr const char* kStory =
    "# a comment\n"
    "story: the strike came before the fire\n"
    "document: d1 published 2023-03-14 title Fire in the port\n"
    "  | A fire burned a depot in Karsholm on Sunday.\n"
    "  | Dockers struck on Friday.\n"
    "  |\n"
    "  | The mayor condemned the fire.\n"
    "document: d2\n"
    "  | Dockers walked out.\n"
    "ask: before \"a fire\"\n";

// Prints what stands in answers.jsonl whatever is asked, and keeps the last command and its input.
std::filesystem::path fake_program(const TempFolder& folder, const std::string& answers, int exit_code = 0) {
  folder.write("answers.jsonl", answers);
  const std::string script =
      folder.write("forewhen",
                   "#!/bin/sh\n"
                   "cd \"$(dirname \"$0\")\"\n"
                   "if [ \"$1\" = build ]; then cat > built.jsonl; echo read 2 documents; exit 0; fi\n"
                   "printf '%s\\n' \"$@\" > asked\n"
                   "cat answers.jsonl\n"
                   "exit " +
                       std::to_string(exit_code) + "\n");
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  return script;
}

// d1: "A fire burned a depot in Karsholm on Sunday. Dockers struck on Friday.\n\nThe mayor condemned the fire."
constexpr const char* kStruck =
    R"({"event":"e1","certainty":"definite","modality":"actual","polarity":"positive","summary":"Dockers struck",)"
    R"("when":{"earliest_start":"2023-03-10","latest_start":"2023-03-11"},"place":{"name":"Karsholm","within":"Jutmark"},)"
    R"("participants":[{"role":"actor","name":"Dockers","text":"Dockers"}],)"
    R"("mentions":[{"document":"d1","begin":53,"end":59,"text":"struck"},{"document":"d2","begin":8,"end":14,"text":"walked"}]})";
constexpr const char* kCondemned =
    R"({"event":"e2","certainty":"possible","modality":"planned","when":null,"mentions":[{"document":"d1","begin":82,"end":91,"text":"condemned"}]})";

std::vector<std::string> outcome(const std::string& expectations, const std::string& answers, int exit_code = 0) {
  const auto stories = parse_stories("t.story", kStory + expectations);
  if (!stories) return {to_string(stories.error())};
  const TempFolder folder, scratch;
  return tell(stories->at(0), fake_program(folder, answers, exit_code), scratch.path());
}

const std::string kBoth = std::string(kStruck) + "\n" + kCondemned + "\n";

TEST(StoryRunner, HandsTheDocumentsAndTheQuestionToTheProgram) {
  const auto stories = parse_stories("t.story", std::string(kStory) + "  count 0\n");
  ASSERT_TRUE(stories) << to_string(stories.error());
  const TempFolder folder, scratch;
  EXPECT_EQ(tell(stories->at(0), fake_program(folder, ""), scratch.path()), std::vector<std::string>{});
  std::ifstream built(folder.path("built.jsonl")), asked(folder.path("asked"));
  const std::string lines{std::istreambuf_iterator<char>(built), {}}, words{std::istreambuf_iterator<char>(asked), {}};
  EXPECT_EQ(
      lines,
      "{\"id\":\"d1\",\"published\":\"2023-03-14\",\"title\":\"Fire in the port\",\"text\":\"A fire burned a depot in "
      "Karsholm on Sunday. Dockers struck on Friday.\\n\\nThe mayor condemned the fire.\"}\n"
      "{\"id\":\"d2\",\"text\":\"Dockers walked out.\"}\n");
  EXPECT_EQ(words, "before\na fire\n--db\n" + scratch.path("db") + "\n--json\n--limit\n0\n");
}

TEST(StoryRunner, PassesWhatHolds) {
  for (const char* holds :
       {"definite 2023-03-10 struck", "given any struck", "definite 2023-03-10..2023-03-10 struck",
        "possible undated condemned", "absent burned", "absent [fire] burned", "count 2",
        "nothing else definite\n  definite any struck", "nothing else\n  given any struck\n  given any condemned",
        "in order\n  given any struck\n  given any condemned", "one event struck + walked", "apart struck + condemned",
        "modality planned|hypothetical condemned", "modality actual struck", "who struck: Sailors | Dockers",
        "where Dockers [walked] out: Jutmark", "given any Dockers walked out @d2",
        "given any Dockers [struck] on Friday"})
    EXPECT_EQ(outcome(std::string("  ") + holds + "\n", kBoth), std::vector<std::string>{}) << holds;
}

TEST(StoryRunner, FailsWhatDoesNotHold) {
  for (const char* wrong : {"definite 2023-03-11 struck",
                            "possible 2023-03-10 struck",
                            "definite 2023-03 struck",
                            "definite undated struck",
                            "definite 2023-03-10 condemned",
                            "definite any burned",
                            "absent struck",
                            "absent Dockers walked out",
                            "count 3",
                            "nothing else",
                            "nothing else definite",
                            "in order\n  given any condemned\n  given any struck",
                            "one event struck + condemned",
                            "apart struck + walked",
                            "modality actual condemned",
                            "who struck: Sailors",
                            "where condemned: Karsholm",
                            "asks back",
                            "not found",
                            "given any [fire] burned",
                            "given any Dockers walked out @d1"})
    EXPECT_NE(outcome(std::string("  ") + wrong + "\n", kBoth), std::vector<std::string>{}) << wrong;
}

TEST(StoryRunner, AMonthMustBeCoveredByHalfAndADayNotAtAll) {
  const auto answer = [](const char* from, const char* to) {
    return std::string(R"({"event":"e1","certainty":"definite","when":{"earliest_start":")") + from +
           R"(","latest_start":")" + to + R"("},"mentions":[{"document":"d1","begin":53,"end":59}]})" + "\n";
  };
  const auto holds = [&](const char* date, const char* from, const char* to) {
    return outcome(std::string("  given ") + date + " struck\n", answer(from, to)).empty();
  };
  EXPECT_TRUE(holds("2023-03-10", "2023-03-10T06:00", "2023-03-10T12:00"));
  EXPECT_FALSE(holds("2023-03-10", "2023-03-10", "2023-03-12"));
  EXPECT_TRUE(holds("2023-02", "2023-02-01", "2023-03-01"));
  EXPECT_TRUE(holds("2023-02", "2023-02-01", "2023-02-20"));
  EXPECT_FALSE(holds("2023-02", "2023-02-10", "2023-02-11"));
  EXPECT_FALSE(holds("2023-02", "2023-01-31", "2023-03-01"));
  EXPECT_TRUE(holds("2023", "2023-01-01", "2024-01-01"));
  EXPECT_FALSE(holds("2023", "2023-05-01", "2023-06-01"));
  EXPECT_TRUE(holds("2023-02-16..2023-02-28", "2023-02-21", "2023-03-01"));
  EXPECT_FALSE(holds("2023-02-16..2023-02-28", "2023-02-01", "2023-03-01"));
}

TEST(StoryRunner, AQuestionThatShouldAskBackMustFailWithoutAnswers) {
  EXPECT_EQ(outcome("  asks back\n", R"({"candidates":[],"outcome":"ambiguous"})", 1), std::vector<std::string>{});
  EXPECT_EQ(outcome("  not found\n", "", 1), std::vector<std::string>{});
  EXPECT_NE(outcome("  asks back\n", kBoth, 1), std::vector<std::string>{});
  EXPECT_NE(outcome("  asks back\n", "", 0), std::vector<std::string>{});
  EXPECT_NE(outcome("  count 0\n", "", 1), std::vector<std::string>{});
  EXPECT_NE(outcome("  count 0\n", "no JSON\n"), std::vector<std::string>{});
}

TEST(StoryRunner, NamesFileAndLineAndShowsWhatWasAnswered) {
  const auto complaints = outcome("  definite 2023-03-11 struck\n", kBoth);
  ASSERT_EQ(complaints.size(), 2u);
  EXPECT_TRUE(complaints[0].starts_with("t.story:11: 'struck' is there, but with another date")) << complaints[0];
  EXPECT_NE(complaints[1].find("definite 2023-03-10..2023-03-11 actual [struck@d1 walked@d2] Dockers struck"),
            std::string::npos)
      << complaints[1];
}

TEST(StoryRunner, RefusesStoriesThatCannotBeMeant) {
  const struct {
    const char* text;
    const char* error;
  } cases[] = {
      {"document: d\n", "t.story:1: nothing comes before the first story"},
      {"story:\n", "t.story:1: a story has no name"},
      {"story: a\ndocument: d publish 2023\n  | X.\n", "t.story:2: a document is"},
      {"story: a\ndocument: d published 2023-02-30\n  | X.\n", "t.story:2: day 30 of '2023-02-30' does not exist"},
      {"story: a\ndocument: d\n  X.\n", "t.story:3: lines of a document begin with |"},
      {"story: a\ndocument: d\n  | X.\ndocument: d\n", "t.story:4: two documents 'd'"},
      {"story: a\ndocument: d\n  | X.\n", "t.story:3: the story 'a' has no document or no question"},
      {"story: a\ndocument: d\n  | X.\nask: events\n", "t.story:4: the question at line 4 expects nothing"},
      {"story: a\ndocument: d\n  | X.\nask: events\n  given 2023-13 X\n", "t.story:5: '2023-13' is no date"},
      {"story: a\ndocument: d\n  | X.\nask: events\n  absent Y\n", "t.story:5: no document has the words 'Y'"},
      {"story: a\ndocument: d\n  | X.\nask: events\n  surely X\n", "t.story:5: 'surely X' is no expectation"},
      {"story: a\ndocument: d\n  | X.\nask: events\n  modality past X\n", "t.story:5: 'past' is no modality"},
      {"story: a\ndocument: d\n  | X.\nask: events\n  one event X\n", "t.story:5: two passages or more"},
      {"story: a\ndocument: d\n  | X.\nask: events\n  count many\n", "t.story:5: 'many' is no count"},
  };
  for (const auto& c : cases) {
    const auto stories = parse_stories("t.story", c.text);
    ASSERT_FALSE(stories) << c.text;
    EXPECT_TRUE(to_string(stories.error()).starts_with(c.error)) << to_string(stories.error());
  }
}

TEST(StoryRunner, NamesBecomeTestNames) {
  EXPECT_EQ(test_name("Two days before: the clash (again)"), "Two_days_before_the_clash_again");
}

}  // namespace
}  // namespace forewhen::stories
