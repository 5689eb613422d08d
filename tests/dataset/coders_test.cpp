// SPDX-License-Identifier: Apache-2.0
// Rows of ICEWS with 26 columns, of POLECAT and of Phoenix.
#include <gtest/gtest.h>

#include "forewhen/time/iso.h"
#include "tests/dataset/rows.h"
#include "tests/dataset/wide_rows.h"

namespace forewhen {
namespace {

TEST_F(DatasetTest, ARowOfIcewsOf26ColumnsKeepsItsSentenceAndHeadline) {
  const Read got = read(std::string(kIcews26Header) + icews26({}));
  ASSERT_EQ(got.records.size(), 1u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.report.formats.begin()->second, "icews");
  const Record& record = got.records[0];
  EXPECT_EQ(record.document.id, "icews:801@2020-07-02");
  EXPECT_EQ(when(record), "2020-07-02");
  EXPECT_EQ(record.claim.time->when.grain, Grain::day);
  EXPECT_EQ(who(record), "actor Mara Quist; recipient Sweden; ");
  EXPECT_EQ(record.claim.participants[0].country, "NO");
  EXPECT_EQ(record.sectors[0], "Executive;Government");
  EXPECT_EQ(record.claim.participants[1].kind, ActorKind::country);
  EXPECT_EQ(record.claim.code, "040");
  EXPECT_EQ(record.claim.type, PloverType::consult);
  EXPECT_EQ(record.claim.place->name, "Bergen");
  EXPECT_EQ(record.claim.place->within, "Vestland");
  EXPECT_EQ(record.document.title, "Talks in Bergen");
  EXPECT_EQ(attribute(record, "event sentence"), "Mara Quist spoke with Sweden in Bergen.");
  EXPECT_EQ(attribute(record, "publisher"), "Tidende");
  EXPECT_EQ(attribute(record, "source"), "Wire");
  EXPECT_EQ(attribute(record, "language"), "eng");
}

TEST_F(DatasetTest, RowsOfIcewsOf26ColumnsMirrorEachOtherAndNeedNoCode) {
  const Icews26Row there{};
  Icews26Row back{.id = "802"};
  std::swap(back.source, back.target);
  std::swap(back.source_country, back.target_country);
  const Icews26Row other{.id = "803", .text = "Make statement", .code = "010"};
  const Read coded = read(std::string(kIcews26Header) + icews26(there) + icews26(back) + icews26(other));
  ASSERT_EQ(coded.records.size(), 3u) << testing::PrintToString(coded.refusals);
  EXPECT_NE(coded.records[0].mirror, 0u);
  EXPECT_EQ(coded.records[0].mirror, coded.records[1].mirror);
  EXPECT_NE(coded.records[0].mirror, coded.records[2].mirror);
  const Event both = event_of(coded.records[0], &coded.records[1]);
  ASSERT_EQ(both.participants.size(), 2u);
  EXPECT_EQ(both.participants[0].role, Role::actor);
  EXPECT_EQ(both.participants[1].role, Role::actor);
  EXPECT_EQ(both.mentions.size(), 2u);

  // Before June 2020 it had no column of codes.
  const auto without_code = [](std::string line) {
    std::size_t at = 0;
    for (int tab = 0; tab < 6; ++tab) at = line.find('\t', at) + 1;
    return line.erase(at, line.find('\t', at) + 1 - at);
  };
  const Read uncoded = read(without_code(std::string(kIcews26Header)) + without_code(icews26({})));
  ASSERT_EQ(uncoded.records.size(), 1u) << testing::PrintToString(uncoded.refusals);
  EXPECT_EQ(uncoded.records[0].claim.code, "040");
  EXPECT_EQ(attribute(uncoded.records[0], "code"), "from the event's text");
}

TEST_F(DatasetTest, ARowOfPolecatKeepsTypeModeAndBothDates) {
  const Read got = read(std::string(kPolecatHeader) + polecat({}) +
                        polecat({.id = "20210503-1_2", .type = "ASSAULT", .mode = "None", .published = "2021-05-03"}));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.report.formats.begin()->second, "polecat");
  const Record& first = got.records[0];
  EXPECT_EQ(first.document.id, "polecat:20210503-1_1");
  EXPECT_EQ(when(first), "2021-05-03");
  EXPECT_EQ(first.claim.time->when.grain, Grain::day);
  EXPECT_EQ(format_iso(*first.document.published), "2021-05-05");
  EXPECT_EQ(attribute(first, "date"), "");
  EXPECT_EQ(first.claim.type, PloverType::consult);
  EXPECT_EQ(first.claim.mode, "visit");
  EXPECT_EQ(first.claim.code, "CONSULT/visit");
  EXPECT_EQ(who(first), "actor Mara Quist; recipient Sweden; ");
  EXPECT_EQ(first.claim.participants[0].country, "NO");
  EXPECT_EQ(first.sectors[0], "GOV;EXE");
  EXPECT_EQ(first.claim.place->name, "Bergen");
  EXPECT_EQ(first.claim.place->country, "NO");
  EXPECT_EQ(first.claim.place->precision, "city");
  EXPECT_EQ(attribute(first, "Contexts"), "diplomatic;economic");
  EXPECT_EQ(attribute(first, "story"), "20210503-1");
  EXPECT_EQ(attribute(first, "Actor Title"), "minister");
  EXPECT_EQ(attribute(first, "Actor Name Raw"), "Quist");
  EXPECT_EQ(first.mirror, 0u);
  const Record& second = got.records[1];
  EXPECT_EQ(second.claim.code, "ASSAULT");
  EXPECT_EQ(second.claim.type, PloverType::assault);
  EXPECT_EQ(attribute(second, "date"), "that of the publication: stated, or for want of another");
}

TEST_F(DatasetTest, ListsOfPolecatAreEverybodyAndWhoIsNotResolvedHasTheWordsOfTheText) {
  const Read got = read(std::string(kPolecatHeader) +
                        polecat({.actors = "Mara Quist; Sweden",
                                 .actor_countries = "NOR;SWE",
                                 .actors_raw = "Quist;Stockholm",
                                 .recipients = "None",
                                 .recipients_raw = "None"}) +
                        polecat({.id = "2_1",
                                 .type = "PROTEST",
                                 .mode = "demo",
                                 .actors = "None",
                                 .actor_countries = "NOR",
                                 .actors_raw = "protesters",
                                 .recipients = "None;Sweden",
                                 .recipient_countries = "None;SWE",
                                 .recipients_raw = "Harbour Board;Swedes"}) +
                        polecat({.id = "3_1", .actors = "None", .actor_countries = "None", .actors_raw = "gunmen"}));
  ASSERT_EQ(got.records.size(), 3u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(who(got.records[0]), "actor Mara Quist; actor Sweden; ");
  EXPECT_EQ(got.records[0].claim.participants[1].country, "SE");
  EXPECT_EQ(got.records[0].sectors[0], "");  // whose they are is not said
  EXPECT_EQ(who(got.records[1]), "actor protesters (NOR); recipient Harbour Board; recipient Sweden; ");
  EXPECT_EQ(got.records[1].claim.participants[0].text, "protesters");
  EXPECT_TRUE(record_actor(got.records[1].claim.participants[0]));
  EXPECT_EQ(got.records[1].claim.participants[2].country, "SE");
  EXPECT_FALSE(record_actor(got.records[2].claim.participants[0]));  // gunmen of nowhere are nobody
}

TEST_F(DatasetTest, PlacesOfPolecatAndWhatIsRefused) {
  const Read got = read(std::string(kPolecatHeader) + polecat({.city = "None", .district = "Nordhordland"}) +
                        polecat({.id = "2_1", .city = "None"}) + polecat({.id = "3_1", .type = "STATEMENT"}) +
                        polecat({.id = "4_1", .date = "2021-02-30"}) + polecat({.id = "None"}));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.records[0].claim.place->name, "Nordhordland");
  EXPECT_EQ(got.records[0].claim.place->within, "Vestland");
  EXPECT_EQ(got.records[0].claim.place->precision, "region");
  EXPECT_EQ(got.records[1].claim.place->name, "Vestland");
  EXPECT_EQ(attribute(got.records[1], "geo"), "a point for the whole region");
  ASSERT_EQ(got.refusals.size(), 3u);
  EXPECT_EQ(got.refusals[0], "rows:4: Event Type 'STATEMENT' is none of PLOVER");
  EXPECT_EQ(got.refusals[1], "rows:5: Event Date '2021-02-30' is no date of this format");
  EXPECT_EQ(got.refusals[2], "rows:6: Event ID is empty");
}

TEST_F(DatasetTest, ARowOfPhoenixHasCodedActorsAndAllItsStories) {
  const Read got = read(phoenix({}) + phoenix({.id = "32_PHO1.0.0",
                                               .source = "SWE",
                                               .target = "NOR",
                                               .code = "190",
                                               .root = "19",
                                               .quad = "4",
                                               .goldstein = "-10",
                                               .place = "",
                                               .urls = "http://news.example/2; http://news.example/3"}));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.report.formats.begin()->second, "phoenix");
  const Record& first = got.records[0];
  EXPECT_EQ(first.document.id, "phoenix:31_PHO1.0.0");
  EXPECT_EQ(when(first), "2015-06-14");
  EXPECT_EQ(first.claim.time->when.grain, Grain::day);
  EXPECT_EQ(who(first), "actor NORGOV; recipient SWE; ");
  EXPECT_EQ(first.claim.participants[0].country, "NO");
  EXPECT_EQ(first.claim.participants[1].kind, ActorKind::country);
  EXPECT_EQ(first.sectors[0], "GOV");
  EXPECT_EQ(first.claim.code, "042");
  EXPECT_EQ(first.claim.type, PloverType::consult);
  EXPECT_EQ(first.claim.mode, "visit");
  EXPECT_EQ(first.claim.place->name, "Bergen");
  EXPECT_EQ(first.claim.place->within, "Vestland");
  EXPECT_EQ(first.claim.place->country, "NO");
  EXPECT_EQ(first.document.url, "http://news.example/1");
  EXPECT_EQ(attribute(first, "urls"), "");
  const Record& second = got.records[1];
  EXPECT_EQ(second.claim.type, PloverType::assault);
  EXPECT_NE(first.mirror, second.mirror);  // another code
  EXPECT_EQ(second.claim.place->name, "Vestland");
  EXPECT_EQ(second.claim.place->precision, "region");
  EXPECT_EQ(second.document.url, "http://news.example/2");
  EXPECT_EQ(attribute(second, "urls"), "http://news.example/2;http://news.example/3");
}

