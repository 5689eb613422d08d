// SPDX-License-Identifier: Apache-2.0
#include "ingest/given_date.h"

#include <algorithm>

#include "forewhen/time/edtf.h"
#include "forewhen/time/iso.h"

namespace forewhen::ingest {
namespace {

Grain grain_of_year(const EdtfPart& year) {
  if (year.unspecified >= 4) return Grain::millennium;
  if (year.unspecified >= 2) return Grain::century;
  return year.unspecified == 1 ? Grain::decade : Grain::year;
}

Grain grain_of_month(int month) {
  if (month <= 12) return Grain::month;
  if (month <= 32) return Grain::season;
  return month <= 36 ? Grain::quarter : Grain::half_year;
}

Grain grain_of(const EdtfDate& date) {
  if (date.time) return Grain::second;
  if (date.day && date.day->unspecified == 0) return Grain::day;
  if (date.month && date.month->unspecified == 0) return grain_of_month(static_cast<int>(date.month->value));
  return grain_of_year(date.year);
}

// Of several dates the coarsest.
Grain grain_of(const EdtfInterval& interval) {
  Grain grain = Grain::none;
  if (interval.start_kind == EdtfEnd::date) grain = std::max(grain, grain_of(interval.start));
  if (interval.end_kind == EdtfEnd::date) grain = std::max(grain, grain_of(interval.end));
  return grain;
}

Grain grain_of(const EdtfSet& set) {
  Grain grain = Grain::none;
  for (const EdtfElement& element : set.elements) {
    if (element.first) grain = std::max(grain, grain_of(*element.first));
    if (element.last) grain = std::max(grain, grain_of(*element.last));
  }
  return grain;
}

}  // namespace

Result<When> read_date(std::string_view text) {
  When when;
  if (const auto edtf = parse_edtf(text)) {
    when.bounds = bounds_of(*edtf);
    when.grain = std::visit([](const auto& each) { return grain_of(each); }, *edtf);
    when.approximate = is_approximate(*edtf);
    when.uncertain = is_uncertain(*edtf);
    when.edtf = to_string(*edtf);
    return when;
  } else if (const auto iso = parse_iso(text)) {  // 20230314, 2023-03-14T14:30: ISO 8601 but not EDTF
    when.bounds = within(iso->extent());
    when.grain = iso->grain;
    when.edtf = format_iso(*iso);
    return when;
  } else {
    return edtf.error();
  }
}

bool looks_like_date(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789-+/.:~?%XTZYES[]{}, ") == std::string_view::npos;
}

}  // namespace forewhen::ingest
