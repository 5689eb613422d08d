// SPDX-License-Identifier: Apache-2.0
// The clock of a region: from its wall time to UTC and back. A fixed offset, or a zone of the IANA time zone database
// of the system (/usr/share/zoneinfo), whose rules change with the year. Its tables end in 2037: later years go
// by an earlier one with the same weekdays, which is right for rules by the Gregorian calendar as they stand.
#pragma once

#include <string_view>

#include "forewhen/base/result.h"
#include "forewhen/time/instant.h"

namespace date {
class time_zone;
}

namespace forewhen {

// A value; copies are cheap. Thread-safe. UTC unless made otherwise.
class TimeZone {
 public:
  TimeZone() = default;
  static TimeZone fixed(int minutes_east);
  // "Z", "UTC", "+05:30", "-0500", "+2" (hours), "330" (minutes: three digits, or without a sign), "Europe/Oslo".
  // usage: all else, and names that the system's database does not have.
  static Result<TimeZone> parse(std::string_view text);

  // What the clock on the wall shows at `utc`, less `utc`.
  seconds offset_at(Instant utc) const;
  // The instants at which the clock on the wall shows a time of [local.begin, local.end), as if it were UTC. Where
  // clocks are put back an hour comes twice and both are meant: 01:30 then spans 61 minutes. A time that clocks jump
  // over is taken at the offset before the jump, as RFC 5545 (3.3.5) does. Open ends stay open.
  Interval to_utc(const Interval& local) const;

 private:
  seconds fixed_{0};
  const date::time_zone* named_ = nullptr;  // of the database, which lives as long as the program
};

}  // namespace forewhen
