// SPDX-License-Identifier: Apache-2.0
// ics: iCalendar, RFC 5545. Lines end with CRLF and are folded after 75 octets, between characters. An event without a
// clock time is one of whole days, whose DTEND is the day after the last; what is vague, planned or possible is
// TENTATIVE, what did not happen CANCELLED. Years are 1 to 9999.
#include <fmt/format.h>

#include <algorithm>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "forewhen/base/utf8.h"

namespace forewhen {
namespace {

constexpr std::size_t kMaxLine = 75;  // octets, RFC 5545 section 3.1

void put(std::string& out, const std::string& line) {
  std::size_t room = kMaxLine;
  std::string_view rest = line;
  while (rest.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && !is_character_boundary(rest, cut)) --cut;
    out += rest.substr(0, cut);
    out += "\r\n ";
    rest.remove_prefix(cut);
    room = kMaxLine - 1;  // the blank counts
  }
  out += rest;
  out += "\r\n";
}

std::string basic(std::string text) {
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

void put_dates(std::string& out, const Placement& placement) {
  const Instant begin = placement.begin(), end = placement.end();
  if (placement.whole_days()) {
    put(out, "DTSTART;VALUE=DATE:" + basic(iso_day(begin)));
    put(out, "DTEND;VALUE=DATE:" + basic(iso_day(std::max(end, begin + std::chrono::days{1}))));
    return;
  }
  put(out, "DTSTART:" + basic(utc_time(begin)));
  if (end > begin) put(out, "DTEND:" + basic(utc_time(end)));
}

const char* status_of(const Event& event, const Placement& placement) {
  if (event.modality == Modality::negated || event.polarity == Polarity::negative) return "CANCELLED";
  return event.happened() && !placement.vague_start() && placement.qualifier.empty() ? "CONFIRMED" : "TENTATIVE";
}

}  // namespace

Status write_ics(ExportJob& job) {
  std::string head;
  put(head, "BEGIN:VCALENDAR");
  put(head, "VERSION:2.0");
  put(head, "PRODID:-//forewhen//forewhen//EN");
  if (!job.request.title.empty()) put(head, "X-WR-CALNAME:" + ics_text(job.request.title));
  job.write(head);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (!placement.has_start()) return job.losses.count("have no day and were left out"), Done{};
    if (!in_common_era(placement.begin()) || !in_common_era(placement.end()))
      return job.losses.count("lie outside the years 1 to 9999 and were left out"), Done{};
    if (!placement.has_end()) job.losses.count("have no known end; the last time that is known stands for it");
    const auto quotes = job.quotes(event);
    if (!quotes) return quotes.error();
    std::string description = placement.words;
    for (const Quote& quote : *quotes) description += "\n\"" + quote.text + "\" (" + quote.document + ")";
    std::string out;
    put(out, "BEGIN:VEVENT");
    put(out, "UID:" + to_string(event.id) + "@forewhen");
    // When the entry was made; the same graph must give the same bytes, so the day of the report stands here.
    const Instant stamp = event.reported && in_common_era(event.reported->start) ? event.reported->start : Instant{};
    put(out, "DTSTAMP:" + basic(utc_time(stamp)));
    put_dates(out, placement);
    put(out, "SUMMARY:" + ics_text(what_cell(event)));
    put(out, "DESCRIPTION:" + ics_text(description));
    if (event.place) {
      put(out, "LOCATION:" + ics_text(where_cell(event)));
      if (event.place->point)
        put(out, fmt::format("GEO:{:.6f};{:.6f}", event.place->point->latitude, event.place->point->longitude));
    }
    if (event.type != PloverType::none) put(out, fmt::format("CATEGORIES:{}", name_of(event.type)));
    put(out, std::string("STATUS:") + status_of(event, placement));
    put(out, "TRANSP:TRANSPARENT");
    if (!placement.edtf.empty()) put(out, "X-EDTF:" + ics_text(placement.edtf));
    put(out, "END:VEVENT");
    job.write(out);
    return Done{};
  });
  job.write("END:VCALENDAR\r\n");
  return written;
}

}  // namespace forewhen
