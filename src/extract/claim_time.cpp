// SPDX-License-Identifier: Apache-2.0
#include "forewhen/extract/claim_time.h"

#include "extract/story.h"

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

}  // namespace forewhen
