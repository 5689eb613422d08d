// SPDX-License-Identifier: Apache-2.0
// Rows of every format as records, and rows that are no such rows as refusals with their line.
#include "forewhen/dataset/reader.h"

#include <gtest/gtest.h>

#include "forewhen/time/iso.h"
#include "tests/dataset/rows.h"

namespace forewhen {
namespace {

TEST_F(DatasetTest, ARowOfIcewsKeepsItsCodeAsTextAndItsPlaceWithItsPrecision) {
  const Read got =
      read(std::string(kIcewsHeader) +
           "71\t2019-03-04\tMara Quist\tGovernment,Executive\tNorway\tMake statement\t010\t0\tUnion (Norway)\t\t"
           "Norway\t900\t2\tTidende\tBergen\tNA\tVestland\tNorway\t60.39\t5.32\n"
           "72\t3/5/"
           "2019\tNorway\tNULL\tNorway\tConsult\t\t1\tSweden\tNULL\tSweden\t901\t1\tTidende\t\t\t\tNorway\t62\t10\n");
  ASSERT_EQ(got.records.size(), 2u);
  const Record& first = got.records[0];
  EXPECT_EQ(first.document.id, "icews:71@2019-03-04");
  EXPECT_EQ(first.claim.code, "010");
  EXPECT_EQ(first.claim.type, PloverType::none);  // statements have no type of PLOVER
  EXPECT_EQ(who(first), "actor Mara Quist; recipient Union (Norway); ");
  EXPECT_EQ(first.sectors[0], "Executive;Government");
  EXPECT_EQ(first.claim.participants[0].country, "NO");
  EXPECT_EQ(first.claim.place->name, "Bergen");
  EXPECT_EQ(first.claim.place->precision, "city");
  EXPECT_EQ(first.claim.trigger.of(first.document.text), "Make statement");
  const Record& second = got.records[1];
  EXPECT_EQ(when(second), "2019-03-05");
  EXPECT_EQ(second.claim.code, "040");
  EXPECT_EQ(attribute(second, "code"), "from the event's text");
  EXPECT_EQ(second.claim.place->precision, "country");
  EXPECT_EQ(attribute(second, "geo"), "a point for the whole country");
}

TEST_F(DatasetTest, RowsOfIcewsThatSayTheSameBothWaysHaveOneMirrorNumber) {
  const std::string row = "\tConsult\t040\t1\t", rest = "\t\t\t900\t2\tTidende\t\t\t\t\t\t\n";
  const Read got = read(std::string(kIcewsHeader) + "1\t2019-03-04\tA\t\t" + row + "B" + rest + "2\t2019-03-04\tB\t\t" +
                        row + "A" + rest + "3\t2019-03-05\tB\t\t" + row + "A" + rest);
  ASSERT_EQ(got.records.size(), 3u);
  EXPECT_NE(got.records[0].mirror, 0u);
  EXPECT_EQ(got.records[0].mirror, got.records[1].mirror);
  EXPECT_NE(got.records[0].mirror, got.records[2].mirror);
}

TEST_F(DatasetTest, RowsOfGdeltTellSuspectDatesAndWhoIsNobody) {
  const Read got = read(gdelt("5", "20190304", "010", "01", "20190304120000") +
                        gdelt("6", "20180304", "010", "01", "20190304120000") +
                        gdelt("7", "20190225", "010", "01", "20190304120000"));
  ASSERT_EQ(got.records.size(), 3u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(when(got.records[0]), "2019-03-04");
  EXPECT_EQ(when(got.records[1]), "2018-03-04?");
  EXPECT_EQ(when(got.records[2]), "2019-02-25?");
  EXPECT_EQ(format_iso(*got.records[0].document.published), "2019-03-04T12:00");
  EXPECT_EQ(got.records[0].claim.place->country, "NO");
  EXPECT_TRUE(record_actor(got.records[0].claim.participants[0]));
  EXPECT_FALSE(record_actor(got.records[0].claim.participants[1]));
}

TEST_F(DatasetTest, ASpreadsheetsDamageIsRefusedWithItsName) {
  const Read got = read(
      gdelt("5", "20190304", "010", "01", "20190304120000") + gdelt("6", "20190304", "10", "1", "20190304120000") +
      gdelt("7", "20190304", "010", "01", "2.02E+13") + gdelt("8", "20190304", "010", "01", "20190304120000", "95"));
  EXPECT_EQ(got.records.size(), 1u);
  ASSERT_EQ(got.refusals.size(), 3u);
  EXPECT_EQ(got.refusals[0], "rows:2: EventRootCode '1' has lost its leading zero, and EventCode '10' perhaps too");
  EXPECT_EQ(got.refusals[1], "rows:3: DATEADDED '2.02E+13' was rounded by a spreadsheet");
  EXPECT_EQ(got.refusals[2], "rows:4: 95, 5.32 is no point on the globe");
}

TEST_F(DatasetTest, PrecisionOfAcledBecomesBounds) {
  const auto row = [](std::string_view id, std::string_view day, std::string_view precision) {
    return std::string(id) + "," + std::string(day) + ",2022," + std::string(precision) +
           ",Battles,Armed clash,Army of Freedonia,Guards; Scouts,1,Sylvania Front,2,Freedonia,North,Ruritz,1.5,2.5,2,"
           "Herald,\"They fought, and \"\"lost\"\"\",3,1650000000\n";
  };
  const Read got =
      read(std::string(kAcledHeader) + row("FRE1", "2022-05-16", "1") + row("FRE2", "16 May 2022", "2") +
           row("FRE3", "2022-05-16", "3") + row("FRE4", "2022-05-16", "9") + row("FRE5", "2021-05-16", "1"));
  ASSERT_EQ(got.records.size(), 3u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(when(got.records[0]), "2022-05-16");
  EXPECT_EQ(when(got.records[1]), "2022-05-13/2022-05-19");
  EXPECT_EQ(when(got.records[2]), "2022-05");
  EXPECT_EQ(who(got.records[0]), "party Army of Freedonia; party Guards; party Scouts; party Sylvania Front; ");
  EXPECT_EQ(got.records[0].document.title, "They fought, and \"lost\"");
  EXPECT_EQ(got.records[0].claim.type, PloverType::assault);
  EXPECT_EQ(got.records[0].version, 1650000000u);
  ASSERT_EQ(got.refusals.size(), 2u);
  EXPECT_EQ(got.refusals[0], "rows:5: time_precision '9' is none of 1, 2, 3");
  EXPECT_EQ(got.refusals[1], "rows:6: event_date '2021-05-16' is not in the year '2022'");
}

TEST_F(DatasetTest, IdsThatAcledTookBackAreDeletions) {
  const Read got = read("event_id_cnty,deleted_timestamp\nFRE1,1660000000\nFRE2,9223372036854775807\nFRE3,-1\n");
  ASSERT_EQ(got.records.size(), 1u);
  EXPECT_EQ(got.refusals, (std::vector<std::string>{"rows:3: deleted_timestamp '9223372036854775807' is no number",
                                                    "rows:4: deleted_timestamp '-1' is no number"}));
  EXPECT_EQ(got.records[0].kind, RowKind::deletion);
  EXPECT_EQ(got.records[0].document.id, "acled:FRE1");
}

TEST_F(DatasetTest, IntervalsOfUcdpAreKept) {
  const Read got = read(
      "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,"
      "date_start,date_end,best,source_headline,source_date\n"
      "10,1,Government of Norway,Front,6,Norway,,62,10,Norway,4,2016-01-03,2016-01-20,5,\"Clashes, again\",2016-01-21\n"
      "11,3,Front,Civilians,1,Bergen,Vestland,60,5,Norway,1,2016-01-03,2016-01-03,2,Shots,\n"
      "12,1,A,B,1,Bergen,Vestland,60,5,Norway,1,2016-02-03,2016-01-03,2,Shots,\n");
  ASSERT_EQ(got.records.size(), 2u);
  EXPECT_EQ(when(got.records[0]), "2016-01-03/2016-01-20");
  EXPECT_EQ(who(got.records[0]), "party Government of Norway; party Front; ");
  EXPECT_EQ(got.records[0].claim.place->precision, "country");
  EXPECT_EQ(who(got.records[1]), "actor Front; recipient Civilians; ");
  EXPECT_EQ(got.refusals.size(), 1u);
}

TEST_F(DatasetTest, UnknownDaysAndMonthsOfGtdAreMonthsAndYears) {
  const Read got = read(
      "sep=;\neventid;iyear;imonth;iday;country_txt;provstate;city;latitude;longitude;attacktype1;attacktype1_txt;"
      "gname;target1\n"
      "201305000001;2013;5;0;Norway;Vestland;Bergen;60;5;3;Bombing;Front;Patrol\n"
      "201300000002;2013;0;0;Norway;Vestland;Unknown;60;5;9;Unknown;Unknown;Patrol\n"
      "201305000003;2013;13;1;Norway;Vestland;Bergen;60;5;3;Bombing;Front;Patrol\n");
  ASSERT_EQ(got.records.size(), 2u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(when(got.records[0]), "2013-05");
  EXPECT_EQ(when(got.records[1]), "2013");
  EXPECT_EQ(got.records[0].claim.mode, "explosives");
  EXPECT_EQ(got.records[1].claim.place->precision, "region");
  EXPECT_EQ(got.refusals.size(), 1u);
}

TEST_F(DatasetTest, QuadsByNamesByHeaderAndByNumbers) {
  const Read named =
      read("event_id\tdate\tsource\tcameo\trelation\ttarget\nq1\t2014-01-01\tNorway\t040\tConsult\tSweden\n");
  ASSERT_EQ(named.records.size(), 1u);
  EXPECT_EQ(named.records[0].document.id, "quads:q1");
  EXPECT_EQ(named.records[0].claim.type, PloverType::consult);
  const Read bare = read("Norway\tConsult\tSweden\t2014-01-01\nNorway\tConsult\tSweden\t2014-01-01\n");
  ASSERT_EQ(bare.records.size(), 2u);
  EXPECT_EQ(bare.records[0].document.id, bare.records[1].document.id);  // the same fact

  folder_.write("entity2id.txt", "Norway\t0\nSweden\t1\n");
  folder_.write("relation2id.txt", "Consult\t0\n");
  const Read untimed = read("0\t0\t1\t48\n");
  ASSERT_EQ(untimed.refusals.size(), 1u);
  EXPECT_NE(untimed.refusals[0].find("how long a step is"), std::string::npos);
  DatasetOptions hours;
  hours.time_step = "1h", hours.epoch = "2014-01-01";
  const Read numbered = read("0\t0\t1\t48\n0\t0\t7\t48\n", hours);
  ASSERT_EQ(numbered.records.size(), 1u);
  EXPECT_EQ(who(numbered.records[0]), "actor Norway; recipient Sweden; ");
  EXPECT_EQ(when(numbered.records[0]), "2014-01-03");
  EXPECT_EQ(numbered.refusals.size(), 1u);
}

TEST_F(DatasetTest, QuadsOfNumbersKeepToTimesThatThereAre) {
  folder_.write("entity2id.txt", "2\nNorway\t0\nSweden\t4000000000\n");  // numbers need not be dense
  folder_.write("relation2id.txt", "Consult\t0\n");
  const auto times = [&](const std::string& step, const std::string& epoch) {
    DatasetOptions options;
    options.time_step = step, options.epoch = epoch;
    std::string all;
    const Read got = read("0\t0\t4000000000\t2\n0\t0\t0\t999999999\n0\t0\t0\t9223372036854775807\n", options);
    for (const Record& record : got.records) all += when(record) + " ";
    return all + std::to_string(got.refusals.size());
  };
  EXPECT_EQ(times("1d", "2014-01-01"), "2014-01-03 2");
  EXPECT_EQ(times("1000000d", "2014-01-01"), "7489-10-25 2");
  EXPECT_EQ(times("1y", "2014-01-01"), "0002 2");
  EXPECT_EQ(times("1d", "1914-01-01T12:00"), "1914-01-03 2");  // days before 1970 as those behind it
  EXPECT_EQ(times("1d", "+99999999999"), "3");
  EXPECT_EQ(times("1d", "-99999999999"), "-99999999999-01-03 -99997262092-01-04 1");
  for (const char* step : {"9223372036854775807d", "1000001y", "0h"}) EXPECT_EQ(times(step, "2014-01-01"), "1") << step;
}

TEST_F(DatasetTest, CodesOfWeisAreNeverReadAsCameo) {
  const std::string rows = "950131\tUSA\tIRQ\t212\t(ARREST PERSON)\n";
  DatasetOptions weis;
  weis.format = "weis";
  const Read read_as_weis = read(rows, weis);
  ASSERT_EQ(read_as_weis.records.size(), 1u);
  EXPECT_EQ(read_as_weis.records[0].claim.code, "WEIS:212");
  EXPECT_EQ(read_as_weis.records[0].claim.type, PloverType::none);
  EXPECT_EQ(when(read_as_weis.records[0]), "1995-01-31");
  const Read read_as_keds = read("950131\tUSA\tIRQ\t042\t(VISIT)\n");
  ASSERT_EQ(read_as_keds.records.size(), 1u);
  EXPECT_EQ(read_as_keds.records[0].claim.mode, "visit");
  EXPECT_EQ(read_as_keds.records[0].claim.participants[1].country, "IQ");
}

TEST_F(DatasetTest, LinesOfPloverAreRecords) {
  const Read got = read(
      R"({"id":"p1","date":"2020-02-03","enddate":"2020-02-05","actor":[{"code":"NOR","sector":["GOV"],"entity_text":"Oslo"}],)"
      R"("recipient":["Union"],"event":["CONSULT"],"mode":["visit"],"event_loc":{"resolved_place":"Bergen","lat":60.4,"lon":5.3}})"
      "\n{\"id\":\"p2\",\"date\":\"2020-02-30\",\"actor\":[\"A\"],\"event\":[\"CONSULT\"]}\n{\"id\":\"p3\"\n");
  ASSERT_EQ(got.records.size(), 1u) << testing::PrintToString(got.refusals);
  EXPECT_EQ(who(got.records[0]), "actor Oslo; recipient Union; ");
  EXPECT_EQ(when(got.records[0]), "2020-02-03/2020-02-05");
  EXPECT_EQ(got.records[0].claim.type, PloverType::consult);
  EXPECT_EQ(got.refusals.size(), 2u);
}

TEST_F(DatasetTest, AnyTableIsReadByItsHeaderOrByAMap) {
  const Read guessed = read(
      "date,actor,type,place\n2021-05,Norway;Sweden,Consult,Bergen\n2021-13,Norway,Consult,Bergen\n3/4/"
      "2021,Norway,Consult,Oslo\n");
  ASSERT_EQ(guessed.records.size(), 1u);
  EXPECT_EQ(when(guessed.records[0]), "2021-05");
  EXPECT_EQ(who(guessed.records[0]), "actor Norway; actor Sweden; ");
  EXPECT_EQ(guessed.records[0].claim.type, PloverType::consult);
  EXPECT_EQ(guessed.refusals.size(), 2u);
  DatasetOptions map;
  map.columns = {{"date", "Tag"}, {"type", "Was"}};
  const Read mapped = read("Tag;Was;Wo\n1984~;Streik;Bergen\n", map);
  ASSERT_EQ(mapped.records.size(), 1u) << testing::PrintToString(mapped.refusals);
  EXPECT_EQ(when(mapped.records[0]), "1984~");
  EXPECT_EQ(attribute(mapped.records[0], "Wo"), "Bergen");
}

TEST_F(DatasetTest, QuotesAsTheyAreMeantAndAsTheyAreBroken) {
  const Read got = read(
      "\xEF\xBB\xBF"
      "date,actor,type\r\n"
      "2021-05-01,\"Guard, the\",\"a \"\"big\"\" strike\"\r\n"
      "2021-05-02,\"two\r\nlines\",strike\r\n"
      "2021-05-03,a \"bare\" quote,strike\r\n"
      "2021-05-04,\"closed\" early,strike\r\n"
      "2021-05-05,B,strike\r\n"
      "2021-05-06,\"never closed,strike\r\n"
      "2021-05-07,C,strike\r\n");
  ASSERT_EQ(got.records.size(), 4u);
  EXPECT_EQ(who(got.records[0]), "actor Guard, the; ");
  EXPECT_EQ(got.records[0].claim.phrase, "a \"big\" strike");
  EXPECT_EQ(who(got.records[1]), "actor two\r\nlines; ");
  EXPECT_EQ(who(got.records[3]), "actor C; ");
  ASSERT_EQ(got.refusals.size(), 3u);
  EXPECT_EQ(got.refusals[0].substr(0, 7), "rows:5:");
  EXPECT_EQ(got.refusals[1].substr(0, 7), "rows:6:");
  EXPECT_EQ(got.refusals[2].substr(0, 7), "rows:8:");
}

TEST_F(DatasetTest, BytesThatAreNoUtf8AreReadAsWindows1252AndSaidSo) {
  const Read got = read("date,actor,type\n2021-05-01,Jos\xE9 \x93X\x94,strike\n2021-05-02,A\x81,strike\n");
  ASSERT_EQ(got.records.size(), 1u);
  EXPECT_EQ(who(got.records[0]), "actor Jos\u00e9 \u201cX\u201d; ");
  EXPECT_EQ(got.report.notices.at("read as Windows-1252"), 1u);
  EXPECT_EQ(got.refusals.size(), 1u);
}

TEST_F(DatasetTest, LinksThatLeadNowhereAreNoFilesOfAFolder) {
  folder_.write("in/rows.csv", "date,actor,type\n2021-03-01,A,strike\n");
  std::filesystem::create_symlink("itself.csv", folder_.path("in/itself.csv"));
  std::filesystem::create_symlink("gone.csv", folder_.path("in/gone.csv"));
  DatasetReader reader({folder_.path("in")}, {});
  const Read got = read_all(reader, folder_.path() + "/");
  EXPECT_EQ(got.records.size(), 1u);
  EXPECT_TRUE(got.refusals.empty()) << testing::PrintToString(got.refusals);
  EXPECT_EQ(got.report.skipped.at(".csv"), 2u);
}

TEST_F(DatasetTest, ARowThatIsTooLongCostsItself) {
  DatasetOptions options;
  options.max_row_bytes = 1000;
  const Read got = read("date,actor,type\n2021-05-01,A,strike\n2021-05-02," + std::string(2'000'000, 'x') +
                            ",strike\n2021-05-03,B,strike\n",
                        options);
  EXPECT_EQ(got.records.size(), 2u);
  ASSERT_EQ(got.refusals.size(), 1u);
  EXPECT_EQ(got.refusals[0], "rows:3: the line has more than 1000 bytes");
}

}  // namespace
}  // namespace forewhen
