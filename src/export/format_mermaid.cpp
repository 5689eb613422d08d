// SPDX-License-Identifier: Apache-2.0
// mermaid: a `timeline` diagram, a section a year, a period a date. A colon ends the period and cannot be written in
// it, so clock times have a point there; in texts it is an entity, as are the other characters that mean something.
#include <fmt/format.h>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

std::string text_of(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    const bool special = std::string_view(":;#<>\"'`%{}[]()&\\").find(c) != std::string_view::npos;
    out += special ? fmt::format("#{};", static_cast<int>(c)) : std::string(1, c);
  }
  return out;
}

std::string period_of(const Placement& placement) {
  std::string period;
  for (const char c : placement.words) period += c == ':' ? '.' : c;
  return period;
}

}  // namespace

Status write_mermaid(ExportJob& job) {
  job.write("timeline\n    title " + text_of(job.request.title.empty() ? "Timeline" : job.request.title) + "\n");
  std::string section, period;
  return job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (!placement.has_start()) return job.losses.count("have no known start and were left out"), Done{};
    const auto year = civil_of(placement.begin()).year;
    const std::string now = year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BCE";
    if (now != section) {
      job.write("    section " + now + "\n");
      section = now;
      period.clear();
    }
    const std::string date = period_of(placement);
    job.write(fmt::format("        {} : {}\n", date == period ? std::string(date.size(), ' ') : date,
                          text_of(what_cell(event))));
    period = date;
    return Done{};
  });
}

}  // namespace forewhen
