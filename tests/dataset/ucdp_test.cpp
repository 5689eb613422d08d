// SPDX-License-Identifier: Apache-2.0
// Rows of UCDP GED of releases that have no header.
#include <gtest/gtest.h>

#include "forewhen/time/iso.h"
#include "tests/dataset/rows.h"
#include "tests/dataset/wide_rows.h"

namespace forewhen {
namespace {

TEST_F(DatasetTest, FortyNineColumnsOfUcdpWithoutAHeaderAreKnownByTheirFields) {
  const Read got = read(ucdp49({}) + ucdp49({.id = "902",
                                             .violence = "3",
                                             .side_b = "Civilians",
                                             .where_prec = "4",
                                             .date_prec = "2",
                                             .start = "2021-12-30 00:00:00.000",
                                             .end = "2022-01-02 00:00:00.000"}));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.report.formats.begin()->second, "ucdp");
  EXPECT_EQ(got.report.rows, 2u);  // the first row is no header
  const Record& first = got.records[0];
  EXPECT_EQ(first.document.id, "ucdp:901");
  EXPECT_EQ(when(first), "2021-05-03");
  EXPECT_EQ(first.claim.time->when.grain, Grain::day);
  EXPECT_EQ(who(first), "party Government of Norway; party Fjord Front; ");
  EXPECT_EQ(first.claim.participants[0].country, "NO");
  EXPECT_EQ(first.claim.place->name, "Bergen harbour");
  EXPECT_EQ(first.claim.place->within, "Vestland");
  EXPECT_EQ(first.claim.place->country, "NO");
  EXPECT_EQ(first.claim.place->precision, "city");
  EXPECT_DOUBLE_EQ(first.claim.place->point->latitude, 60.39);
  EXPECT_EQ(first.claim.type, PloverType::assault);
  EXPECT_EQ(first.claim.code, "1");
  EXPECT_EQ(first.document.title, "Shots, and smoke");
  EXPECT_EQ(attribute(first, "best"), "4");
  EXPECT_EQ(attribute(first, "high"), "7");
  EXPECT_EQ(attribute(first, "low"), "2");
  EXPECT_EQ(attribute(first, "deaths_civilians"), "1");
  const Record& second = got.records[1];
  EXPECT_EQ(when(second), "2021-12-30/2022-01-02");
  EXPECT_EQ(second.claim.time->when.grain, Grain::week);
  EXPECT_EQ(who(second), "actor Government of Norway; recipient Civilians; ");
  EXPECT_EQ(second.claim.participants[1].country, "NO");
  EXPECT_EQ(second.claim.place->precision, "region");
  EXPECT_EQ(attribute(second, "geo"), "a point for the whole province");
}

TEST_F(DatasetTest, FortyOneColumnsOfUcdpWithoutAHeaderAreKnownByTheirFields) {
  const Read got =
      read(ucdp41({}) + ucdp41({.id = "903", .date_prec = "4", .start = "2021-05-01", .end = "2021-05-31"}));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.report.formats.begin()->second, "ucdp");
  EXPECT_EQ(got.records[0].document.id, "ucdp:901");
  EXPECT_EQ(who(got.records[0]), "party Government of Norway; party Fjord Front; ");
  EXPECT_EQ(attribute(got.records[0], "low"), "2");
  EXPECT_EQ(attribute(got.records[0], "best"), "4");
  EXPECT_EQ(attribute(got.records[0], "high"), "7");
  EXPECT_EQ(when(got.records[1]), "2021-05-01/2021-05-31");
  EXPECT_EQ(got.records[1].claim.time->when.grain, Grain::month);
}

TEST_F(DatasetTest, EstimatesOfUcdpInAnotherOrderGetNoNames) {
  // low, best, high where the layout has best, high, low
  const Read got = read(ucdp49({.estimates = {"2", "4", "7"}}) + ucdp49({.id = "902", .estimates = {"3", "3", "3"}}));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(attribute(got.records[0], "best"), "");
  EXPECT_EQ(attribute(got.records[0], "estimates of deaths"), "2; 4; 7 (no header says which is the best)");
  EXPECT_EQ(attribute(got.records[1], "best"), "3");  // the same whatever the order
}

TEST_F(DatasetTest, RowsOfUcdpThatDoNotFitTheirLayoutAreRefused) {
  const Read got = read(ucdp49({}) + ucdp49({.id = "902", .year = "2019"}) + ucdp49({.id = "903", .violence = "4"}) +
                        ucdp49({.id = "904", .date_prec = "7"}) +
                        ucdp49({.id = "905", .estimates = {"4", "many", "2"}}) + ucdp41({.id = "906"}));
  EXPECT_EQ(got.records.size(), 1u);
  ASSERT_EQ(got.refusals.size(), 5u);
  EXPECT_EQ(got.refusals[0], "rows:2: year '2019' is not that of date_start 2021-05-03 and date_end 2021-05-03");
  EXPECT_EQ(got.refusals[1], "rows:3: type_of_violence '4' is none of 1, 2, 3");
  EXPECT_EQ(got.refusals[2], "rows:4: date_prec '7' is none of 1 to 5");
  EXPECT_EQ(got.refusals[3], "rows:5: high 'many' is no number");
  EXPECT_EQ(got.refusals[4], "rows:6: 41 columns where 49 are needed");
}

TEST_F(DatasetTest, ATableOfAsManyColumnsIsNotTakenForUcdp) {
  std::string other = "1";
  for (int column = 1; column < 49; ++column) other += ",x" + std::to_string(column);
  const Read unknown = read(other + "\n");
  EXPECT_TRUE(unknown.records.empty());
  ASSERT_EQ(unknown.refusals.size(), 1u);
  EXPECT_EQ(unknown.refusals[0], "rows: its format is not known by its looks");
  DatasetOptions said;
  said.format = "ucdp";
  const Read narrow = read("1,2,3\n", said);
  ASSERT_EQ(narrow.refusals.size(), 1u);
  EXPECT_NE(narrow.refusals[0].find("3 columns where releases without a header have 41 or 49"), std::string::npos);
}

}  // namespace
}  // namespace forewhen
