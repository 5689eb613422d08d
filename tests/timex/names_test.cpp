// SPDX-License-Identifier: Apache-2.0
#include "forewhen/timex/names.h"

#include <gtest/gtest.h>

#include "forewhen/timex/timex.h"

namespace forewhen {
namespace {

constexpr const char* kFile =
    "# of Port Ellery\n"
    "Harbour Day = 06-12\n"
    "Founders' Day = third Monday of May\n"
    "Boat Sunday = easter + 14\n"
    "Great Drought = 1957-03/1958-11\n"
    "fiscal year begins October\n";

Timex first_of(std::string_view text, const TimexNames& names) {
  TimexOptions options;
  options.published = *parse_iso("2021-11-08");
  options.names = &names;
  const auto found = find_timexes(text, options);
  return found.empty() ? Timex{} : found[0];
}

TEST(TimexNames, AFileAddsHolidaysAndPeriods) {
  const auto names = TimexNames::parse(kFile, "ellery.txt");
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(first_of("The band played on Harbour Day.", *names).value, "2021-06-12");
  EXPECT_EQ(first_of("The band played on Harbour Day 2019.", *names).value, "2019-06-12");
  EXPECT_EQ(first_of("The band played on Founders' Day.", *names).value, "2021-05-17");
  EXPECT_EQ(first_of("The band played on Boat Sunday.", *names).value, "2021-04-18");
  const Timex drought = first_of("Wells dried up in the Great Drought.", *names);
  EXPECT_EQ(drought.when.edtf, "1957-03/1958-11");
  EXPECT_EQ(drought.when.bounds, within({parse_iso("1957-03-01")->start, parse_iso("1958-12-01")->start}));
}

TEST(TimexNames, AFileSaysWhenFiscalYearsBegin) {
  const auto names = TimexNames::parse(kFile, "ellery.txt");
  ASSERT_TRUE(names.ok());
  const Timex year = first_of("Tolls rose in fiscal 2019.", *names);
  EXPECT_EQ(year.value, "2019");
  EXPECT_EQ(year.when.bounds, within({parse_iso("2018-10-01")->start, parse_iso("2019-10-01")->start}));
}

TEST(TimexNames, ALineThatDoesNotReadIsNamed) {
  const auto names = TimexNames::parse("Harbour Day = 06-12\nBoat Day = 13-40\n", "ellery.txt");
  ASSERT_FALSE(names.ok());
  EXPECT_EQ(names.error().where, "ellery.txt:2");
}

}  // namespace
}  // namespace forewhen
