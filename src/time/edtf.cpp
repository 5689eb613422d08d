// SPDX-License-Identifier: Apache-2.0
// EDTF values to text and to bounds.
#include "forewhen/time/edtf.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "time/edtf_calendar.h"

namespace forewhen {
namespace {

std::string digits_of(const EdtfPart& part, int width) {
  std::string text = fmt::format("{:0{}}", std::abs(part.value), width);
  for (int digit = 0; digit < width; ++digit)
    if (part.unspecified >> digit & 1) text[text.size() - 1 - static_cast<std::size_t>(digit)] = 'X';
  return text;
}

std::string mark_of(const EdtfPart& part) {
  if (part.uncertain && part.approximate) return "%";
  return part.uncertain ? "?" : part.approximate ? "~" : "";
}

std::string year_text(const EdtfDate& date) {
  const bool is_long = date.exponent != 0 || std::abs(date.year.value) > 9999;
  std::string text = date.year.value < 0 ? "-" : "";
  if (is_long) {
    text = "Y" + text + fmt::format("{}", std::abs(date.year.value));
    if (date.exponent != 0) text += fmt::format("E{}", date.exponent);
  } else {
    text += digits_of(date.year, 4);
  }
  if (date.significant != 0) text += fmt::format("S{}", date.significant);
  return text;
}

std::string time_text(const EdtfTime& time) {
  std::string text = fmt::format("T{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
  if (!time.zone_minutes) return text;
  const int zone = *time.zone_minutes;
  return zone == 0
             ? text + "Z"
             : text + fmt::format("{}{:02}:{:02}", zone < 0 ? '-' : '+', std::abs(zone) / 60, std::abs(zone) % 60);
}

std::string date_text(const EdtfDate& date) {
  const std::string mark = mark_of(date.year);
  const bool same = (!date.month || mark_of(*date.month) == mark) && (!date.day || mark_of(*date.day) == mark);
  // A mark at the end would stand behind the clock time, where EDTF has none.
  const bool at_end = same && !date.time;
  std::string text;
  const auto add = [&](const EdtfPart& part, const std::string& digits) {
    text += (at_end ? "" : mark_of(part)) + digits;
  };
  add(date.year, year_text(date));
  if (date.month) text += '-', add(*date.month, digits_of(*date.month, 2));
  if (date.day) text += '-', add(*date.day, digits_of(*date.day, 2));
  if (date.time) text += time_text(*date.time);
  return at_end ? text + mark : text;
}

std::string end_text(EdtfEnd kind, const EdtfDate& date) {
  return kind == EdtfEnd::date ? date_text(date) : kind == EdtfEnd::open ? ".." : "";
}

std::string element_text(const EdtfElement& element) {
  std::string text = element.first ? date_text(*element.first) : "";
  if (element.range) text += "..";
  return element.last ? text + date_text(*element.last) : text;
}

std::string set_text(const EdtfSet& set) {
  std::string text = set.all ? "{" : "[";
  for (std::size_t i = 0; i < set.elements.size(); ++i) {
    if (i != 0) text += ',';
    text += element_text(set.elements[i]);
  }
  return text + (set.all ? "}" : "]");
}

Interval set_extent(const EdtfSet& set) {
  Interval extent{kOpenFuture, kOpenPast};
  for (const EdtfElement& element : set.elements) {
    const Instant begin = element.first ? date_extent(*element.first).begin : kOpenPast;
    const Instant end = element.last    ? date_extent(*element.last).end
                        : element.range ? kOpenFuture
                                        : date_extent(*element.first).end;
    extent.begin = std::min(extent.begin, begin);
    extent.end = std::max(extent.end, end);
  }
  return extent;
}

template <class Test>
bool any_part(const EdtfDate& date, Test test) {
  return test(date.year) || (date.month && test(*date.month)) || (date.day && test(*date.day));
}

template <class Test>
bool any_part(const Edtf& edtf, Test test) {
  if (const auto* date = std::get_if<EdtfDate>(&edtf)) return any_part(*date, test);
  if (const auto* interval = std::get_if<EdtfInterval>(&edtf))
    return any_part(interval->start, test) || any_part(interval->end, test);
  const auto& elements = std::get<EdtfSet>(edtf).elements;
  return std::any_of(elements.begin(), elements.end(), [&](const EdtfElement& element) {
    return (element.first && any_part(*element.first, test)) || (element.last && any_part(*element.last, test));
  });
}

}  // namespace

std::string to_string(const Edtf& edtf) {
  if (const auto* date = std::get_if<EdtfDate>(&edtf)) return date_text(*date);
  if (const auto* interval = std::get_if<EdtfInterval>(&edtf))
    return end_text(interval->start_kind, interval->start) + "/" + end_text(interval->end_kind, interval->end);
  return set_text(std::get<EdtfSet>(edtf));
}

Interval extent_of(const Edtf& edtf) {
  if (const auto* date = std::get_if<EdtfDate>(&edtf)) return date_extent(*date);
  if (const auto* interval = std::get_if<EdtfInterval>(&edtf))
    return {interval->start_kind == EdtfEnd::date ? date_extent(interval->start).begin : kOpenPast,
            interval->end_kind == EdtfEnd::date ? date_extent(interval->end).end : kOpenFuture};
  return set_extent(std::get<EdtfSet>(edtf));
}

Bounds bounds_of(const Edtf& edtf) {
  const auto* interval = std::get_if<EdtfInterval>(&edtf);
  if (interval == nullptr) return within(extent_of(edtf));
  const bool starts = interval->start_kind == EdtfEnd::date, ends = interval->end_kind == EdtfEnd::date;
  Bounds bounds;
  if (starts) {
    const Interval start = date_extent(interval->start);
    bounds.earliest_start = start.begin;
    bounds.latest_start = start.end;
    bounds.earliest_end = start.begin;
  }
  if (ends) {
    const Interval end = date_extent(interval->end);
    bounds.earliest_end = end.begin;
    bounds.latest_end = end.end;
    if (!starts) bounds.latest_start = end.end;
  }
  bounds.latest_start = std::min(bounds.latest_start, bounds.latest_end);
  return bounds;
}

bool is_approximate(const Edtf& edtf) {
  return any_part(edtf, [](const EdtfPart& part) { return part.approximate; });
}

bool is_uncertain(const Edtf& edtf) {
  return any_part(edtf, [](const EdtfPart& part) { return part.uncertain; });
}

}  // namespace forewhen
