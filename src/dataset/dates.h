// SPDX-License-Identifier: Apache-2.0
// Dates as people write them in tables. What has one meaning is read: 2021-03-01, 2021/03/01, 1 March 2021, Mar 1,
// 2021, March 2021, 1-Mar-2021, 1.3.2021 (points: the day first), 13/03/2021. 3/4/2021 has two and needs an order; a
// number of days, as spreadsheets keep dates, needs to be said to be one.
#pragma once

#include <optional>
#include <string_view>

#include "dataset/row.h"
#include "forewhen/base/result.h"
#include "forewhen/time/iso.h"

namespace forewhen::dataset {

enum class DateForm {
  unambiguous,
  day_first,    // "dmy"
  month_first,  // "mdy"
  days_1900,    // "excel": days since 1899-12-30, of dates from March 1900 on
  days_1904,    // "excel1904": days since 1904-01-01
};
// "" is unambiguous.
std::optional<DateForm> date_form(std::string_view name);

// With the grain that is written. A Fault names the column and why not.
std::optional<Fault> read_date(std::string_view column, std::string_view text, DateForm form, CalendarTime& time);

// Days since 1970 of "16 May 2025", the month by its English name or three letters of it and more.
std::optional<std::int64_t> parse_worded_day(std::string_view text);

}  // namespace forewhen::dataset
