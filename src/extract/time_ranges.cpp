// SPDX-License-Identifier: Apache-2.0
#include "extract/time_ranges.h"

#include <algorithm>

#include "forewhen/text/letter_case.h"

namespace forewhen {
namespace {

bool has_both_ends(const Timex& timex) {
  const Bounds& bounds = timex.when.bounds;
  return timex.type != TimexType::set && timex.type != TimexType::duration && timex.invalid.empty() &&
         !is_open(bounds.earliest_start) && !is_open(bounds.latest_start) && !is_open(bounds.latest_end);
}

// One end of an expression's EDTF, which may itself be an interval.
std::string end_of(const Timex& timex, bool first) {
  const std::string& edtf = timex.when.edtf;
  const std::size_t slash = edtf.find('/');
  return slash == std::string::npos ? edtf : first ? edtf.substr(0, slash) : edtf.substr(slash + 1);
}

}  // namespace

TimeRanges::TimeRanges(const Story& story) : story_(story) {
  for (std::size_t sentence = 0; sentence < story.sentences.size(); ++sentence) find(sentence);
}

void TimeRanges::find(std::size_t sentence) {
  const Tree& tree = story_.trees[sentence];
  const auto& times = story_.times_in[sentence];
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const Timex &a = story_.times[times[i]], &b = story_.times[times[i + 1]];
    if (!has_both_ends(a) || !has_both_ends(b) || a.when.bounds.earliest_start >= b.when.bounds.earliest_start)
      continue;
    const int joint = tree.word_at(a.span.end - 1) + 1;
    int opening = tree.word_at(a.span.begin) - 1;
    while (opening >= 0 && (tree[opening].lemma == "the" || tree[opening].tag.starts_with("JJ"))) --opening;
    if (opening < 0 || tree.word_at(b.span.begin) != joint + 1) continue;
    const std::string from = lower_case(tree[opening].form), to = lower_case(tree[joint].form);
    const bool within = from == "between" && to == "and";
    const bool along = from == "from" && (to == "to" || to == "until" || to == "till" || to == "through");
    if (within || along) ranges_.emplace(times[i], Range{times[i + 1], within});
  }
}

bool TimeRanges::ends_one(int timex) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const auto& range) { return range.second.end == timex; });
}

bool TimeRanges::widen(int timex, ClaimTime& time) const {
  const auto range = ranges_.find(timex);
  if (range == ranges_.end()) return false;
  const bool within = range->second.within;
  const Timex &first = story_.times[timex], &last = story_.times[range->second.end];
  const Bounds &a = first.when.bounds, &b = last.when.bounds;
  time.when.bounds = within ? Bounds{a.earliest_start, b.latest_end, a.earliest_start, b.latest_end}
                            : Bounds{a.earliest_start, a.latest_start, b.earliest_start, b.latest_end};
  time.when.edtf = end_of(first, true) + "/" + end_of(last, false);
  time.span = {first.span.begin, last.span.end};
  time.words = std::string(within ? "between " : "from ") + folded_blanks(time.span.of(story_.text()));
  time.from_publication.reset();
  return true;
}

}  // namespace forewhen
