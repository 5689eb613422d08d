// SPDX-License-Identifier: Apache-2.0
// Tables as people keep them: what has one meaning is read, what has two or none is refused with a mend.
#include <gtest/gtest.h>

#include "tests/dataset/rows.h"

namespace forewhen {
namespace {

// "EDTF" of a date in a table of one row, or the refusal.
class PeopleTables : public DatasetTest {
 protected:
  std::string date_of(const std::string& date, const std::string& dates = "") {
    DatasetOptions options;
    options.dates = dates;
    const Read got = read("date;actor;type\n" + date + ";Dockers;Demand\n", options);
    return got.records.empty() ? got.refusals.at(0) : when(got.records[0]);
  }
};

TEST_F(PeopleTables, DatesOfOneMeaningAreReadWithTheirGrain) {
  for (const auto& [written, edtf] : {std::pair{"2021-03-01", "2021-03-01"},
                                      {"2021/3/1", "2021-03-01"},
                                      {"2021.03.01", "2021-03-01"},
                                      {"1 March 2021", "2021-03-01"},
                                      {"01-Mar-2021", "2021-03-01"},
                                      {"Mar. 1, 2021", "2021-03-01"},
                                      {"March 1, 2021", "2021-03-01"},
                                      {"30 Sept 2021", "2021-09-30"},
                                      {"13/03/2021", "2021-03-13"},
                                      {"03/13/2021", "2021-03-13"},
                                      {"4/4/2021", "2021-04-04"},
                                      {"1.3.2021", "2021-03-01"},
                                      {"March 2021", "2021-03"},
                                      {"2021", "2021"},
                                      {"2021-03~", "2021-03~"},
                                      {"2021-03-01 14:05", "2021-03-01T14:05Z"},
                                      {"13/03/2021 14:05:06", "2021-03-13T14:05:06Z"}}) {
    EXPECT_EQ(date_of(written), edtf) << written;
  }
}

TEST_F(PeopleTables, DatesOfTwoMeaningsAreReadOnlyAsIsSaid) {
  EXPECT_NE(date_of("3/4/2021").find("--dates dmy or --dates mdy"), std::string::npos);
  EXPECT_EQ(date_of("3/4/2021", "dmy"), "2021-04-03");
  EXPECT_EQ(date_of("3/4/2021", "mdy"), "2021-03-04");
  EXPECT_EQ(date_of("3-4-2021", "dmy"), "2021-04-03");
  EXPECT_NE(date_of("03/13/2021", "dmy").find("no date"), std::string::npos);
  EXPECT_NE(date_of("44256").find("2021-03-01"), std::string::npos);
  EXPECT_NE(date_of("44256").find("--dates excel"), std::string::npos);
  EXPECT_EQ(date_of("44256", "excel"), "2021-03-01");
  EXPECT_EQ(date_of("44256.5", "excel"), "2021-03-01T12:00Z");
  EXPECT_EQ(date_of("42794", "excel1904"), "2021-03-01");
  DatasetOptions options;
  options.dates = "ymd";
  EXPECT_NE(read("date,actor,type\n2021-03-01,A,strike\n", options).refusals.at(0).find("no dates of the form"),
            std::string::npos);
}

TEST_F(PeopleTables, WhatIsNoDateIsRefused) {
  for (const char* written : {"31 February 2021", "2021-13-01", "1/2/21", "Mai 2021", "13/13/2021", "soon", "2/3",
                              "a/b/c", "1//2021", "2021-03-01 25:00", "0/0/2021", "Marching 1 2021", "1 2 3 2021"}) {
    EXPECT_NE(date_of(written).find("no date"), std::string::npos) << written << ": " << date_of(written);
  }
}

TEST_F(PeopleTables, DelimitersAndDegreesWithACommaAreTakenAsTheyAre) {
  const Read semicolons = read("date;actor;type;lat;lon\n2021-03-01;A, B;strike;60,39;-5,32\n");
  ASSERT_EQ(semicolons.records.size(), 1u) << testing::PrintToString(semicolons.refusals);
  EXPECT_EQ(who(semicolons.records[0]), "actor A, B; ");
  const Read places = read("date;actor;type;lat;lon;place\n2021-03-01;A;strike;60,39;-5,32;Bergen\n");
  EXPECT_EQ(places.records.at(0).claim.place->point, (GeoPoint{60.39, -5.32}));
  EXPECT_EQ(read("date|actor|type\n2021-03-01|A, B|strike\n").records.size(), 1u);
  EXPECT_TRUE(read("date;actor;type;lat;lon;place\n2021-03-01;A;strike;6,0,39;5;Bergen\n").records.empty());
}

TEST_F(PeopleTables, ASeparatorThatWouldCutCharactersOrWordsIsRefused) {
  const std::string rows = "date;actor;type\n2021-03-01;\u00e0 la carte;strike\n";
  EXPECT_EQ(read("sep=;\n" + rows).records.size(), 1u);
  for (const char* sign : {"\xa0", "\"", "a", "0", "\x01"}) {
    const Read got = read("sep=" + std::string(sign) + "\n" + rows);
    EXPECT_TRUE(got.records.empty()) << sign;
    ASSERT_EQ(got.refusals.size(), 1u) << sign;
    EXPECT_NE(got.refusals[0].find("cannot stand between cells"), std::string::npos) << got.refusals[0];
  }
}

TEST_F(PeopleTables, SpreadsheetsInUtf16AndLinesOfOldProgramsAreRead) {
  const std::u16string wide = u"date\tactor\ttype\n2021-03-01\t\"M\u00fcller, \"\"A\"\"\"\tstrike \U0001F525\n";
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (const char16_t c : wide) {
    little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  }
  for (const std::string& bytes : {little, big}) {
    const Read got = read(bytes);
    ASSERT_EQ(got.records.size(), 1u) << testing::PrintToString(got.refusals);
    EXPECT_EQ(who(got.records[0]), "actor M\u00fcller, \"A\"; ");
    EXPECT_EQ(got.records[0].claim.phrase, "strike \U0001F525");
  }
  const Read cut = read(little.substr(0, little.size() - 5));  // within the last character
  EXPECT_TRUE(cut.records.empty());
  EXPECT_EQ(cut.refusals.size(), 1u);
  EXPECT_EQ(read("date,actor,type\r2021-03-01,A,strike\r2021-03-02,B,riot\r").records.size(), 2u);
}

TEST_F(PeopleTables, ColumnsWithoutANameAndOfOneNameAreToldApart) {
  const Read got = read("date,,type,actor,notes,notes,\n2021-03-01,x,strike,A,first,second,y\n");
  ASSERT_EQ(got.records.size(), 1u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(attribute(got.records[0], "column 2"), "x");
  EXPECT_EQ(attribute(got.records[0], "notes (2)"), "second");
  EXPECT_EQ(attribute(got.records[0], "column 7"), "y");
  EXPECT_EQ(got.report.columns.begin()->second, "date = date\nactor = actor\ntype = type\ntext = notes\n");

  const std::string twice = "date,actor,actor,type\n2021-03-01,A,B,strike\n";
  EXPECT_NE(read(twice).refusals.at(0).find("several of its columns are named 'actor'"), std::string::npos);
  DatasetOptions options;
  options.columns = {{"date", "#1"}, {"actor", "#3"}, {"type", "type"}};
  EXPECT_EQ(who(read(twice, options).records.at(0)), "actor B; ");
  options.columns["actor"] = "#5";
  EXPECT_NE(read(twice, options).refusals.at(0).find("no column '#5'"), std::string::npos);
}

TEST_F(PeopleTables, AnIdThatASpreadsheetRoundedIsNotTheIdOfEveryRow) {
  const Read got =
      read("id,date,actor,type\n2.02E+13,2021-03-01,A,strike\n2.02E+13,2021-03-02,B,strike\nE+5,2021,C,riot\n");
  EXPECT_EQ(got.records.size(), 1u);
  EXPECT_EQ(got.report.refused.at("spreadsheet"), 2u);
  const Read quads = read("event_id\tdate\tsource\tcameo\trelation\ttarget\n2,1E+12\t2014-01-01\tA\t040\tConsult\tB\n");
  EXPECT_EQ(quads.report.refused.at("spreadsheet"), 1u);
}

TEST_F(PeopleTables, CellsOfSeveralLinesKeepTheirRowTogether) {
  const Read got =
      read("date,actor,type,notes\r\n2021-03-01,A,strike,\"one\r\ntwo, \"\"three\"\"\"\r\n2021-03-02,B,riot,x\r\n");
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.records[0].document.title, "one\r\ntwo, \"three\"");
  EXPECT_EQ(got.records[1].document.title, "x");
}

}  // namespace
}  // namespace forewhen
