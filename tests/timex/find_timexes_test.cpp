// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "forewhen/timex/timex.h"

namespace forewhen {
namespace {

TimexOptions published(const char* date) {
  TimexOptions options;
  options.published = *parse_iso(date);
  return options;
}

Timex only(std::string_view text, const TimexOptions& options) {
  const auto found = find_timexes(text, options);
  EXPECT_EQ(found.size(), 1u) << text;
  return found.empty() ? Timex{} : found[0];
}

Bounds between(const char* first, const char* past) {
  return within({parse_iso(first)->start, parse_iso(past)->start});
}

TEST(FindTimexes, LateOctoberIsItsLastThird) {
  const Timex timex = only("The levee broke in late October.", published("2021-11-08"));
  EXPECT_EQ(timex.value, "2021-10");
  EXPECT_EQ(timex.mod, "END");
  EXPECT_EQ(timex.when.bounds, between("2021-10-21", "2021-11-01"));
  EXPECT_EQ(timex.when.edtf, "2021-10-21/2021-10-31");
}

TEST(FindTimexes, EarlySundayIsTheFirstEightHours) {
  const Timex timex = only("The ferry sank early Sunday.", published("2021-11-08"));
  EXPECT_EQ(timex.value, "2021-11-07");
  EXPECT_EQ(timex.when.bounds, between("2021-11-07", "2021-11-07T08:00"));
}

TEST(FindTimexes, ABareWeekdayIsTheMostRecentOneUnlessTheClauseLooksAhead) {
  EXPECT_EQ(only("The mayor resigned Friday.", published("2021-11-08")).value, "2021-11-05");
  EXPECT_EQ(only("The mayor resigned Monday.", published("2021-11-08")).value, "2021-11-08");
  EXPECT_EQ(only("The mayor will resign Friday.", published("2021-11-08")).value, "2021-11-12");
}

TEST(FindTimexes, SinceDoesNotChangeTheMonth) {
  const Timex timex = only("She has led the port since May 2020.", published("2021-11-08"));
  EXPECT_EQ(timex.boundary, TimexBoundary::since);
  EXPECT_EQ(timex.when.bounds, between("2020-05-01", "2020-06-01"));
}

TEST(FindTimexes, TheLastFewMonthsEndBeforeTheDayOfPublication) {
  const Timex timex = only("Prices doubled over the last few months.", published("2021-11-08"));
  EXPECT_EQ(timex.value, "PXM");
  EXPECT_EQ(timex.boundary, TimexBoundary::during);
  EXPECT_EQ(timex.when.bounds, between("2021-05-08", "2021-11-08"));
}

TEST(FindTimexes, WithoutPublicationDayOffsetsAreKeptAsSuch) {
  const Timex timex = only("The bridge fell yesterday.", TimexOptions{});
  EXPECT_EQ(timex.value, "XXXX-XX-XX");
  EXPECT_EQ(timex.from_publication, (std::pair<std::int64_t, std::int64_t>{-86400, 0}));
  EXPECT_EQ(timex.when.bounds, Bounds{});
}

TEST(FindTimexes, AnImpossibleDateIsSaidToBeOne) {
  const Timex timex = only("The deed is dated 30 February 2019.", published("2021-11-08"));
  EXPECT_EQ(timex.value, "");
  EXPECT_EQ(timex.invalid, "February has no day 30");
  EXPECT_EQ(timex.when.bounds, Bounds{});
}

TEST(FindTimexes, DaysAfterAnEventNameTheEvent) {
  const std::string_view text = "Two days after the crash the line reopened.";
  const Timex timex = only(text, published("2021-11-08"));
  EXPECT_TRUE(timex.relative_to_event);
  EXPECT_EQ(timex.anchor_relation, TimexBoundary::after);
  EXPECT_EQ(timex.when.bounds, Bounds{});
}

TimexBoundary boundary_of(std::string_view text) { return only(text, published("2021-11-08")).boundary; }

TEST(FindTimexes, PrepositionsSayHowTheEventIsTied) {
  EXPECT_EQ(boundary_of("The pier was shut until Friday."), TimexBoundary::until);
  EXPECT_EQ(boundary_of("The pier must be clear by Friday."), TimexBoundary::by);
  EXPECT_EQ(boundary_of("The pier was clear before Friday."), TimexBoundary::before);
  EXPECT_EQ(boundary_of("The pier was shut after May 2020."), TimexBoundary::after);
  EXPECT_EQ(boundary_of("The pier was shut during May 2020."), TimexBoundary::during);
  EXPECT_EQ(boundary_of("The pier was shut in May 2020."), TimexBoundary::none);
}

TEST(FindTimexes, ARangeBeginsAndEnds) {
  const auto found = find_timexes("She led the port from May 2019 to June 2020.", published("2021-11-08"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].boundary, TimexBoundary::since);
  EXPECT_EQ(found[1].boundary, TimexBoundary::until);
}

TEST(FindTimexes, TheDayBeforeAClauseNamesItWithItsVerb) {
  const std::string_view text = "The day before the vote was held, the mayor resigned.";
  const Timex timex = only(text, published("2021-11-08"));
  EXPECT_TRUE(timex.relative_to_event);
  EXPECT_EQ(timex.anchor_relation, TimexBoundary::before);
  EXPECT_EQ(timex.anchor.of(text), "the vote was held");
}

TEST(FindTimexes, TheDayBeforeWithoutAnEventIsCountedFromTheDayToldBefore) {
  const auto found =
      find_timexes("The pier burned on 3 November. The day before, it had been sold.", published("2021-11-08"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].value, "2021-11-02");
}

TEST(FindTimexes, TheAskedDirectionWinsOverTheTense) {
  TimexOptions options = published("2021-11-08");
  options.prefer = TimexOptions::Prefer::future;
  EXPECT_EQ(only("The mayor resigned Friday.", options).value, "2021-11-12");
}

TEST(FindTimexes, AClockTimeWithoutZoneIsOnTheGivenOne) {
  TimexOptions options = published("2021-11-08");
  options.time_zone = TimeZone::fixed(120);
  const Timex timex = only("The siren sounded at 3:30 p.m. on Friday.", options);
  EXPECT_EQ(timex.when.bounds, between("2021-11-05T13:30", "2021-11-05T13:31"));
}

TEST(FindTimexes, AClockTimeOfANamedZoneFollowsTheSeason) {
  TimexOptions options = published("2021-11-08");
  options.time_zone = *TimeZone::parse("Europe/Oslo");
  EXPECT_EQ(only("The siren sounded at 3:30 p.m. on Friday.", options).when.bounds,
            between("2021-11-05T14:30", "2021-11-05T14:31"));
  EXPECT_EQ(only("The siren sounded at 3:30 p.m. on 5 July 2021.", options).when.bounds,
            between("2021-07-05T13:30", "2021-07-05T13:31"));
}

TEST(FindTimexes, ATextOfFarYearsIsReadAsANarrativeWhenAsked) {
  TimexOptions options = published("2021-11-08");
  options.kind = TimexOptions::Kind::automatic;
  const auto found = find_timexes(
      "Built in 1740, burned in 1761, the mill stood again in 1763. It was sold in 1780 and in May 1781 closed. "
      "In June it was razed.",
      options);
  ASSERT_EQ(found.size(), 6u);
  EXPECT_EQ(found[5].value, "1781-06");
}

}  // namespace
}  // namespace forewhen
