// SPDX-License-Identifier: Apache-2.0
// timelinejs: TimelineJS 3 (Knight Lab), https://timeline.knightlab.com/docs/json-format.html. Years count without a
// zero there (-44 is shown as "44 BCE", 0 as "0"), so that one is taken from years up to 0. Text is HTML to it: all of
// it is escaped. Month and day are left out where the source does not say them.
#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/event_json.h"
#include "export/formats.h"
#include "export/line_list.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

constexpr std::int64_t kMaxYear = 271000;  // what a Date of JavaScript holds

bool fits(Instant t) { return !is_open(t) && std::abs(civil_of(t).year) < kMaxYear; }

// The last instant within, so that an end that is a midnight is shown as the day before it.
Instant last_within(Instant end) { return end - seconds{1}; }

Json date_json(Instant t, std::string_view precision, bool with_time) {
  const CivilDate day = civil_of(t);
  Json date;
  date["year"] = day.year > 0 ? day.year : day.year - 1;
  if (precision == "year" || precision == "decade" || precision == "century" || precision == "millennium") return date;
  date["month"] = day.month;
  if (precision == "month" || precision == "quarter" || precision == "season" || precision == "half_year") return date;
  date["day"] = day.day;
  if (!with_time) return date;
  const auto second = (t - start_of_day(day)).count();
  date["hour"] = second / 3600;
  date["minute"] = second / 60 % 60;
  return date;
}

Result<std::string> text_of(ExportJob& job, const Event& event) {
  const auto quotes = job.quotes(event);
  if (!quotes) return quotes.error();
  std::string html;
  for (const Quote& quote : *quotes)
    html += "<p>&ldquo;" + html_text(quote.text) + "&rdquo; (" + html_text(quote.document) + ")</p>";
  return html;
}

}  // namespace

Status write_timelinejs(ExportJob& job) {
  Json title;
  title["text"]["headline"] = html_text(job.request.title.empty() ? "Timeline" : job.request.title);
  job.write("{\"title\":" + dump(title) + ",\n\"scale\":\"human\",\n\"events\":[\n");
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (!placement.has_start()) return job.losses.count("have no known start and were left out"), Done{};
    if (!fits(placement.begin()) || !fits(placement.end()))
      return job.losses.count("lie outside the years that TimelineJS can show and were left out"), Done{};
    if (!placement.has_end()) job.losses.count("have no known end, which only their text says");
    const auto text = text_of(job, event);
    if (!text) return text.error();
    const bool with_time = !placement.whole_days();
    Json slide;
    slide["start_date"] = date_json(placement.begin(), placement.precision, with_time);
    const Json end = date_json(last_within(placement.end()), placement.precision, with_time);
    if (end != slide["start_date"]) slide["end_date"] = end;
    slide["display_date"] = html_text(placement.words);
    slide["text"]["headline"] = html_text(what_cell(event));
    slide["text"]["text"] = *text;
    if (event.place) slide["group"] = html_text(event.place->name);
    slide["unique_id"] = to_string(event.id);
    slide["autolink"] = false;
    if (!placement.edtf.empty()) slide["edtf"] = placement.edtf;
    lines.add(dump(slide));
    return Done{};
  });
  job.write("\n]}\n");
  return written;
}

}  // namespace forewhen
