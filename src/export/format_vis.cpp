// SPDX-License-Identifier: Apache-2.0
// vis-timeline: {"items": [...], "groups": [...]} for new vis.DataSet(). Groups are those who act; `content` is HTML to
// it and escaped. Items whose start is not known to the day have the class "vague".
#include <set>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/event_json.h"
#include "export/formats.h"
#include "export/line_list.h"
#include "forewhen/time/civil.h"

#include <fmt/format.h>

namespace forewhen {
namespace {

constexpr std::int64_t kMaxYear = 271000;  // what a Date of JavaScript holds

// The form that JavaScript reads for every year: six digits with a sign outside 0..9999.
std::string script_time(Instant t) {
  const CivilDate day = civil_of(t);
  const std::string text = utc_time(t);
  if (day.year >= 0 && day.year <= 9999) return text;
  return fmt::format("{}{:06}{}", day.year < 0 ? '-' : '+', std::abs(day.year), text.substr(text.find('-', 1)));
}

}  // namespace

Status write_vis(ExportJob& job) {
  std::set<std::string> groups;
  job.write("{\"items\":[\n");
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (!placement.has_start()) return job.losses.count("have no known start and were left out"), Done{};
    if (std::abs(civil_of(placement.begin()).year) >= kMaxYear || std::abs(civil_of(placement.end()).year) >= kMaxYear)
      return job.losses.count("lie outside the years that JavaScript knows and were left out"), Done{};
    if (!placement.has_end()) job.losses.count("have no known end, which only their class 'open' says");
    const std::vector<std::string> actors = names_in(event, Role::actor);
    const std::string group = actors.empty() ? "" : html_text(actors.front());
    groups.insert(group);
    const bool range = placement.end() - placement.begin() > std::chrono::days{1};
    Json item;
    item["id"] = to_string(event.id);
    item["content"] = html_text(what_cell(event));
    item["start"] = script_time(placement.begin());
    if (range) item["end"] = script_time(placement.end());
    item["type"] = range ? "range" : "box";
    item["group"] = group;
    item["className"] = std::string(placement.vague_start() ? "vague" : "dated") + (placement.has_end() ? "" : " open");
    item["title"] = html_text(placement.words);
    item["edtf"] = placement.edtf;
    lines.add(dump(item));
    return Done{};
  });
  job.write("\n],\n\"groups\":[\n");
  LineList list(job);
  for (const std::string& group : groups)
    list.add(dump({{"id", group}, {"content", group.empty() ? "nobody named" : group}}));
  job.write("\n]}\n");
  return written;
}

}  // namespace forewhen
