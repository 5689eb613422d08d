// SPDX-License-Identifier: Apache-2.0
// timesketch: JSON lines with `message`, `datetime` and `timestamp_desc`,
// https://timesketch.org/guides/user/import-from-json-csv/. It knows points of time only, so an event has a line for
// each bound that is known, which timestamp_desc names.
#include <string>

#include "export/cells.h"
#include "export/event_fields.h"
#include "export/event_json.h"
#include "export/formats.h"

namespace forewhen {
namespace {

// What a field may hold before Timesketch takes it out of its counts; UTF-8 is cut between characters.
constexpr std::size_t kMaxField = 32000;

std::string shortened(const std::string& text, bool& cut) {
  if (text.size() <= kMaxField) return text;
  cut = true;
  std::size_t end = kMaxField;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string offset_time(Instant t) {
  std::string text = utc_time(t);
  text.pop_back();
  return text + "+00:00";
}

}  // namespace

Status write_timesketch(ExportJob& job) {
  return job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    const Bounds& b = placement.bounds;
    const bool exact = !placement.vague_start();
    const std::pair<Instant, const char*> rows[] = {
        {b.earliest_start, exact ? "event begin" : "event begin (earliest)"},
        {exact || is_open(b.latest_start) ? kOpenFuture : b.latest_start - seconds{1}, "event begin (latest)"},
        {is_open(b.latest_end) ? kOpenFuture : b.latest_end - seconds{1}, "event end (latest)"}};
    const auto fields = fields_of(job, event);
    if (!fields) return fields.error();
    bool any = false, cut = false;
    for (const auto& [t, what] : rows) {
      if (is_open(t) || !in_common_era(t)) continue;
      any = true;
      Json json;
      json["message"] = shortened(what_cell(event), cut);
      json["datetime"] = offset_time(t);
      json["timestamp_desc"] = what;
      for (const Field& field : *fields) {
        if (!field.value.empty()) json["event_" + std::string(field.name)] = shortened(field.value, cut);
      }
      job.write(dump(json) + "\n");
    }
    if (!any) job.losses.count("have no time within the years 1 to 9999 and were left out");
    if (cut) job.losses.count("have a text of more than 32,000 bytes, which was cut");
    return Done{};
  });
}

}  // namespace forewhen
