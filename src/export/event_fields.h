// SPDX-License-Identifier: Apache-2.0
// An event as the flat fields that other programs take.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/export_job.h"

namespace forewhen {

// When an event was, for programs that place it on a line. From `begin` it may have been going on; by `end` it was
// over, or nothing is known of its end. Bounds are half open, UTC.
struct Placement {
  Bounds bounds;  // as shown; the order of the text counts where it closes a start from both sides
  std::string edtf;
  std::string words;      // for people: "2021-10-21 to 2021-10-31 ~"
  std::string qualifier;  // "~", "?", "%" as in EDTF, or empty
  std::string precision;  // of the words: "day", "month"; empty for none

  bool has_start() const { return !is_open(bounds.earliest_start); }
  bool has_end() const { return !is_open(bounds.latest_end); }
  Instant begin() const { return bounds.earliest_start; }
  // The end that is known, else the last time at which it is known to have gone on or may have started.
  Instant end() const;
  // Only as finely as days.
  bool whole_days() const;
  // Something is left open: more than one day or one clock time is possible for the start.
  bool vague_start() const;
};
Placement placement_of(const Event& event);

// A name with its value; in the order of the columns.
struct Field {
  std::string_view name;
  std::string value;
};

// id (that of the data set's row where there is one), what, when, edtf, start_min, start_max, end_min, end_max (ISO
// 8601, UTC, half open, empty where open), precision, qualifier, modality, polarity, type, mode, code, actors,
// recipients, other_participants, place, within, country, place_precision, lat, lon, reported, attributed_to, documents
// (ids), urls, quote (the first sentence that says so). Several values of a cell are divided by "; ".
Result<std::vector<Field>> fields_of(ExportJob& job, const Event& event);
// Their names alone.
std::vector<std::string_view> field_names();

std::string iso_or_empty(Instant t);
// 2021-11-05T00:00:00Z. REQUIRES: !is_open(t). Years outside 0000..9999 carry a sign.
std::string utc_time(Instant t);
// 2021-11-05 of the day that it lies in.
std::string iso_day(Instant t);
// Years of four digits: what most readers of dates take.
bool in_common_era(Instant t);

std::vector<std::string> names_in(const Event& event, Role role);
// Of all roles but speakers, each once, in order.
std::vector<std::string> all_names(const Event& event);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace forewhen
