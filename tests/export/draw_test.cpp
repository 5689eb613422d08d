// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/draw.h"

#include <gtest/gtest.h>

#include <sstream>

#include "export/printable.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::day;
using testing::World;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Event event(const std::string& what, const std::string& who, const Bounds& bounds) {
  Event e;
  e.id = event_id(claim_id(what, {0, 1}));
  e.summary = what;
  e.time.emplace();
  e.time->when.bounds = e.bounds = bounds;
  e.participants.push_back({Role::actor, ActorKind::person, {}, who, who});
  return e;
}

TableStyle wide(std::size_t width, bool unicode) {
  TableStyle style;
  style.width = width, style.unicode = unicode;
  return style;
}

Listing four() {
  Listing listing;
  listing.events = {
      event("siege", "Ana", {day("2031-01-01"), day("2031-01-11"), day("2031-01-21"), day("2031-01-31")}),
      event("march", "Bo", within({day("2031-01-11"), day("2031-01-31")})),
      event("vote", "Ana", within({day("2031-01-31"), day("2031-02-01")})),
      event("fire", "Bo", within({day("2031-02-10"), day("2031-02-11")})),
  };
  return listing;
}

TEST(Draw, ABarIsSolidWhereTheEventCertainlyWentOnAndShadedElsewhere) {
  // 48 columns for 41 days
  const std::string wanted =
      "             2031-01-06       2031-01-20      2031-02-03\n"
      "Ana (2) ...........#############............1 |\n"
      "             |                |            ..3|\n"
      "Bo (2)       |     .........................2 |       ..4\n"
      "\n# certain, . possible, < > open\n\n"
      "   when                      what\n"
      "-  ------------------------  -----\n"
      "1  2031-01-01 to 2031-01-10  siege\n";
  const std::string drawn = draw_timeline(four(), LaneBy::actor, wide(57, false));
  EXPECT_EQ(drawn.substr(0, wanted.size()), wanted);
}

TEST(Draw, ArrowsStandForOpenEnds) {
  Listing listing = four();
  listing.events.push_back(event("rule", "Cy", {day("2031-01-05"), day("2031-01-06"), kOpenPast, kOpenFuture}));
  listing.events.push_back(event("talk", "Cy", {kOpenPast, day("2031-01-06"), kOpenPast, day("2031-01-09")}));
  const std::string drawn = draw_timeline(listing, LaneBy::actor, wide(80, true));
  EXPECT_NE(drawn.find("░→5"), std::string::npos) << drawn;
  EXPECT_NE(drawn.find("←░"), std::string::npos) << drawn;
}

TEST(Draw, NoLineIsWiderThanTheTerminalAndAsciiStaysAscii) {
  World world;
  for (int i = 1; i < 29; ++i)
    world.add({.name = "attack" + std::to_string(i),
               .when = "2031-03-" + std::string(i < 10 ? "0" : "") + std::to_string(i),
               .actors = {"Union of the dockers of the Long Quay and all the harbours", "Guard"},
               .document = "d" + std::to_string(i)});
  const auto listing = list_events(world);
  for (std::size_t width = 40; width < 130; width += 7) {
    for (const LaneBy by : {LaneBy::actor, LaneBy::place, LaneBy::type}) {
      for (const std::string& line : lines_of(draw_timeline(*listing, by, wide(width, true))))
        EXPECT_LE(columns_of(line), width) << line;
    }
    for (const char c : draw_timeline(*listing, LaneBy::actor, wide(width, false)))
      EXPECT_LT(static_cast<unsigned char>(c), 0x80);
  }
}

TEST(Draw, EveryEventIsInTheKeyAndEveryLaneWholeAndWhatHasNoDateIsCounted) {
  World world;
  for (int i = 1; i < 29; ++i)
    world.add({.name = "attack" + std::to_string(i), .when = "2031-03-05", .document = "d" + std::to_string(i)});
  world.add({.name = "march"});
  const std::string drawn = draw_timeline(*list_events(world), LaneBy::type, wide(60, true));
  EXPECT_NE(drawn.find("no type (28)"), std::string::npos);
  for (const auto& [id, e] : world.events)
    EXPECT_EQ(drawn.find(to_string(id)) != std::string::npos, e.time.has_value()) << drawn;
  EXPECT_NE(drawn.find("1 event without a known start is not drawn\n"), std::string::npos);
  EXPECT_EQ(draw_timeline({}, LaneBy::type), "no events\n");
}

TEST(Draw, HostileNamesReachTheTerminalAsText) {
  Listing listing;
  listing.events = {
      event("a \x1b[31mred\u202e fire", "\x1b]0;title\x07", within({day("2031-01-01"), day("2031-01-02")}))};
  const std::string drawn = draw_timeline(listing, LaneBy::actor, wide(80, true));
  EXPECT_EQ(drawn.find('\x1b'), std::string::npos);
  EXPECT_EQ(drawn.find('\x07'), std::string::npos);
  EXPECT_EQ(drawn.find("\u202e"), std::string::npos);
}

TEST(Lanes, OnlyThreeKindsAreKnown) {
  EXPECT_EQ(*find_lane_by("place"), LaneBy::place);
  EXPECT_EQ(find_lane_by("colour").error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace forewhen
