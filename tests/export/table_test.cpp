// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "export/printable.h"
#include "forewhen/query/before.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::World;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

World square() {
  World w;
  w.add({.name = "march",
         .when = "2031-03-04",
         .actors = {"dockers of the Long Quay"},
         .place = "Velmora",
         .sentence = "Several hundred dockers of the Long Quay marched to the town hall to demand back pay."});
  w.add({.name = "ballot", .when = "2032", .sentence = "A ballot is planned.", .modality = Modality::planned});
  w.add({.name = "attack",
         .when = "2031-03-20",
         .recipients = {"Lena Moravec"},
         .place = "Velmora",
         .sentence = "A drone attacked the house."});
  return w;
}

EventId named(const World& w, const std::string& phrase) {
  for (const auto& [id, e] : w.events) {
    if (e.phrase == phrase) return id;
  }
  return {};
}

TEST(Table, a_wide_terminal_shows_every_event_on_one_line) {
  const World w = square();
  TableStyle style;
  style.width = 0;
  const std::vector<std::string> lines = lines_of(to_table(*list_events(w), style));
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_TRUE(lines[0].starts_with("when        what"));
  EXPECT_TRUE(lines[2].starts_with("2031-03-04  Several hundred dockers"));
  EXPECT_TRUE(lines[2].ends_with(to_string(named(w, "march"))));
  EXPECT_EQ(lines[4], "1 planned left out");
}

TEST(Table, a_narrow_terminal_wraps_and_loses_no_word) {
  const World w = square();
  for (const std::size_t width : {60u, 80u, 100u}) {
    TableStyle style;
    style.width = width;
    const std::string table = to_table(*list_events(w), style);
    std::string joined;
    for (const std::string& line : lines_of(table)) {
      EXPECT_LE(columns_of(line), std::max<std::size_t>(width, 10 + 20 + 12 + 10 + 17 + 8)) << line;
      joined += line + ' ';
    }
    for (const char* word : {"Several", "hundred", "dockers", "marched", "demand", "pay."}) {
      EXPECT_NE(joined.find(word), std::string::npos) << word;
    }
  }
}

TEST(Table, an_answer_names_its_subject_and_explains_when_asked) {
  const World w = square();
  BeforeOptions options;
  options.quotes = true;
  const Result<Answer> answer = before(w, named(w, "attack"), options);
  TableStyle style;
  style.width = 0;
  const std::string brief = to_table(*answer, style);
  EXPECT_TRUE(brief.starts_with("Before A drone attacked the house. (2031-03-20, e")) << brief;
  EXPECT_NE(brief.find("definite, ended"), std::string::npos);
  EXPECT_NE(brief.find("place Velmora; story d1"), std::string::npos);
  EXPECT_EQ(brief.find("ends before"), std::string::npos);
  style.explain = true;
  const std::string full = to_table(*answer, style);
  EXPECT_NE(full.find("    - 2031-03-04 ends before 2031-03-20 begins\n"), std::string::npos) << full;
  EXPECT_NE(full.find("back pay.\" d1:0-"), std::string::npos);
}

TEST(Table, an_empty_answer_says_so) {
  World w;
  const EventId x = w.add({.name = "attack", .when = "2031-03-20"});
  EXPECT_NE(to_table(*before(w, x)).find("nothing is known"), std::string::npos);
  EXPECT_EQ(to_table(Listing{}), "no events\n");
}

TEST(Table, what_did_not_happen_is_marked) {
  const World w = square();
  ListOptions all;
  all.filter.all_modalities = true;
  EXPECT_NE(to_table(*list_events(w, all)).find("[planned] A ballot is planned."), std::string::npos);
}

TEST(Table, the_text_of_a_source_cannot_drive_the_terminal) {
  World w;
  w.add({.name = "raid",
         .when = "2031-03-04",
         .actors = {"\x1b]0;owned\x07"},
         .place = "\x9b"
                  "31m",
         .document = "d\x1b[2J",
         .sentence = "A raid\x1b[31m\r\n\x7f \u202Ereversed\u202C \xc2\x9b"
                     "5m end."});
  const EventId x =
      w.add({.name = "attack", .when = "2031-03-20", .document = "d\x1b[2J", .sentence = "An attack\x1b[0m."});
  BeforeOptions options;
  options.quotes = true;
  TableStyle style;
  style.explain = true;
  const std::string all = to_table(*list_events(w)) + to_table(*before(w, x, options), style) + to_table(*show(w, x)) +
                          to_table(*resolve_event(w, "attack"));
  for (const unsigned char c : all) EXPECT_TRUE(c == '\n' || (c >= 0x20 && c != 0x7F)) << static_cast<int>(c);
  for (const char* bad : {"\u202E", "\u202C", "\u009b"}) EXPECT_EQ(all.find(bad), std::string::npos);
  EXPECT_NE(all.find("\u241b[31m"), std::string::npos);
}

TEST(Table, printable_keeps_what_is_harmless) {
  EXPECT_EQ(printable("Łódź 東京 naïve\tand\nso"), "Łódź 東京 naïve and so");
  EXPECT_EQ(printable("\xff\xfe"
                      "a\xc3"),
            "��a�");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "␀");
  EXPECT_EQ(printable(""), "");
}

TEST(Table, wrapping_breaks_at_blanks_and_counts_columns) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("incomprehensible", 6), (std::vector<std::string>{"incomp", "rehens", "ible"}));
  EXPECT_EQ(wrap("a incomprehensible", 6), (std::vector<std::string>{"a", "incomp", "rehens", "ible"}));
  EXPECT_EQ(wrap("", 6), (std::vector<std::string>{""}));
  EXPECT_EQ(wrap("東京都", 4), (std::vector<std::string>{"東京", "都"}));
  EXPECT_EQ(columns_of("e\u0301a"), 2u);
  EXPECT_EQ(wrap("東", 1), (std::vector<std::string>{"東"}));
}

TEST(Tsv, cells_hold_no_tab_and_no_line_break) {
  World w;
  w.add({.name = "raid", .when = "2031-03-04", .sentence = "A raid\tin\nthe \\night."});
  const std::string tsv = to_tsv(*list_events(w));
  const std::vector<std::string> lines = lines_of(tsv);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), '\t'), std::count(lines[1].begin(), lines[1].end(), '\t'));
  EXPECT_NE(lines[1].find("A raid\\tin\\nthe \\\\night."), std::string::npos);
  EXPECT_TRUE(lines[1].starts_with("2031-03-04\t2031-03-04\t2031-03-05\t"));
}

TEST(Tsv, answers_have_a_header_and_one_line_each) {
  const World w = square();
  const std::vector<std::string> lines = lines_of(to_tsv(*before(w, named(w, "attack"))));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[0].starts_with("when\tearliest_start\tlatest_start\tcertainty"));
  EXPECT_NE(lines[1].find("\tdefinite\tended\t1\t"), std::string::npos);
}

}  // namespace
}  // namespace forewhen
