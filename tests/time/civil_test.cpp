// SPDX-License-Identifier: Apache-2.0
#include "forewhen/time/civil.h"

#include <date/date.h>
#include <gtest/gtest.h>

namespace forewhen {
namespace {

TEST(Civil, AgreesWithTheDateLibraryOnEveryDayOfItsYears) {
  using namespace std::chrono;
  for (std::int64_t days = -4'000'000; days < 4'000'000; days += 97) {
    const date::year_month_day expected{date::sys_days{date::days{days}}};
    const CivilDate got = civil_from_days(days);
    ASSERT_EQ(got, (CivilDate{int(expected.year()), int(unsigned(expected.month())), int(unsigned(expected.day()))}));
    ASSERT_EQ(days_from_civil(got), days);
    ASSERT_EQ(unsigned(weekday_of(days)) + 1, date::weekday{date::sys_days{date::days{days}}}.iso_encoding());
  }
}

TEST(Civil, AMonthLaterIsCutToTheLastDay) {
  EXPECT_EQ(add_months({2021, 1, 31}, 1), (CivilDate{2021, 2, 28}));
  EXPECT_EQ(add_months({2020, 1, 31}, 1), (CivilDate{2020, 2, 29}));
  EXPECT_EQ(add_months({2021, 1, 15}, -1), (CivilDate{2020, 12, 15}));
}

TEST(Civil, IsoWeeksOfTurnOfYear) {
  EXPECT_EQ(civil_from_days(monday_of_iso_week(2021, 1)), (CivilDate{2021, 1, 4}));
  EXPECT_EQ(iso_week_of(days_from_civil({2021, 1, 3})).week, 53);
  EXPECT_EQ(iso_week_of(days_from_civil({2021, 1, 3})).year, 2020);
}

}  // namespace
}  // namespace forewhen