TEST_F(DatasetTest, RowsOfPhoenixOfOneSentenceThatSayTheSameBothWaysMirrorEachOther) {
  const Read got =
      read(phoenix({.code = "040"}) + phoenix({.id = "2", .source = "SWE", .target = "NORGOV", .code = "040"}) +
           phoenix({.id = "3", .source = "SWE", .target = "NORGOV", .code = "040", .sentences = "6b2_1"}) +
           phoenix({.id = "4", .source = "SWE", .target = "SWE", .code = "040"}));
  ASSERT_EQ(got.records.size(), 4u) << testing::PrintToString(got.refusals);
  EXPECT_NE(got.records[0].mirror, 0u);
  EXPECT_EQ(got.records[0].mirror, got.records[1].mirror);
  EXPECT_NE(got.records[0].mirror, got.records[2].mirror);
  EXPECT_EQ(got.records[3].mirror, 0u);
}

TEST_F(DatasetTest, RowsOfPhoenixThatContradictThemselvesAreRefused) {
  const Read got =
      read(phoenix({}) + phoenix({.id = "2", .month = "05"}) + phoenix({.id = "3", .code = "42", .root = "4"}) +
           phoenix({.id = "4", .root = "19"}) + phoenix({.id = "5", .quad = "7"}) +
           phoenix({.id = "6", .goldstein = "high"}) + phoenix({.id = "7", .date = "20150631", .day = "31"}));
  EXPECT_EQ(got.records.size(), 1u);
  ASSERT_EQ(got.refusals.size(), 6u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.refusals[0], "rows:2: Date 20150614 and Year, Month, Day '2015 05 14' disagree");
  EXPECT_EQ(got.refusals[1], "rows:3: RootCode '4' has lost its leading zero, and EventCode '42' perhaps too");
  EXPECT_EQ(got.refusals[2], "rows:4: EventCode '042' and RootCode '19' disagree");
  EXPECT_EQ(got.refusals[3], "rows:5: QuadClass '7' is none");
  EXPECT_EQ(got.refusals[4], "rows:6: Goldstein 'high' is no number");
  EXPECT_EQ(got.refusals[5], "rows:7: Date '20150631' is no date of this format");
}

