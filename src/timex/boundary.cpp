// SPDX-License-Identifier: Apache-2.0
#include "timex/boundary.h"

namespace forewhen::timex {
namespace {

constexpr std::size_t kAnchorWords = 8;

bool ends_noun_phrase(const Reader& r, std::size_t i) {
  return r[i].kind == TokenKind::gap || (r[i].kind == TokenKind::mark && !r.mark(i, '\'') && !r.mark(i, '-')) ||
         r.has(i, kPast | kPresent | kFuture | kShift) ||
         r.any(i, "that", "which", "who", "and", "but", "when", "while", "as", "because", "in", "on", "at", "by", "for",
               "with", "from", "to", "until");
}

bool is_verb(const Reader& r, std::size_t i) {
  return r.has(i, kPast | kPresent | kFuture) || (r.word(i) && r.text(i).size() > 4 && r.text(i).ends_with("ed"));
}

// An event after "before" or "after": a noun phrase ("the crash"), or a clause ("he was arrested") to the end of its
// verb.
Span event_after(const Reader& r, std::size_t i) {
  std::size_t end = i;
  while (end < i + kAnchorWords && !ends_noun_phrase(r, end)) ++end;
  if (end == i) return {};
  for (int verbs = 0; verbs < 3 && is_verb(r, end); ++verbs) ++end;
  return {r[i].begin, r[end - 1].end};
}

}  // namespace

TimexBoundary boundary_before(const Reader& r, const Match& match) {
  if (match.begin == 0) return TimexBoundary::none;
  std::size_t p = match.begin - 1;
  while (p > 0 && r.any(p, "the", "about", "around", "approximately", "least", "at", "just", "late", "early", "of",
                        "end", "beginning", "course", "mid"))
    --p;
  if (r.any(p, "since")) return TimexBoundary::since;
  if (r.any(p, "until", "till", "through")) return TimexBoundary::until;
  if (r.is(p, "before")) return TimexBoundary::before;
  if (r.is(p, "after")) return TimexBoundary::after;
  if (r.is(p, "by")) return TimexBoundary::by;
  if (r.any(p, "during", "over", "throughout", "within")) return TimexBoundary::during;
  if (r.is(p, "in") && match.expression.form == Form::stretch) return TimexBoundary::during;
  if (r.is(p, "from") && r.any(match.end, "to", "until", "till", "through", "on", "onward", "onwards"))
    return TimexBoundary::since;
  if (r.is(p, "to") && match.expression.form != Form::duration && p >= 2) {
    // "from May 2019 to June 2020": the other end of a range
    for (std::size_t k = 1; k <= 8 && k <= p; ++k)
      if (r.is(p - k, "from")) return TimexBoundary::until;
  }
  return TimexBoundary::none;
}

Surroundings surroundings(const Reader& r, const Match& match) {
  Surroundings around;
  if (match.begin == 0 || r[match.begin - 1].kind == TokenKind::gap) {
    around.told_in = true;
    return around;
  }
  const std::size_t p = match.begin - 1;
  around.of_noun = r.is(p, "the") && r.word(match.end) && !r.has(match.end, kPast | kPresent | kFuture);
  around.told_in = r.any(p, "in", "by", "during", "throughout", "of", "around") || r.has(p, kStage) || r.mark(p, '(');
  return around;
}

void find_anchor(const Reader& r, const Match& match, Timex& timex) {
  const Expression& e = match.expression;
  const bool countable =
      e.form == Form::duration || (e.form == Form::relative && e.unit == Unit::day && e.direction == Direction::same);
  if (!countable || !r.any(match.end, "after", "before", "following", "into")) return;
  const Span anchor = event_after(r, match.end + 1);
  if (anchor.empty() && e.form == Form::relative) return;
  timex.relative_to_event = true;
  timex.anchor = anchor;
  timex.anchor_relation = r.is(match.end, "before") ? TimexBoundary::before : TimexBoundary::after;
  if (e.form != Form::relative) return;
  timex.value = "XXXX-XX-XX";
  timex.when = When{};
}

}  // namespace forewhen::timex
