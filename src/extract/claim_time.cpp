// SPDX-License-Identifier: Apache-2.0
#include "forewhen/extract/claim_time.h"

#include "extract/story.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

void prefix(ClaimTime& time, std::string_view preposition) { time.words = std::string(preposition) + ' ' + time.words; }

// EDTF cannot nest intervals: the first end of one stands for it.
std::string opening(const std::string& edtf) { return edtf.substr(0, edtf.find('/')); }

}  // namespace

ClaimTime claim_time(std::string_view text, const Timex& timex, const std::optional<CalendarTime>& published) {
  ClaimTime time;
  time.when = timex.when;
  time.words = folded_blanks(timex.span.of(text));
  time.span = timex.span;
  time.rule = "said";
  time.from_publication = timex.from_publication;
  const Interval interval{timex.when.bounds.earliest_start, timex.when.bounds.latest_start};
  const bool known = !is_open(interval.begin) && !is_open(interval.end);
  Bounds& bounds = time.when.bounds;
  switch (timex.boundary) {
    case TimexBoundary::since: {
      if (known) bounds = since(interval, published ? published->start : kOpenPast);
      if (!time.when.edtf.empty()) time.when.edtf = opening(time.when.edtf) + "/..";
      prefix(time, "since");
      break;
    }
    case TimexBoundary::after:
      bounds = {interval.end, kOpenFuture, interval.end, kOpenFuture};
      if (!time.when.edtf.empty()) time.when.edtf = opening(time.when.edtf) + "/..";
      prefix(time, "after");
      time.when.approximate = true;
      break;
    case TimexBoundary::before:
      bounds = {kOpenPast, interval.begin, kOpenPast, kOpenFuture};
      if (!time.when.edtf.empty()) time.when.edtf = "../" + opening(time.when.edtf);
      prefix(time, "before");
      break;
    case TimexBoundary::by:
      bounds = {kOpenPast, interval.end, kOpenPast, kOpenFuture};
      if (!time.when.edtf.empty()) time.when.edtf = "../" + opening(time.when.edtf);
      prefix(time, "by");
      break;
    case TimexBoundary::until:
      bounds = {kOpenPast, interval.end, interval.begin, interval.end};
      if (!time.when.edtf.empty()) time.when.edtf = "../" + opening(time.when.edtf);
      prefix(time, "until");
      break;
    case TimexBoundary::none:
    case TimexBoundary::during:
      break;
  }
  return time;
}

void a_year_earlier(ClaimTime& time) {
  Bounds& bounds = time.when.bounds;
  for (Instant* end : {&bounds.earliest_start, &bounds.latest_start, &bounds.earliest_end, &bounds.latest_end}) {
    if (is_open(*end)) continue;
    const Instant day = std::chrono::floor<std::chrono::days>(*end);
    *end = start_of_day(add_months(civil_of(day), -12)) + (*end - day);
  }
  std::string edtf;
  for (std::size_t at = 0; at < time.when.edtf.size();) {
    const std::size_t slash = std::min(time.when.edtf.find('/', at), time.when.edtf.size());
    const std::string part = time.when.edtf.substr(at, slash - at);
    const bool dated = part.size() >= 4 && part.find_first_not_of("0123456789") >= 4;
    edtf +=
        (edtf.empty() ? "" : "/") + (dated ? std::to_string(std::stoi(part.substr(0, 4)) - 1) + part.substr(4) : part);
    at = slash + 1;
  }
  time.when.edtf = edtf;
  time.rule = "said, told in the past";
}

}  // namespace forewhen
