// SPDX-License-Identifier: Apache-2.0
// The Extended Date/Time Format of ISO 8601-2:2019, levels 0 to 2, read and written: 2021-11, 1984?, 156X-12-25,
// ?2004-06-~11, 1964/2008, ../1985-04, Y-17E7, 1950S2, 2001-34, [1667,1760..], {..1983-12-31}.
// parse_edtf(to_string(e)) gives e back for every value that parse_edtf can give.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/time/bounds.h"
#include "forewhen/time/instant.h"

namespace forewhen {

// A year, month or day. Unspecified digits (X) are 0 in `value` and set in `unspecified`, bit 0 for the last digit.
// The qualifiers are those in force for this part, wherever the text puts the mark.
struct EdtfPart {
  std::int64_t value = 0;
  std::uint8_t unspecified = 0;
  bool uncertain = false;    // ? (and %)
  bool approximate = false;  // ~ (and %)

  friend bool operator==(const EdtfPart&, const EdtfPart&) = default;
};

struct EdtfTime {
  int hour = 0, minute = 0, second = 0;
  std::optional<int> zone_minutes;  // east of UTC; local time without

  friend bool operator==(const EdtfTime&, const EdtfTime&) = default;
};

struct EdtfDate {
  EdtfPart year;                  // astronomical: 0 is 1 BC, -1 is 2 BC
  std::optional<EdtfPart> month;  // 1..12, or a grouping: seasons 21..24, northern 25..28, southern 29..32, quarters
                                  // 33..36, quadrimesters 37..39, half years 40..41
  std::optional<EdtfPart> day;    // only with a month 1..12
  std::optional<EdtfTime> time;   // only with a day
  int exponent = 0;               // Y-17E7: year.value is -17
  int significant = 0;            // 1950S2: only so many leading digits of the year are meant; 0 means all

  friend bool operator==(const EdtfDate&, const EdtfDate&) = default;
};

enum class EdtfEnd : std::uint8_t { date, open, unknown };  // 2021, "..", ""

// "start/end". REQUIRES: at least one end is a date
struct EdtfInterval {
  EdtfEnd start_kind = EdtfEnd::date, end_kind = EdtfEnd::date;
  EdtfDate start, end;  // default values where the kind is not date

  friend bool operator==(const EdtfInterval&, const EdtfInterval&) = default;
};

// One date of a set, or all from `first` to `last` ("first..last"); "..last" and "first.." leave one side out.
struct EdtfElement {
  std::optional<EdtfDate> first, last;
  bool range = false;  // without it `first` alone counts

  friend bool operator==(const EdtfElement&, const EdtfElement&) = default;
};

// One of them "[...]", or all of them "{...}". REQUIRES: not empty
struct EdtfSet {
  bool all = false;
  std::vector<EdtfElement> elements;

  friend bool operator==(const EdtfSet&, const EdtfSet&) = default;
};

using Edtf = std::variant<EdtfDate, EdtfInterval, EdtfSet>;

// refused: says what is wrong ("month 13 is out of range", "February 2015 has no day 29"). Years reach to +-145
// billion (civil.h); farther ones are refused, as are dates and intervals that no calendar day fits.
Result<Edtf> parse_edtf(std::string_view text);
// The canonical text: qualifiers that hold for all parts once at the end, others before their part.
std::string to_string(const Edtf& edtf);

// From the first to past the last instant that it may mean. Ends of intervals that are unknown are open too.
// Northern seasons are meant where the season does not say; a winter ends in February of the next year.
Interval extent_of(const Edtf& edtf);
// What begins and ends as it says: "2019/2021-05" begins within 2019 and ends within May 2021. Dates and sets are
// `within` their extent.
Bounds bounds_of(const Edtf& edtf);
// Some part is qualified by ~ or ?.
bool is_approximate(const Edtf& edtf);
bool is_uncertain(const Edtf& edtf);

}  // namespace forewhen