TEST_F(DatasetTest, PhoenixOfTheClineCenterIsReadByItsHeader) {
  const Read got = read(std::string(kClineHeader) + cline({}) +
                        cline({.id = "78", .date = "1955-05-14", .source = "SWE", .target = "NORGOV"}));
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  const Record& record = got.records[0];
  EXPECT_EQ(got.report.formats.begin()->second, "cline-phoenix");
  EXPECT_EQ(record.document.id, "cline-phoenix:77");
  EXPECT_EQ(when(record), "1955-05-14");
  EXPECT_EQ(who(record), "actor NORGOV; recipient SWE; ");
  EXPECT_EQ(record.claim.participants[0].country, "NO");
  EXPECT_EQ(record.sectors[0], "GOV");
  EXPECT_EQ(record.claim.code, "042");
  EXPECT_EQ(record.claim.type, PloverType::consult);
  EXPECT_EQ(record.claim.place->name, "Bergen");
  EXPECT_EQ(record.claim.place->country, "NO");
  EXPECT_EQ(attribute(record, "aid"), "9001");
  EXPECT_EQ(record.mirror, 0u);  // of one story, perhaps of two sentences
  EXPECT_TRUE(read(std::string(kClineHeader) + cline({.day = "15"})).records.empty());
  EXPECT_TRUE(read(std::string(kClineHeader) + cline({.root = "4"})).records.empty());
  EXPECT_TRUE(read(std::string(kClineHeader) + cline({.month = "13"})).records.empty());
}

TEST_F(DatasetTest, IcewsWithoutAHeaderIsKnownByItsRows) {
  const std::string row =
      "71\t2019-03-04\tMara Quist\tGovernment\tNorway\tMake statement\t010\t0\tUnion\t\tNorway\t900\t2\t"
      "Tidende\tBergen\tNA\tVestland\tNorway\t60.39\t5.32\n";
  const Read bare = read(row + row), headed = read(std::string(kIcewsHeader) + row + row);
  ASSERT_EQ(bare.records.size(), 2u) << testing::PrintToString(bare.refusals);
  EXPECT_EQ(bare.report.formats.begin()->second, "icews");
  EXPECT_EQ(bare.records, headed.records);
}

}  // namespace
}  // namespace forewhen
