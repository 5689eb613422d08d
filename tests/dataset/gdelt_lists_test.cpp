// SPDX-License-Identifier: Apache-2.0
// Tables of GDELT that hold no events: told from all others, counted, and refused with the reason.
#include <gtest/gtest.h>

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

TEST_F(DatasetTest, MentionsOfGdeltAreCountedAndRefusedWithTheReason) {
  const std::string rows = std::string(kMentionRow) + std::string(kMentionRow);
  constexpr std::string_view kReason = "one more report of an event";
  expect_refused(read(rows), "gdelt-mentions", 2, "rows: 2 rows of mentions of GDELT", kReason);
  expect_refused(read("GLOBALEVENTID\tEventTimeDate\tMentionTimeDate\tMentionType\n1\t2\t3\t4\n"), "gdelt-mentions", 1,
                 "rows: 1 row of mentions of GDELT", kReason);
}

TEST_F(DatasetTest, TheKnowledgeGraphOfGdeltIsCountedAndRefusedWithTheReason) {
  constexpr std::string_view kReason = "only as those of an event";
  expect_refused(read(gkg2("1") + gkg2("2") + gkg2("T3")), "gkg", 3, "rows: 3 rows of GDELT's Global", kReason);
  expect_refused(read(kGkg1Row), "gkg", 1, "rows: 1 row of GDELT's Global", kReason);
  expect_refused(read("DATE\tNUMARTS\tCOUNTS\tTHEMES\tLOCATIONS\tPERSONS\tORGANIZATIONS\tTONE\tCAMEOEVENTIDS\tSOURCES\t"
                      "SOURCEURLS\n" +
                      std::string(kGkg1Row) + std::string(kGkg1Row)),
                 "gkg", 2, "rows: 2 rows of GDELT's Global", kReason);
  expect_refused(read("DATE\tNUMARTS\tCOUNTTYPE\tNUMBER\n20130504\t3\tKILL\t2\n"), "gkg", 1, "rows: 1 row", kReason);
}

TEST_F(DatasetTest, AListThatIsNotReadDoesNotKeepOthersFromBeingRead) {
  DatasetReader reader({folder_.write("a.gkg.csv", gkg2()),
                        folder_.write("b.export.CSV", gdelt("5", "20190304", "010", "01", "20190304120000"))});
  Record record;
  const auto first = reader.next(record);
  ASSERT_FALSE(first);
  EXPECT_EQ(first.error().kind, ErrorKind::refused);
  EXPECT_NE(first.error().mend.find(".export.CSV"), std::string::npos);
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
