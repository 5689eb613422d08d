// SPDX-License-Identifier: Apache-2.0
// Tables of GDELT that hold no events.
#include <gtest/gtest.h>

#include <set>

#include "forewhen/time/iso.h"

#include "tests/dataset/rows.h"
#include "tests/dataset/wide_rows.h"

namespace forewhen {
namespace {

void expect_refused(const Read& got, std::string_view format, std::uint64_t rows, std::string_view begins,
                    std::string_view reason) {
  EXPECT_TRUE(got.records.empty());
  ASSERT_EQ(got.refusals.size(), 1u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.refusals[0].substr(0, begins.size()), begins);
  EXPECT_NE(got.refusals[0].find(reason), std::string::npos) << got.refusals[0];
  EXPECT_EQ(got.report.rows, rows);
  EXPECT_EQ(got.report.refused_in_all(), rows);
  EXPECT_EQ(got.report.formats.begin()->second, format);
}

TEST_F(DatasetTest, AMentionOfGdeltIsAReportOfTheEventWithItsNumber) {
  const std::string row(kMentionRow);
  const Read got = read(row);
  ASSERT_EQ(got.records.size(), 1u) << testing::PrintToString(got.refusals);
  const Record& record = got.records[0];
  EXPECT_EQ(got.report.formats.begin()->second, "gdelt-mentions");
  EXPECT_EQ(record.kind, RowKind::report);
  EXPECT_EQ(record.mirror, record_event("gdelt:613300832").value);
  EXPECT_TRUE(record.document.id.starts_with("gdelt:613300832@20210504074500-")) << record.document.id;
  EXPECT_EQ(record.document.title, "news.example, sentence 7, confidence 100 %");
  EXPECT_EQ(record.document.url, "http://news.example/1");
  EXPECT_EQ(format_iso(*record.document.published), "2021-05-04T07:45");
  EXPECT_EQ(record.claim.attributed_to, "news.example");
  EXPECT_EQ(attribute(record, "kind of source"), "web");
  EXPECT_EQ(attribute(record, "confidence"), "100");
  EXPECT_EQ(attribute(record, "sentence"), "7");
  EXPECT_EQ(attribute(record, "tone"), "-4.9");

  // The same document tells the event in another sentence, and with an actor left out.
  std::string sentence = row, actor = row;
  sentence.replace(row.find("\t7\t") + 1, 1, "8");
  actor.replace(row.find("\t10\t") + 1, 2, "-1");
  std::set<std::string> ids;
  for (const Record& one : read(row + sentence + actor + row).records) ids.insert(one.document.id);
  EXPECT_EQ(ids.size(), 3u);
  DatasetOptions options;
  options.set = "mine";
  EXPECT_EQ(read(row, options).records[0].mirror, record_event("mine:613300832").value);
}

TEST_F(DatasetTest, AMentionOfGdeltWhoseCellsAreNoneOfTheirKindIsRefused) {
  for (const auto& [from, to] : {std::pair{"20210504074500", "20210504254500"},
                                 {"20210504073000", "2.02105E+13"},
                                 {"\t1\tnews", "\t7\tnews"},
                                 {"\t100\t", "\t101\t"},
                                 {"\t10\t", "\tten\t"},
                                 {"\t7\t", "\t-\t"},
                                 {"http://news.example/1", ""},
                                 {"613300832", "6.13E+08"}}) {
    std::string row(kMentionRow);
    row.replace(row.find(from), std::string_view(from).size(), to);
    DatasetOptions options;
    options.format = "gdelt-mentions";
    const Read got = read(row, options);
    EXPECT_TRUE(got.records.empty()) << row;
    EXPECT_EQ(got.refusals.size(), 1u);
  }
}

std::string places_of(const Record& record) {
  std::string out;
  for (const PlaceMention& place : record.places)
    out += place.name + "/" + place.within + "/" + place.country + "/" + place.precision + "; ";
  return out;
}

TEST_F(DatasetTest, ARowOfTheKnowledgeGraphIsADocumentThatNames) {
  const Read got = read(gkg2("1") + gkg2("T3"));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  const Record& record = got.records[0];
  EXPECT_EQ(got.report.formats.begin()->second, "gkg");
  EXPECT_EQ(record.kind, RowKind::document);
  EXPECT_EQ(record.document.id, "gkg:20210504073000-1");
  EXPECT_EQ(got.records[1].document.id, "gkg:20210504073000-T3");
  EXPECT_EQ(record.document.url, "http://news.example/1");
  EXPECT_EQ(record.document.title, "news.example");
  EXPECT_EQ(format_iso(*record.document.published), "2021-05-04T07:30");
  EXPECT_FALSE(record.claim.time);
  // The list without offsets names one more than the list with them.
  EXPECT_EQ(who(record), "party Mara Quist; party Harbour Board; party port union; ");
  EXPECT_EQ(record.claim.participants[0].kind, ActorKind::person);
  EXPECT_EQ(record.claim.participants[1].kind, ActorKind::organisation);
  EXPECT_EQ(places_of(record), "Bergen/Vestland/NO/city; Norway//NO/country; ");
  EXPECT_EQ(record.places[0].point, (GeoPoint{60.39, 5.32}));
  EXPECT_EQ(attribute(record, "themes"), "STRIKE TAX_FNCACT_MINISTER");
  EXPECT_EQ(attribute(record, "tone"), "-1.5");
  EXPECT_EQ(attribute(record, "kind of source"), "web");
}

TEST_F(DatasetTest, ThePlaceOfADocumentIsInTheCountryOfItsDistrict) {
  std::string row = gkg2();
  row.replace(row.find("Norway#NO#NO07#"), 15, "Norway#RS#NO07#");  // as the first files have it
  EXPECT_EQ(read(row).records.at(0).places.at(0).country, "NO");
}

TEST_F(DatasetTest, TitlesOfDocumentsAreTakenFromThePage) {
  std::string row = gkg2();
  row.insert(row.size() - 1, "<PAGE_LINKS>x</PAGE_LINKS><PAGE_TITLE>Strike in the harbour</PAGE_TITLE>");
  EXPECT_EQ(read(row).records.at(0).document.title, "Strike in the harbour");
}

TEST_F(DatasetTest, TheFirstVersionOfTheKnowledgeGraphIsReadToo) {
  const std::string header =
      "DATE\tNUMARTS\tCOUNTS\tTHEMES\tLOCATIONS\tPERSONS\tORGANIZATIONS\tTONE\tCAMEOEVENTIDS\tSOURCES\tSOURCEURLS\n";
  const Read got = read(header + std::string(kGkg1Row));
  ASSERT_EQ(got.records.size(), 1u) << testing::PrintToString(got.refusals);
  const Record& record = got.records[0];
  EXPECT_EQ(record.kind, RowKind::document);
  EXPECT_EQ(record.document.url, "http://news.example/1");
  EXPECT_EQ(format_iso(*record.document.published), "2013-05-04");
  EXPECT_EQ(who(record), "party mara quist; party harbour board; ");
  EXPECT_EQ(places_of(record), "Bergen/Vestland/NO/city; ");
  EXPECT_EQ(attribute(record, "articles"), "3");
  EXPECT_EQ(attribute(record, "events"), "77;78");
  EXPECT_EQ(read(kGkg1Row).records.size(), 1u);  // without the header too
}

TEST_F(DatasetTest, ADocumentMayHaveAsManyAddressesAsFitIntoARow) {
  std::string row(kGkg1Row), listed = "http://news.example/1", wanted = listed;
  ASSERT_TRUE(row.ends_with(listed + "\n"));
  for (int i = 0; i < 300'000; ++i) listed += "<UDIV>b", wanted += " b";
  row.replace(row.size() - 22, 22, listed + "\n");
  const Read got = read(row);
  ASSERT_EQ(got.records.size(), 1u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.records[0].document.url, "http://news.example/1");
  EXPECT_EQ(attribute(got.records[0], "addresses"), wanted);
}

TEST_F(DatasetTest, RowsOfTheKnowledgeGraphThatAreNotOfItsFormAreRefused) {
  for (const auto& [from, to] : {std::pair{"\t20210504073000\t", "\t20210504993000\t"},
                                 {"20210504073000-1", "20210505073000-1"},
                                 {"\t1\tnews", "\t9\tnews"},
                                 {"http://news.example/1", ""},
                                 {"60.39", "160.39"},
                                 {"#60.39#", "#"},
                                 {"Quist,5", "Quist"},
                                 {"-1.5,", "-1.5E+2,"}}) {
    std::string row = gkg2();
    for (std::size_t at = row.find(from); at != std::string::npos;
         at = row.find(from, at + std::string_view(to).size()))
      row.replace(at, std::string_view(from).size(), to);
    DatasetOptions options;
    options.format = "gkg";
    EXPECT_TRUE(read(row, options).records.empty()) << row;
  }
}

TEST_F(DatasetTest, TheListOfCountsIsCountedAndRefusedWithTheReason) {
  expect_refused(read("DATE\tNUMARTS\tCOUNTTYPE\tNUMBER\n20130504\t3\tKILL\t2\n"), "gkg-counts", 1,
                 "rows: 1 row of the list of counts", "numbers without an event");
}

TEST_F(DatasetTest, AListThatIsNotReadDoesNotKeepOthersFromBeingRead) {
  constexpr std::string_view kCounts = "DATE\tNUMARTS\tCOUNTTYPE\tNUMBER\n20130504\t3\tKILL\t2\n";
  DatasetReader reader({folder_.write("a.gkgcounts.csv", kCounts),
                        folder_.write("b.export.CSV", gdelt("5", "20190304", "010", "01", "20190304120000"))});
  Record record;
  const auto first = reader.next(record);
  ASSERT_FALSE(first);
  EXPECT_EQ(first.error().kind, ErrorKind::refused);
  EXPECT_NE(first.error().mend.find(".gkg.csv"), std::string::npos);
  const auto second = reader.next(record);
  ASSERT_TRUE(second);
  EXPECT_TRUE(*second);
  EXPECT_EQ(record.document.id, "gdelt:5");
  EXPECT_EQ(attribute(record, "mentions"), "4");
  EXPECT_EQ(attribute(record, "sources"), "1");
  EXPECT_EQ(attribute(record, "articles"), "4");
  EXPECT_EQ(reader.report().rows, 2u);
}

TEST_F(DatasetTest, ATableOfAsManyColumnsIsNotTakenForAListOfGdelt) {
  // eleven columns that begin with a day and a number
  const Read got = read("20130504\t3\ta\tb\tc\td\te\tf\tg\th\ti\n");
  ASSERT_EQ(got.refusals.size(), 1u);
  EXPECT_EQ(got.refusals[0], "rows: its format is not known by its looks");
}

}  // namespace
}  // namespace forewhen
