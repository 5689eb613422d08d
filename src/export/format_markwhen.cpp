// SPDX-License-Identifier: Apache-2.0
// markwhen: https://docs.markwhen.com; "date: text" or "date/date: text", both days included. It drops EDTF's marks and
// negative years without a word, so vague dates are written as their outermost days, years before 1 as "44 BCE", and
// the EDTF text stands in brackets behind.
#include <fmt/format.h>

#include <algorithm>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

// Empty for what Markwhen cannot read.
std::string date_of(const Placement& placement) {
  const Instant begin = placement.begin(), last = std::max(placement.end() - seconds{1}, placement.begin());
  const auto first_year = civil_of(begin).year, last_year = civil_of(last).year;
  if (last_year > 9999) return "";
  if (first_year < 1) {
    const std::string from = fmt::format("{} BCE", 1 - first_year);
    const std::string to = last_year < 1 ? fmt::format("{} BCE", 1 - last_year) : std::to_string(last_year);
    return from == to ? from : from + " - " + to;  // it drops "44 BCE/40 BCE"
  }
  if (!placement.whole_days()) {
    const bool point = placement.end() - begin <= seconds{1};
    return point ? utc_time(begin) : utc_time(begin) + " - " + utc_time(placement.end());  // nor "/" between times
  }
  const std::string from = iso_day(begin), to = iso_day(last);
  return from == to ? from : from + "/" + to;
}

}  // namespace

Status write_markwhen(ExportJob& job) {
  job.write("title: " + one_line(job.request.title.empty() ? "Timeline" : job.request.title) + "\n\n");
  return job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (!placement.has_start()) return job.losses.count("have no known start and were left out"), Done{};
    const std::string date = date_of(placement);
    if (date.empty()) return job.losses.count("lie after the year 9999 and were left out"), Done{};
    if (civil_of(placement.begin()).year < 1) job.losses.count("lie before the year 1 and have only their year");
    if (!placement.has_end()) job.losses.count("have no known end; the last time that is known stands for it");
    const std::string edtf = placement.edtf.empty() ? "" : fmt::format(" ({})", placement.edtf);
    job.write(fmt::format("{}: {}{}\n", date, one_line(what_cell(event)), edtf));
    return Done{};
  });
}

}  // namespace forewhen
