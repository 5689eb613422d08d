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

}  // namespace
}  // namespace forewhen
