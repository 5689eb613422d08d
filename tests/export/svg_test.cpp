// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "export/formats.h"
#include "tests/export/no_claims.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::day;
using testing::NoClaims;
using testing::World;

std::string draw(const World& world, Losses& losses, LaneBy lanes = LaneBy::actor, const std::string& title = "") {
  ExportRequest request;
  for (const auto& [id, e] : world.events) request.events.push_back(id);
  request.title = title;
  request.chart.lanes = lanes;
  std::ostringstream out;
  EXPECT_TRUE(write_export(**find_export_format("svg"), world, NoClaims(), request, out, losses));
  return out.str();
}

// The values of an attribute, in order.
std::vector<double> numbers(const std::string& svg, const std::string& pattern) {
  const std::regex wanted(pattern);
  std::vector<double> all;
  for (std::sregex_iterator at(svg.begin(), svg.end(), wanted), end; at != end; ++at)
    all.push_back(std::stod((*at)[1]));
  return all;
}

TEST(Svg, ABarFadesExactlyOverTheTimeThatIsNotCertain) {
  World world;
  Losses losses;
  const EventId id = world.add({.name = "siege", .when = "2031-01-01", .actors = {"Ana"}});
  Event siege = world.events.at(id);
  siege.bounds = {day("2031-01-01"), day("2031-01-11"), day("2031-01-31"), day("2031-02-10")};
  siege.time->when.bounds = siege.bounds;
  world.put(siege);
  const std::string svg = draw(world, losses);
  EXPECT_EQ(numbers(svg, "offset=\"([0-9.]+)\""), (std::vector<double>{0, 0.25, 0.75, 1}));
  EXPECT_EQ(numbers(svg, "stop-opacity=\"([0-9.]+)\""), (std::vector<double>{0.1, 1, 1, 0.1}));
  EXPECT_FALSE(losses.any());
}

TEST(Svg, OneDayAmongYearsIsSolidAndAMonthAmongDaysIsNot) {
  World world;
  Losses losses;
  world.add({.name = "march", .when = "2031-03-05"});
  world.add({.name = "war", .when = "2001", .document = "d2"});
  const std::string svg = draw(world, losses);
  EXPECT_EQ(numbers(svg, "offset=\"([0-9.]+)\""), (std::vector<double>{0, 0.5, 1})) << svg;  // the year only
}

TEST(Svg, LanesAreThoseAskedForAndAnEventOfTwoActorsIsInBoth) {
  World world;
  Losses losses;
  world.add({.name = "clash", .when = "2031-03-05", .actors = {"Ana", "Bo"}, .place = "Velmora"});
  world.add({.name = "march", .when = "2031-03-06", .actors = {"Ana"}, .document = "d2"});
  const std::string actors = draw(world, losses);
  EXPECT_LT(actors.find(">Ana (2)<"), actors.find(">Bo (1)<"));
  EXPECT_EQ(numbers(actors, "<rect x=\"([0-9.]+)\"").size(), 3u);
  EXPECT_NE(draw(world, losses, LaneBy::place).find(">Velmora, XX (1)<"), std::string::npos);
  EXPECT_NE(draw(world, losses, LaneBy::type).find(">no type (2)<"), std::string::npos);
}

TEST(Svg, TextStaysTextAndTheDateIsInTheTooltip) {
  World world;
  Losses losses;
  world.add({.name = "</title><script>alert(1)</script> \x01 attack",
             .when = "2031-03-05",
             .actors = {"<b onload='x'>&\"Guard\u202e"},
             .place = "Velmora"});
  const std::string svg = draw(world, losses, LaneBy::actor, "<image href='x'/>");
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("<b "), std::string::npos);
  EXPECT_EQ(svg.find("<image"), std::string::npos);
  EXPECT_EQ(svg.find("\u202e"), std::string::npos);
  EXPECT_NE(svg.find("| 2031-03-05 | EDTF 2031-03-05 | "), std::string::npos) << svg;
  EXPECT_NE(svg.find("<title id=\"forewhen-title\">&lt;image"), std::string::npos);
}

TEST(Svg, WhatIsNotDrawnAndWhatIsCutIsCounted) {
  World world;
  Losses losses;
  const std::string long_sentence = "Several hundred dockers of the Long Quay marched to the town hall to demand pay.";
  world.add({.name = "marched", .when = "2031-03-05", .sentence = long_sentence});
  world.add({.name = "vote", .document = "d2"});
  const std::string svg = draw(world, losses);
  EXPECT_EQ(losses.sentences(2),
            (std::vector<std::string>{"1 of 2 events have more words than there is room for; their tooltips have all",
                                      "1 of 2 events have no known start and are not drawn"}));
  EXPECT_NE(svg.find("<title>" + long_sentence), std::string::npos);
}

}  // namespace
}  // namespace forewhen
