// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/export.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/export/no_claims.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::NoClaims;
using testing::World;

struct Written {
  std::string bytes;
  Losses losses;
};

Written write(const ExportFormat& format, const World& world, const std::vector<EventId>& events) {
  Written written;
  std::ostringstream out;
  ExportRequest request;
  request.events = events;
  const Status status = write_export(format, world, NoClaims(), request, out, written.losses);
  EXPECT_TRUE(status) << format.name << ": " << to_string(status.error());
  written.bytes = out.str();
  return written;
}

// A build without Node.js has no page.
bool is_there(const ExportFormat& format) { return format.name != "html" || FOREWHEN_HAS_PAGE; }

bool is_stream_of_events(const ExportFormat& format) {
  return is_there(format) && format.target == ExportFormat::Target::stream && format.name != "json" &&
         format.name != "jsonl";
}

TEST(Export, EveryFormatHasANameOfItsOwnAndTellsWhatItIsFor) {
  std::set<std::string_view> names;
  for (const ExportFormat& format : export_formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_FALSE(format.what.empty()) << format.name;
    EXPECT_EQ(*find_export_format(format.name), &format);
  }
  EXPECT_EQ(find_export_format("pdf").error().kind, ErrorKind::usage);
}

TEST(Export, NoEventsAreAValidFile) {
  const World world;
  for (const ExportFormat& format : export_formats()) {
    if (!is_stream_of_events(format)) continue;
    const Written written = write(format, world, {});
    EXPECT_FALSE(written.losses.any()) << format.name;
    if (format.extension == "json" || format.extension == "geojson" || format.extension == "cyjs")
      EXPECT_TRUE(nlohmann::json::accept(written.bytes)) << format.name << ": " << written.bytes;
  }
}

TEST(Export, TheSameEventsGiveTheSameBytes) {
  World world;
  std::vector<EventId> events;
  for (const char* day : {"2031-03-05", "2031-03-06", ""})
    events.push_back(
        world.add({.name = std::string("drone attack") + day, .when = day, .actors = {"Guard"}, .place = "Velmora"}));
  for (const ExportFormat& format : export_formats()) {
    if (is_stream_of_events(format))
      EXPECT_EQ(write(format, world, events).bytes, write(format, world, events).bytes) << format.name;
  }
}

TEST(Export, EventsWithoutAStartAreCountedByFormatsThatNeedOne) {
  World world;
  const std::vector<EventId> events{world.add({.name = "attack", .when = "2031-03-05"}), world.add({.name = "march"})};
  const Written written = write(**find_export_format("ics"), world, events);
  EXPECT_EQ(written.losses.sentences(2), std::vector<std::string>{"1 of 2 events have no day and were left out"});
  EXPECT_NE(written.bytes.find("DTSTART;VALUE=DATE:20310305\r\nDTEND;VALUE=DATE:20310306\r\n"), std::string::npos);
}

TEST(Export, GexfOfTheOlderFormHasDaysWithTheLastIncluded) {
  World world;
  const std::vector<EventId> events{world.add({.name = "siege", .when = "2031-03"})};
  EXPECT_NE(
      write(**find_export_format("gexf-1.2"), world, events).bytes.find(" start=\"2031-03-01\" end=\"2031-03-31\""),
      std::string::npos);
  EXPECT_NE(write(**find_export_format("gexf"), world, events).bytes.find(" end=\"2031-04-01T00:00:00Z\""),
            std::string::npos);
}

TEST(Export, SemevalHasOrderDateAndMentionsAndWhatHasNoOrderFirst) {
  World world;
  const std::vector<EventId> events{
      world.add({.name = "drone attack", .when = "2031-03-05"}), world.add({.name = "march", .when = "2031-03-05"}),
      world.add({.name = "vote", .when = "2031-04", .document = "a b\tc"}), world.add({.name = "siege"})};
  const Written written = write(**find_export_format("semeval"), world, events);
  EXPECT_EQ(written.bytes,
            "Timeline\n0\tXXXX-XX-XX\td1-2-siege\n1\t2031-03-05\td1-0-attack\n1\t2031-03-05\td1-1-march\n"
            "2\t2031-04\ta_b_c-0-vote\n");
  EXPECT_FALSE(written.losses.any());
}

TEST(Export, SemevalCountsDatesThatItCannotWrite) {
  World world;
  const std::vector<EventId> events{world.add({.name = "fall", .when = "-0043-03-15"})};
  const Written written = write(**find_export_format("semeval"), world, events);
  EXPECT_EQ(written.bytes, "Timeline\n1\tXXXX-XX-XX\td1-0-fall\n");
  EXPECT_EQ(written.losses.sentences(1),
            std::vector<std::string>{"1 of 1 events start in no single year from 1 to 9999 and have no date in it"});
}

TEST(Export, ABuildWithoutThePageSaysSo) {
  if (FOREWHEN_HAS_PAGE) GTEST_SKIP() << "this build has it";
  std::ostringstream out;
  Losses losses;
  const Status status = write_export(**find_export_format("html"), World(), NoClaims(), {}, out, losses);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().what, "this build has no timeline page");
  EXPECT_EQ(out.str(), "");
}

TEST(Export, AnOutputThatFailsIsAnError) {
  World world;
  const std::vector<EventId> events{world.add({.name = "attack", .when = "2031-03-05"})};
  for (const ExportFormat& format : export_formats()) {
    if (!is_stream_of_events(format)) continue;
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    ExportRequest request;
    request.events = events;
    Losses losses;
    const Status status = write_export(format, world, NoClaims(), request, out, losses);
    ASSERT_FALSE(status) << format.name;
    EXPECT_EQ(status.error().kind, ErrorKind::io) << format.name;
  }
}

TEST(Export, AFileThatCannotBeMovedToItsPlaceLeavesNothingBehind) {
  namespace fs = std::filesystem;
  World world;
  const std::vector<EventId> events{world.add({.name = "attack", .when = "2031-03-05"})};
  const fs::path folder = fs::path(::testing::TempDir()) / "export_test";
  fs::remove_all(folder);
  fs::create_directories(folder / "taken.sqlite" / "full");
  ExportRequest request;
  request.events = events;
  Losses losses;
  EXPECT_FALSE(write_export(**find_export_format("sqlite"), world, NoClaims(), request,
                            (folder / "taken.sqlite").string(), losses));
  EXPECT_TRUE(write_export(**find_export_format("sqlite"), world, NoClaims(), request, (folder / "out.sqlite").string(),
                           losses));
  std::set<std::string> left;
  for (const auto& entry : fs::directory_iterator(folder)) left.insert(entry.path().filename());
  EXPECT_EQ(left, (std::set<std::string>{"out.sqlite", "taken.sqlite"}));
  fs::remove_all(folder);
}

TEST(Export, MarkupInTextsNeverReachesAPageAsMarkup) {
  World world;
  const std::vector<EventId> events{world.add(
      {.name = "</script><img src=x onerror=alert(1)> attack", .when = "2031-03-05", .actors = {"<b>Guard"}})};
  for (const char* name : {"html", "timelinejs", "vis-timeline", "markdown"}) {
    if (!is_there(**find_export_format(name))) continue;
    const std::string bytes = write(**find_export_format(name), world, events).bytes;
    EXPECT_EQ(bytes.find("<img"), std::string::npos) << name;
    EXPECT_EQ(bytes.find("<b>Guard"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace forewhen
